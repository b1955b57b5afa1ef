import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'
import type { SessionRow } from '../../../contract/sessions.ts'
import { createClient } from '../../../data/api/client.ts'
import { HouseTheme } from '../../../ui/theme/index.ts'
import { AccountSection } from './AccountSection.tsx'

const session = (id: string, device: string, current = false): SessionRow => ({
  id,
  device,
  address: '10.0.0.1',
  signed_in_at: '2026-11-20T08:00:00.000Z',
  last_used_at: '2026-11-20T09:00:00.000Z',
  expires_at: '2026-11-20T17:00:00.000Z',
  current,
})
const here = session('s1', 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0', true)
const phone = session('s2', 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0) CriOS/140.0 Mobile Safari/604.1')

/** A backend that keeps sessions and one password, as far as this test goes. */
function open(given: readonly SessionRow[] = [here, phone]) {
  let rows = given
  const sent: unknown[] = []
  const client = createClient({
    baseUrl: 'http://stagecraft.test',
    fetch: async (request) => {
      const { pathname } = new URL(request.url)
      if (pathname === '/api/me/second-factor/')
        return Response.json({ enabled_at: null, recovery_codes_left: 0 })
      if (request.method === 'GET') return Response.json({ results: rows })
      if (request.method === 'DELETE') {
        rows = rows.filter((row) => row.id !== pathname.split('/')[3])
        return new Response(null, { status: 204 })
      }
      const body = Object(await request.json())
      sent.push(body)
      if (request.method === 'POST') {
        const ended = rows.length - 1
        rows = [here]
        return Response.json({ ended })
      }
      if (body.current_password === 'right and long') return new Response(null, { status: 204 })
      const issue = { path: 'current_password', message: 'This is not your present password.' }
      const details = { in: 'body', issues: [issue] }
      return Response.json(
        { error_code: 'VALIDATION_FAILED', message: issue.message, details },
        { status: 422 },
      )
    },
  })
  render(
    <HouseTheme>
      <QueryClientProvider
        client={new QueryClient({ defaultOptions: { queries: { retry: false, networkMode: 'always' } } })}
      >
        <AccountSection client={client} email="rosa@demo.example" />
      </QueryClientProvider>
    </HouseTheme>,
  )
  return { user: userEvent.setup(), sent }
}

describe('your account', () => {
  it('changes the password after saying what is missing, and what the server refuses at its field', async () => {
    const { user, sent } = open()
    const change = screen.getByRole('button', { name: 'Change password' })
    await user.click(change)
    expect(await screen.findByRole('alert')).toHaveTextContent('Enter your present password.')
    expect(sent).toEqual([])

    const present = screen.getByLabelText('Present password')
    await user.type(present, 'wrong')
    await user.type(screen.getByLabelText('New password'), 'a quite different one')
    await user.click(change)
    await waitFor(() =>
      expect(present).toHaveAccessibleDescription(/Error: This is not your present password/),
    )
    expect(screen.getByLabelText('New password')).toHaveValue('a quite different one')

    await user.clear(present)
    await user.type(present, 'right and long')
    await user.click(change)
    await waitFor(() => expect(present).toHaveValue(''))
    expect(screen.getByLabelText('New password')).toHaveValue('')
    expect(screen.queryByRole('alert')).not.toBeInTheDocument()
  })

  it('shows where one is signed in and marks this device, which cannot be ended here', async () => {
    open()
    const table = within(await screen.findByRole('table', { name: 'Where you are signed in, 2 sessions' }))
    expect(table.getByRole('rowheader', { name: 'Firefox on Linux This device' })).toBeInTheDocument()
    expect(table.getAllByRole('button').map((button) => button.getAttribute('aria-label'))).toEqual([
      'Sign out Chrome on iPhone',
    ])
  })

  it('ends one elsewhere, after asking', async () => {
    const { user } = open()
    await user.click(await screen.findByRole('button', { name: 'Sign out Chrome on iPhone' }))
    const question = within(await screen.findByRole('alertdialog', { name: 'Sign out Chrome on iPhone?' }))
    await user.click(question.getByRole('button', { name: 'Sign out' }))
    await waitFor(() => expect(screen.queryByText('Chrome on iPhone')).not.toBeInTheDocument())
    expect(screen.queryByRole('button', { name: 'Sign out everywhere else' })).not.toBeInTheDocument()
  })

  it('ends all others with one press', async () => {
    const { user } = open([here, phone, { ...phone, id: 's3' }])
    await user.click(await screen.findByRole('button', { name: 'Sign out everywhere else' }))
    expect(
      await screen.findByRole('table', { name: 'Where you are signed in, 1 session' }),
    ).toBeInTheDocument()
  })
})
