import { expect, it } from 'vitest'
import { standard } from '../../tests/kit/builders.ts'
import { action, check, reference } from '../../tests/kit/referenceData.ts'
import type { ProcessDocument } from '../domain/process/process.ts'
import { findFieldUses } from './fieldUses.ts'

type Looked = Parameters<typeof findFieldUses>[0]

const named = (id: string, processName: string) =>
  standard()
    .process({ id, processName })
    .connect('Proposal', 'Won', {
      conditions: [check('Large', { '>': [{ var: 'amount' }, 5] })],
    }).document

const looking = (published: readonly ProcessDocument[], drafts: readonly ProcessDocument[]): Looked => {
  const looked: Looked = {
    backend: { list: async () => ({ ok: true, value: published.map(({ process }) => process) }) },
    published: async (id: string) => {
      const value = published.find(({ process }) => process.id === id && process.processCode !== 'GONE')
      return value ? { ok: true, value } : { ok: false, failure: { kind: 'network', message: 'No answer.' } }
    },
    drafts: { list: async () => drafts.map((document) => ({ document })) },
    reference: async () =>
      reference({
        actions: [action('raise', 'update_field', { parameters: { field: 'amount', value: 1 } })],
      }),
  }
  return looked
}

it('finds a field in what is published, in drafts of this device and in company data', async () => {
  const found = await findFieldUses(
    looking([named('a', 'Sales'), standard().document], [named('b', 'New')]),
    'amount',
  )
  expect(found.processes.map(({ name, draft, places }) => [name, draft, places])).toEqual([
    [
      'New',
      true,
      [
        {
          key: expect.any(String),
          name: 'Proposal → Won',
          note: 'Condition “Large”',
          href: '/processes/b/design?select=transition%3AProposal%20%E2%86%92%20Won',
        },
      ],
    ],
    ['Sales', false, [expect.objectContaining({ name: 'Proposal → Won' })]],
  ])
  expect(found.company).toEqual([
    expect.objectContaining({ name: 'Raise', note: 'Company action', href: '/settings/actions' }),
  ])
  expect(found.failure).toBeNull()
})

it('says why something could not be looked at', async () => {
  const gone = named('c', 'Gone')
  const { process } = gone
  const found = await findFieldUses(
    looking([{ ...gone, process: { ...process, processCode: 'GONE' } }], []),
    'amount',
  )
  expect(found).toMatchObject({ processes: [], failure: 'No answer.' })
})
