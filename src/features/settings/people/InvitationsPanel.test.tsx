import { createMemoryHistory } from '@tanstack/history'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeAll, describe, expect, it } from 'vitest'
import type { InvitationRow } from '../../../contract/invitations.ts'
import { createClient } from '../../../data/api/client.ts'
import { loadAllParts } from '../../../ui/later.tsx'
import { HistoryContext } from '../../../ui/routing/place.ts'
import { HouseTheme } from '../../../ui/theme/index.ts'
import { InvitationsPanel } from './InvitationsPanel.tsx'
import { InviteDialog } from './InviteDialog.tsx'

const nora: InvitationRow = {
  id: 'i1',
  email: 'nora@demo.example',
  role: 'auditor',
  invited_by: 'Ada Winter',
  invited_at: '2026-11-20T00:00:00.000Z',
  expires_at: '2999-11-27T00:00:00.000Z',
}

/** A backend that keeps invitations, as far as this test goes. */
function backend(given: readonly InvitationRow[]) {
  let rows = given
  return createClient({
    baseUrl: 'http://stagecraft.test',
    fetch: async (request) => {
      const { pathname } = new URL(request.url)
      if (request.method === 'GET') return Response.json({ results: rows })
      if (request.method === 'DELETE') {
        rows = []
        return new Response(null, { status: 204 })
      }
      const { email = nora.email } = Object(await request.json())
      if (email === 'member@demo.example')
        return Response.json(
          { error_code: 'ALREADY_EXISTS', message: 'This person is a member already.', details: {} },
          { status: 409 },
        )
      const mailed = email === nora.email
      const token = pathname.endsWith('/renew/') ? 'another' : 'first'
      return Response.json(
        { ...nora, email, token, mailed },
        { status: pathname.endsWith('/renew/') ? 200 : 201 },
      )
    },
  })
}

function open(part: React.ReactNode) {
  render(
    <HouseTheme>
      <HistoryContext value={createMemoryHistory()}>
        <QueryClientProvider
          client={new QueryClient({ defaultOptions: { queries: { retry: false, networkMode: 'always' } } })}
        >
          {part}
        </QueryClientProvider>
      </HistoryContext>
    </HouseTheme>,
  )
  return userEvent.setup()
}

beforeAll(loadAllParts)

describe('inviting', () => {
  it('gives a link to copy, after saying what is wrong with the address', async () => {
    const user = open(<InviteDialog client={backend([])} onClose={() => undefined} />)
    const dialog = within(await screen.findByRole('dialog', { name: 'Invite somebody' }))
    await user.type(dialog.getByLabelText('E-mail address'), 'nora')
    await user.click(dialog.getByRole('button', { name: 'Invite' }))
    expect(await dialog.findByRole('alert')).toHaveTextContent('Enter an e-mail address with an @')
    await user.clear(dialog.getByLabelText('E-mail address'))
    await user.type(dialog.getByLabelText('E-mail address'), 'member@demo.example{Enter}')
    await waitFor(() =>
      expect(dialog.getByRole('alert')).toHaveTextContent('This person is a member already.'),
    )
    await user.clear(dialog.getByLabelText('E-mail address'))
    await user.type(dialog.getByLabelText('E-mail address'), 'nora@demo.example')
    await user.selectOptions(dialog.getByLabelText('Role'), 'Auditor')
    await user.click(dialog.getByRole('button', { name: 'Invite' }))
    expect(await screen.findByRole('dialog', { name: 'The link for nora@demo.example' })).toBeInTheDocument()
    expect(screen.getByText(/^A mail with a link is on its way/)).toBeInTheDocument()
    const link = screen.getByLabelText('Link')
    expect(link).toHaveValue(`${location.origin}/join#first`)
    await user.click(screen.getByRole('button', { name: 'Copy the link' }))
    expect(await navigator.clipboard.readText()).toBe(`${location.origin}/join#first`)
  })
})

describe('who is invited', () => {
  it('is listed, gets a new link, and is withdrawn after a question', async () => {
    const user = open(<InvitationsPanel client={backend([nora])} />)
    const table = within(await screen.findByRole('table', { name: 'Invited, 1 person' }))
    expect(table.getByRole('rowheader', { name: nora.email })).toBeInTheDocument()
    await user.click(table.getByRole('button', { name: `New link for ${nora.email}` }))
    expect(await screen.findByLabelText('Link')).toHaveValue(`${location.origin}/join#another`)
    await user.click(screen.getByRole('button', { name: 'Done' }))
    await user.click(await screen.findByRole('button', { name: `Withdraw the invitation of ${nora.email}` }))
    const question = within(
      await screen.findByRole('alertdialog', { name: `Withdraw the invitation of ${nora.email}?` }),
    )
    await user.click(question.getByRole('button', { name: 'Withdraw' }))
    await waitFor(() => expect(screen.queryByRole('table')).not.toBeInTheDocument())
  })

  it('whose time is over is marked', async () => {
    open(<InvitationsPanel client={backend([{ ...nora, expires_at: '2026-01-01T00:00:00.000Z' }])} />)
    expect(await screen.findByText('Over')).toBeInTheDocument()
  })
})
