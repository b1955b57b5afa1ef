import { createMemoryHistory } from '@tanstack/history'
import { render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'
import { createClient } from '../../data/api/client.ts'
import { HistoryContext } from '../../ui/routing/place.ts'
import { HouseTheme } from '../../ui/theme/index.ts'
import { ForgottenPassword } from './ForgottenPassword.tsx'
import { NewPassword } from './NewPassword.tsx'

type Client = ReturnType<typeof createClient>

/** A backend that takes everything, or refuses it so. */
function open(
  part: (client: Client) => React.ReactNode,
  refused?: { status: number; code: string; why: string },
) {
  const sent: unknown[] = []
  const client = createClient({
    baseUrl: 'http://stagecraft.test',
    fetch: async (request) => {
      sent.push([new URL(request.url).pathname, await request.json()])
      if (!refused) return new Response(null, { status: 204 })
      const { status, code, why } = refused
      return Response.json({ error_code: code, message: why, details: {} }, { status })
    },
  })
  render(
    <HouseTheme>
      <HistoryContext value={createMemoryHistory()}>{part(client)}</HistoryContext>
    </HouseTheme>,
  )
  return { sent, user: userEvent.setup() }
}

describe('a forgotten password', () => {
  it('is asked for by address; the answer takes focus and tells nobody who has an account', async () => {
    const { sent, user } = open((client) => <ForgottenPassword client={client} />)
    const ask = screen.getByRole('button', { name: 'Send the link' })
    await user.click(ask)
    expect(await screen.findByRole('alert')).toHaveTextContent('Enter your e-mail address.')
    await user.type(screen.getByLabelText('E-mail address'), ' dana@demo.example {Enter}')
    const answer = await screen.findByText(/^If there is an account with this address/)
    expect(answer).toHaveFocus()
    expect(sent).toEqual([['/api/auth/forgotten-password/', { email: 'dana@demo.example', language: 'en' }]])
    expect(screen.getByRole('link', { name: 'Go to the sign-in' })).toHaveAttribute('href', '/sign-in')
  })

  it('that is asked for too often says how long to wait', async () => {
    const why = 'Too many failed sign-ins: try again in 40 seconds.'
    const { user } = open((client) => <ForgottenPassword client={client} />, {
      ...{ status: 429, code: 'RATE_LIMITED', why },
    })
    await user.type(screen.getByLabelText('E-mail address'), 'dana@demo.example{Enter}')
    expect(await screen.findByRole('alert')).toHaveTextContent(why)
  })
})

describe('a new password', () => {
  const choose = (client: Client) => <NewPassword client={client} token="link" />
  const password = () => screen.getByLabelText('New password')

  it('is chosen by the link, after saying what is wrong with it', async () => {
    const { sent, user } = open(choose)
    await user.type(password(), 'short{Enter}')
    expect(await screen.findByRole('alert')).toHaveTextContent('Enter at least 10 characters.')
    await user.clear(password())
    await user.type(password(), 'several words in a row{Enter}')
    expect(await screen.findByText('Your password was changed. Sign in with it.')).toHaveFocus()
    expect(sent).toEqual([['/api/auth/new-password/', { token: 'link', password: 'several words in a row' }]])
  })

  it('that is too easy to guess is refused at its field', async () => {
    const why = 'This password is among those that are guessed first: choose another one.'
    const { user } = open(choose, { status: 422, code: 'VALIDATION_FAILED', why })
    await user.type(password(), 'password1234{Enter}')
    await waitFor(() => expect(password()).toHaveAccessibleDescription(new RegExp(why)))
  })

  it('is not taken by a link that is over; another one is near', async () => {
    const why = 'This link is over or was used already: ask for another one.'
    const { user } = open(choose, { status: 410, code: 'LINK_OVER', why })
    await user.type(password(), 'several words in a row{Enter}')
    expect(await screen.findByRole('alert')).toHaveTextContent(why)
    expect(screen.getByRole('link', { name: 'Ask for another link' })).toHaveAttribute(
      'href',
      '/forgotten-password',
    )
  })
})
