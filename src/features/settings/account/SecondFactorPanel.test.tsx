import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeAll, describe, expect, it } from 'vitest'
import { createClient } from '../../../data/api/client.ts'
import { loadAllParts } from '../../../ui/later.tsx'
import { HouseTheme } from '../../../ui/theme/index.ts'
import { SecondFactorPanel } from './SecondFactorPanel.tsx'

const codes = Array.from({ length: 10 }, (_, index) => `ABCDE-0000${index}`)

/** A backend that keeps one second factor: the password is “right”, the code 123456. */
function open(enabled = false) {
  let state = {
    enabled_at: enabled ? '2026-11-20T08:00:00.000Z' : null,
    recovery_codes_left: enabled ? 1 : 0,
  }
  const on = (left: number) => {
    state = { enabled_at: '2026-11-21T08:00:00.000Z', recovery_codes_left: left }
  }
  const client = createClient({
    baseUrl: 'http://stagecraft.test',
    fetch: async (request) => {
      if (request.method === 'GET') return Response.json(state)
      const wrong = (path: string, message: string) =>
        Response.json(
          { error_code: 'VALIDATION_FAILED', message, details: { in: 'body', issues: [{ path, message }] } },
          { status: 422 },
        )
      const body = Object(await request.json())
      const { pathname } = new URL(request.url)
      if ('password' in body && body.password !== 'right')
        return wrong('password', 'This is not your present password.')
      if (pathname === '/api/me/second-factor/')
        return Response.json({ secret: 'ABCDEFGH23456789', uri: 'otpauth://totp/x' }, { status: 201 })
      if (body.code !== '123456') return wrong('code', 'This code is not right.')
      if (pathname.endsWith('/disable/')) {
        state = { enabled_at: null, recovery_codes_left: 0 }
        return new Response(null, { status: 204 })
      }
      on(10)
      return Response.json({ recovery_codes: codes })
    },
  })
  render(
    <HouseTheme>
      <QueryClientProvider
        client={new QueryClient({ defaultOptions: { queries: { retry: false, networkMode: 'always' } } })}
      >
        <SecondFactorPanel client={client} email="rosa@demo.example" />
      </QueryClientProvider>
    </HouseTheme>,
  )
  return userEvent.setup()
}

beforeAll(loadAllParts)

describe('the own second factor', () => {
  it('is set up by password, key and first code, and gives recovery codes', async () => {
    const user = open()
    await user.click(await screen.findByRole('button', { name: 'Set up…' }))
    let dialog = within(await screen.findByRole('dialog', { name: 'Set up a second factor' }))
    await user.click(dialog.getByRole('button', { name: 'Continue' }))
    expect(await dialog.findByRole('alert')).toHaveTextContent('Enter your present password.')
    await user.type(dialog.getByLabelText('Present password'), 'right{Enter}')

    dialog = within(await screen.findByRole('dialog', { name: 'Add Stagecraft to your app' }))
    expect(
      await dialog.findByRole('img', { name: 'QR code with the key that stands below' }),
    ).toBeInTheDocument()
    expect(dialog.getByText('ABCD EFGH 2345 6789')).toBeInTheDocument()
    const code = dialog.getByLabelText('Code')
    expect(code).toHaveFocus()
    await user.click(dialog.getByRole('button', { name: 'Copy the key' }))
    expect(await navigator.clipboard.readText()).toBe('ABCDEFGH23456789')
    expect(code).toHaveAttribute('autocomplete', 'one-time-code')
    await user.type(code, '000000{Enter}')
    await waitFor(() => expect(code).toHaveAccessibleDescription(/Error: This code is not right/))
    await user.clear(code)
    await user.type(code, '123456{Enter}')

    dialog = within(await screen.findByRole('dialog', { name: 'Keep your recovery codes' }))
    const list = dialog.getByRole('list', { name: 'Stagecraft recovery codes of rosa@demo.example' })
    expect(within(list).getAllByRole('listitem')).toHaveLength(10)
    expect(dialog.getByText(/shown now and never again/)).toHaveFocus()
    await user.click(dialog.getByRole('button', { name: 'Copy' }))
    expect(await navigator.clipboard.readText()).toBe(codes.join('\n'))
    await user.click(dialog.getByRole('button', { name: 'I have kept them' }))
    expect(await screen.findByText('10 recovery codes are left.')).toBeInTheDocument()
  })

  it('warns of the last recovery code, and makes new ones for a code', async () => {
    const user = open(true)
    expect(await screen.findByText('1 recovery code is left: renew them soon.')).toBeInTheDocument()
    await user.click(screen.getByRole('button', { name: 'Renew the recovery codes…' }))
    await user.type(await screen.findByLabelText('Code'), '123456{Enter}')
    await user.click(await screen.findByRole('button', { name: 'I have kept them' }))
    expect(await screen.findByText('10 recovery codes are left.')).toBeInTheDocument()
  })

  it('is switched off by the password and a code, and each that is wrong is said at its field', async () => {
    const user = open(true)
    await user.click(await screen.findByRole('button', { name: 'Switch off…' }))
    const dialog = within(await screen.findByRole('dialog', { name: 'Switch the second factor off' }))
    await user.type(dialog.getByLabelText('Present password'), 'guess')
    await user.type(dialog.getByLabelText('Code'), '123456{Enter}')
    await waitFor(() =>
      expect(dialog.getByLabelText('Present password')).toHaveAccessibleDescription(
        /not your present password/,
      ),
    )
    await user.clear(dialog.getByLabelText('Present password'))
    await user.type(dialog.getByLabelText('Present password'), 'right{Enter}')
    expect(await screen.findByRole('button', { name: 'Set up…' })).toBeInTheDocument()
    expect(screen.getByText('Off')).toBeInTheDocument()
  })
})
