import { expect, it } from 'vitest'
import { standardFields, step, workflow } from '../../../../tests/kit/referenceData.ts'
import { type TrialEvent, tryApproval } from '../../../domain/engine/approvalTrial.ts'
import type { ApprovalStep } from '../../../domain/process/approval.ts'
import { masked } from '../../../domain/process/masking.ts'
import { listInWords, type Who } from '../../../domain/process/who.ts'
import { sentenceReader } from '../../sentences.ts'
import { quotes, rules, sentences } from '../index.ts'

const german = sentenceReader(sentences, { locale: 'de', quotes, rules })
const fields = Object.fromEntries(standardFields.map((field) => [field.key, field]))
const kinds: Partial<ApprovalStep>[] = [
  { approver: { kind: 'manager_of_owner', ref: '' }, sla_hours: 1, on_timeout: 'approve' },
  { mode: 'any', sla_hours: 24, on_timeout: 'reject' },
  { mode: 'all', sla_hours: 24, escalate_to: 'sales_director' },
  { mode: 'number', quorum: 2, sla_hours: 1, on_timeout: 'escalate' },
  { mode: 'percent', quorum: 60 },
  { condition: { '>': [{ var: 'amount' }, 10] } },
  { condition: { ...masked } },
]
const courses: TrialEvent[][] = [
  ['approve'],
  ['reject'],
  ['wait'],
  ['wait', 'wait'],
  ['approve', 'approve'],
  ['delegate', 'approve'],
  ['delegate', 'reject'],
]

it('tells every course of an approval in German', () => {
  const told = kinds.flatMap((given) =>
    courses.flatMap(
      (events) =>
        tryApproval({
          workflow: workflow('w', { steps: [step({ name: 'Manager', allow_delegation: true, ...given })] }),
          deal: {},
          fields,
          events,
          people: [3],
          now: '2026-03-10T09:00:00.000Z',
        }).told,
    ),
  )
  expect(told.length).toBeGreaterThan(40)
  expect([...new Set(told)].filter((sentence) => !german.knows(sentence))).toEqual([])
})

it('tells in German who can make a move', () => {
  const all: Who[] = [
    { kind: 'owner', ref: '' },
    { kind: 'role', ref: 'sales_director' },
    { kind: 'manager_of_owner', ref: '' },
    { kind: 'user', ref: 'ada@acme.example' },
  ]
  const said = all.map((_, index) =>
    german(`Only ${listInWords(all.slice(0, index + 1), 'or')} can run “Angebot”. Ask one of them.`),
  )
  expect(said).toEqual([
    '„Angebot“ ist vorbehalten: die zuständige Person. Fragen Sie dort nach.',
    '„Angebot“ ist vorbehalten: die zuständige Person oder Vertriebsleitung. Fragen Sie dort nach.',
    '„Angebot“ ist vorbehalten: die zuständige Person, Vertriebsleitung oder die vorgesetzte Person. Fragen Sie dort nach.',
    '„Angebot“ ist vorbehalten: die zuständige Person, Vertriebsleitung oder 2 weiteren. Fragen Sie dort nach.',
  ])
})
