import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'
import type { User } from '../../../contract/auth.ts'
import type { MemberRow } from '../../../contract/members.ts'
import { createClient } from '../../../data/api/client.ts'
import { HouseTheme } from '../../../ui/theme/index.ts'
import { PeopleSection } from './PeopleSection.tsx'

const member = (id: string, display_name: string, role: MemberRow['role']): MemberRow => ({
  id,
  email: `${id}@demo.example`,
  display_name,
  role,
  is_active: true,
  joined_at: '2026-01-01T00:00:00.000Z',
  address_proven: true,
  second_factor: false,
})
const ada: User = {
  id: 'ada',
  email: 'ada@demo.example',
  display_name: 'Ada Admin',
  role: 'administrator',
  permissions: ['manage_members'],
  company: { id: 'c1', name: 'Demo' },
}

const overtaken = () =>
  Response.json(
    { error_code: 'VERSION_CONFLICT', message: 'Somebody else was faster.', details: {} },
    { status: 412 },
  )

/** A backend that keeps members, as far as this test goes. */
function open(user: User = ada, refusal?: string, given: Partial<MemberRow> = {}) {
  let rows = [
    { ...member('ada', 'Ada Admin', 'administrator'), ...given },
    { ...member('mia', 'Mia Manager', 'sales_manager'), ...given },
  ]
  let policy: unknown = { fresh_second_factor: false }
  let policyRevision = 0
  const decide = (next: unknown) => {
    policy = next
    policyRevision += 1
  }
  let masking: unknown = { fields: [], sees: ['sales_director'] }
  let maskingRevision = 1
  const mask = (next: unknown) => {
    masking = next
    maskingRevision += 1
  }
  const asked: string[] = []
  const client = createClient({
    baseUrl: 'http://stagecraft.test',
    fetch: async (request) => {
      const { pathname } = new URL(request.url)
      asked.push(`${request.method} ${pathname}`)
      if (pathname === '/api/security-policy/') {
        const current = request.headers.get('If-Match') === `"y-policy-${policyRevision}"`
        if (request.method === 'PUT' && !current) return overtaken()
        if (request.method === 'PUT') decide(await request.json())
        return Response.json(policy, { headers: { ETag: `"y-policy-${policyRevision}"` } })
      }
      if (pathname === '/api/masking-policy/') {
        const current = request.headers.get('If-Match') === `"m-policy-${maskingRevision}"`
        if (request.method === 'PUT' && !current) return overtaken()
        if (request.method === 'PUT') mask(await request.json())
        return Response.json(masking, { headers: { ETag: `"m-policy-${maskingRevision}"` } })
      }
      if (request.method === 'GET') return Response.json({ results: rows })
      if (refusal !== undefined)
        return Response.json(
          { error_code: 'PERMISSION_DENIED', message: refusal, details: {} },
          { status: 403 },
        )
      if (pathname.endsWith('/reset-second-factor/')) {
        rows = rows.map((row) => ({ ...row, second_factor: false }))
        return new Response(null, { status: 204 })
      }
      const change = Object(await request.json())
      rows = rows.map((row) => (row.id === pathname.split('/')[3] ? { ...row, ...change } : row))
      return Response.json(rows.find((row) => row.id === pathname.split('/')[3]))
    },
  })
  render(
    <HouseTheme>
      <QueryClientProvider
        client={new QueryClient({ defaultOptions: { queries: { retry: false, networkMode: 'always' } } })}
      >
        <PeopleSection client={client} user={user} />
      </QueryClientProvider>
    </HouseTheme>,
  )
  const elsewhere = () => decide({ fresh_second_factor: true })
  return { user: userEvent.setup(), asked, elsewhere, maskElsewhere: mask }
}

describe('what is hidden', () => {
  it('is shown with what somebody else chose meanwhile, and saved only when looked at', async () => {
    const { user, maskElsewhere } = open()
    const panel = within(await screen.findByRole('region', { name: 'Hidden fields' }))
    await user.click(await panel.findByRole('switch', { name: 'Guidance' }))
    await user.click(panel.getByRole('switch', { name: 'Sales director' }))
    maskElsewhere({ fields: ['stage.notes'], sees: ['sales_director', 'sales_operations'] })
    await user.click(panel.getByRole('button', { name: 'Save' }))
    expect(await panel.findByText(/Somebody else was faster/)).toBeInTheDocument()
    expect(panel.getByRole('switch', { name: 'Notes' })).toBeChecked()
    expect(panel.getByRole('switch', { name: 'Guidance' })).toBeChecked()
    expect(panel.getByRole('switch', { name: 'Sales director' })).not.toBeChecked()
    expect(panel.getByRole('switch', { name: 'Sales operations' })).toBeChecked()
    await user.click(panel.getByRole('button', { name: 'Save' }))
    await waitFor(() => expect(panel.getByRole('button', { name: 'Save' })).toBeDisabled())
    expect(panel.queryByText(/Somebody else was faster/)).not.toBeInTheDocument()
  })

  it('is chosen with who sees it, told before it is saved, and saved as a whole', async () => {
    const { user, asked } = open()
    const panel = within(await screen.findByRole('region', { name: 'Hidden fields' }))
    expect(await panel.findByText('Nothing is hidden from anybody.')).toBeInTheDocument()
    expect(panel.getByRole('button', { name: 'Save' })).toBeDisabled()
    await user.click(panel.getByRole('switch', { name: 'Guidance' }))
    await user.click(panel.getByRole('switch', { name: 'Sales operations' }))
    expect(panel.getByText(/^1 field is hidden from: .*Sales manager/)).not.toHaveTextContent(
      'Sales operations',
    )
    expect(panel.getByRole('switch', { name: 'Administrator' })).toBeDisabled()
    await user.click(panel.getByRole('button', { name: 'Save' }))
    await waitFor(() => expect(asked).toContain('PUT /api/masking-policy/'))
    await waitFor(() => expect(panel.getByRole('button', { name: 'Save' })).toBeDisabled())
    expect(panel.getByRole('switch', { name: 'Guidance' })).toBeChecked()
  })
})

describe('people', () => {
  it('are listed with their roles; one’s own is only told', async () => {
    open()
    const table = within(await screen.findByRole('table', { name: 'Members, 2 people' }))
    expect(table.getByRole('rowheader', { name: 'Ada Admin You' })).toBeInTheDocument()
    expect(table.getAllByRole('combobox')).toEqual([
      table.getByRole('combobox', { name: 'Role of Mia Manager' }),
    ])
    expect(table.getAllByRole('button')).toHaveLength(1)
  })

  it('get another role', async () => {
    const { user } = open()
    const role = await screen.findByRole('combobox', { name: 'Role of Mia Manager' })
    await user.selectOptions(role, 'Auditor')
    await waitFor(() => expect(role).toHaveDisplayValue('Auditor'))
    expect(screen.queryByText(/Not changed/)).not.toBeInTheDocument()
  })

  it('are shut out after a question, and let in again', async () => {
    const { user } = open()
    await user.click(await screen.findByRole('button', { name: 'Shut Mia Manager out' }))
    const question = within(await screen.findByRole('alertdialog', { name: 'Shut Mia Manager out?' }))
    await user.click(question.getByRole('button', { name: 'Shut out' }))
    const again = await screen.findByRole('button', { name: 'Let Mia Manager in again' })
    expect(screen.getByRole('row', { name: /Mia Manager/ })).toHaveTextContent('Shut out')
    await user.click(again)
    expect(await screen.findByRole('button', { name: 'Shut Mia Manager out' })).toBeInTheDocument()
  })

  it('get a lost second factor reset after a question; one’s own is not offered', async () => {
    const { user, asked } = open(ada, undefined, { second_factor: true })
    const offered = await screen.findAllByRole('button', { name: /^Reset the second factor/ })
    expect(offered).toEqual([screen.getByRole('button', { name: 'Reset the second factor of Mia Manager' })])
    await user.click(screen.getByRole('button', { name: 'Reset the second factor of Mia Manager' }))
    const question = within(
      await screen.findByRole('alertdialog', { name: 'Reset the second factor of Mia Manager?' }),
    )
    await user.click(question.getByRole('button', { name: 'Reset' }))
    await waitFor(() => expect(screen.getByRole('row', { name: /Mia Manager/ })).toHaveTextContent('Off'))
    expect(asked).toContain('POST /api/members/mia/reset-second-factor/')
  })

  it('whose address nobody has confirmed are marked', async () => {
    open(ada, undefined, { address_proven: false })
    expect(await screen.findAllByText('Not confirmed')).toHaveLength(2)
  })

  it('are asked for a fresh second factor, where an administrator wants it', async () => {
    const { user, asked } = open()
    const rule = await screen.findByRole('switch', { name: 'Critical changes need a second factor' })
    expect(rule).not.toBeChecked()
    await user.click(rule)
    await waitFor(() => expect(rule).toBeChecked())
    expect(asked).toContain('PUT /api/security-policy/')
  })

  it('are asked for what another administrator has said meanwhile, until that was seen', async () => {
    const { user, elsewhere } = open()
    const rule = await screen.findByRole('switch', { name: 'Critical changes need a second factor' })
    elsewhere()
    await user.click(rule)
    expect(await screen.findByText('Not changed. Somebody else was faster.')).toBeInTheDocument()
    await waitFor(() => expect(rule).toBeChecked())
    await user.click(rule)
    await waitFor(() => expect(rule).not.toBeChecked())
    expect(screen.queryByText(/^Not changed/)).not.toBeInTheDocument()
  })

  it('stay as they are where the server refuses, and it says why', async () => {
    const { user } = open(ada, 'Somebody has just taken this role from you.')
    const role = await screen.findByRole('combobox', { name: 'Role of Mia Manager' })
    await user.selectOptions(role, 'Auditor')
    expect(
      await screen.findByText('Not changed. Somebody has just taken this role from you.'),
    ).toBeInTheDocument()
    expect(role).toHaveDisplayValue('Sales manager')
  })

  it('are not even asked for by who may not see them', () => {
    const { asked } = open({ ...ada, role: 'sales_manager', permissions: ['read_stage'] })
    expect(screen.getByText('Only administrators see who belongs to the company.')).toBeInTheDocument()
    expect(asked).toEqual([])
  })
})
