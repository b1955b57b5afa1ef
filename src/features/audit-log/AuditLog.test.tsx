import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'
import type { AuditVerdict, WireAuditEntry } from '../../contract/audit.ts'
import { createClient } from '../../data/api/client.ts'
import { masked } from '../../domain/process/masking.ts'
import { HouseTheme } from '../../ui/theme/index.ts'
import { AuditLog } from './AuditLog.tsx'
import { wordsOfEntity } from './auditWords.ts'
import { rowName, valueLines } from './valueLines.ts'

const anna = { id: '0198c000-0000-7000-8000-000000000001', name: 'Anna Berg' }
const entry = (seq: number, own: Partial<WireAuditEntry>): WireAuditEntry => ({
  seq,
  at: '2026-03-01T09:00:00.000Z',
  by: anna,
  session_id: null,
  type: 'settings.changed',
  entity: 'settings',
  entity_id: 'company',
  entity_name: null,
  revision: null,
  body: {},
  erased: false,
  hash: 'ab'.repeat(32),
  ...own,
})
const log = [
  entry(2, { body: { 'opportunities.defaultView': 'pipeline' } }),
  entry(1, {
    type: 'category.updated',
    entity: 'category',
    body: { before: { categoryName: 'Old', sortOrder: 1 }, after: { categoryName: 'New', sortOrder: 1 } },
  }),
]
const whole: AuditVerdict = {
  ok: true,
  epoch: 'e',
  from: 1,
  to: 2,
  head: 2,
  rows: 2,
  first_bad: null,
  checkpoints_checked: 1,
  public_key: 'KEY',
  more: false,
}

function open(verdict: Partial<AuditVerdict> = {}) {
  const asked: string[] = []
  const client = createClient({
    baseUrl: 'http://stagecraft.test',
    fetch: async (request) => {
      const { pathname, search, searchParams } = new URL(request.url)
      asked.push(pathname + search)
      if (pathname.endsWith('/filters/'))
        return Response.json({ people: [anna], types: ['category.updated', 'settings.changed'] })
      if (pathname.endsWith('/verify/')) return Response.json({ ...whole, ...verdict })
      const type = searchParams.get('type')
      const results = log.filter((one) => type === null || one.type === type)
      const paging = { page: 1, page_size: 25, total_pages: 1, next: null, previous: null, filters: {} }
      return Response.json({ count: results.length, ...paging, results })
    },
  })
  const never = async () => ({ ok: false, failure: { kind: 'network', message: 'Not asked.' } }) as const
  const cache = new QueryClient({ defaultOptions: { queries: { retry: false, networkMode: 'always' } } })
  render(
    <HouseTheme>
      <QueryClientProvider client={cache}>
        <AuditLog backend={{ client, version: never, referenceData: never }} />
      </QueryClientProvider>
    </HouseTheme>,
  )
  return { user: userEvent.setup(), asked }
}

describe('the audit log', () => {
  it('says what an entry is about where that has no name', () => {
    const id = '0198c000-0000-7000-8000-000000000002'
    expect(wordsOfEntity(entry(1, {}))).toBe('The company')
    expect(wordsOfEntity(entry(1, { entity: 'session', entity_id: id }))).toBe('A sign-in')
    expect(wordsOfEntity(entry(1, { entity: 'user', entity_id: anna.id }))).toBe('Anna Berg')
    expect(wordsOfEntity(entry(1, { entity: 'category', entity_id: id }))).toBeNull()
  })

  it('shows who did what, newest first', async () => {
    open()
    const rows = within(await screen.findByRole('table', { name: /2 entries/ })).getAllByRole('row')
    expect(rows[1]?.textContent).toContain('Settings changed')
    expect(rows[1]?.textContent).toContain('Anna Berg')
    expect(rows[2]?.textContent).toContain('Category changed')
    expect(rows[2]?.textContent).toContain('New')
  })

  it('calls reference data by its name, also once it is gone', () => {
    const before = { id: 'f1', key: 'amount', label: 'Amount' }
    expect(rowName({ before, after: { ...before, label: 'Volume' } })).toBe('Volume')
    expect(rowName({ before, after: null })).toBe('Amount')
    expect(rowName({ before: null, after: { template_name: 'Field sales' } })).toBe('Field sales')
    expect(rowName({ 'opportunities.defaultView': 'pipeline' })).toBeNull()
  })

  it('tells nobody what is hidden from them, and that it is', () => {
    const before = { actionName: 'Mail', parameters: masked }
    expect(valueLines({ before, after: { ...before, actionName: 'E-mail' } })).toEqual([
      { name: 'actionName', from: 'Mail', to: 'E-mail' },
      { name: 'parameters', from: undefined, to: 'Hidden' },
    ])
    const steps = [{ name: 'Director', condition: masked }]
    expect(valueLines({ steps })).toEqual([
      { name: 'steps', from: undefined, to: '[{"name":"Director","condition":"Hidden"}]' },
    ])
    expect(rowName({ before: null, after: { label: masked } })).toBe('Hidden')
  })

  it('shows a masked entry without a proof, in words', async () => {
    log.unshift(entry(3, { type: 'action.updated', entity: 'action', body: { notes: masked }, hash: '' }))
    const { user } = open()
    const [, first] = within(await screen.findByRole('table', { name: /3 entries/ })).getAllByRole('row')
    if (!first) throw new Error('There is no row.')
    await user.click(within(first).getByRole('button'))
    const dialog = await screen.findByRole('dialog')
    expect(dialog.textContent).toMatch(/notes\s*Hidden/)
    expect(within(dialog).getAllByText('Hidden')).toHaveLength(2)
    expect(dialog).not.toHaveTextContent('$masked')
    log.shift()
  })

  it('is narrowed down to one kind of change', async () => {
    const { user, asked } = open()
    await screen.findByRole('option', { name: 'Category changed' })
    await user.selectOptions(screen.getByRole('combobox', { name: 'What' }), 'Category changed')
    expect(await screen.findByRole('table', { name: /1 entry/ })).toBeTruthy()
    expect(asked.at(-1)).toContain('type=category.updated')
    await user.click(screen.getByRole('button', { name: 'Clear filters' }))
    expect(await screen.findByRole('table', { name: /2 entries/ })).toBeTruthy()
  })

  it('opens an entry with what was before and after', async () => {
    const { user } = open()
    await user.click(await screen.findByRole('button', { name: 'Details of entry 1' }))
    const dialog = await screen.findByRole('dialog', { name: 'Category changed' })
    expect(dialog.textContent).toContain('categoryName')
    expect(dialog.querySelector('del')?.textContent).toBe('Old')
    expect(dialog.textContent).toContain('New')
    expect(dialog.textContent).not.toContain('sortOrder')
  })

  it('says that it is whole, with the key to note', async () => {
    const { user } = open()
    await user.click(await screen.findByRole('button', { name: 'Verify' }))
    expect(await screen.findByText('The log is whole: 2 entries verified.')).toBeTruthy()
    expect(screen.getByText(/Public key: KEY/)).toBeTruthy()
  })

  it('says where it was tampered with', async () => {
    const { user } = open({ ok: false, first_bad: { seq: 2, reason: 'hash' } })
    await user.click(await screen.findByRole('button', { name: 'Verify' }))
    expect(await screen.findByText('The log was tampered with at entry 2.')).toBeTruthy()
    expect(screen.getByText(/changed after it was written/)).toBeTruthy()
  })
})
