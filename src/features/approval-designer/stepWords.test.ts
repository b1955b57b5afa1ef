import { expect, it } from 'vitest'
import { standardFields, step } from '../../../tests/kit/referenceData.ts'
import { stepSentences, whoInWords } from './stepWords.ts'

const fields = Object.fromEntries(standardFields.map((field) => [field.key, field]))
const desk = step({ name: 'Deal desk', approver: { kind: 'role', ref: 'sales_operations' } })

it.each([
  [{}, 'Anyone in the role Sales operations decides.'],
  [{ mode: 'all' }, 'Everyone in the role Sales operations has to agree.'],
  [{ mode: 'number', quorum: 2 }, '2 people in the role Sales operations have to agree.'],
  [{ mode: 'percent', quorum: 60 }, '60 % of the people in the role Sales operations have to agree.'],
  [{ approver: { kind: 'user', ref: 'ann@demo.example' } }, 'ann@demo.example decides.'],
  [{ approver: { kind: 'manager_of_owner', ref: '' } }, "The manager of the deal's owner decides."],
  [{ approver: { kind: 'user', ref: '' } }, 'Nobody is named yet.'],
] as const)('says whom a step asks: %j', (given, sentence) => {
  expect(whoInWords({ ...desk, ...given })).toBe(sentence)
})

it('says where a step leads', () => {
  const first = {
    ...desk,
    condition: { '>': [{ var: 'amount' }, 10_000] },
    sla_hours: 24,
    escalate_to: 'sales_director',
    allow_delegation: true,
  }
  const steps = [first, step({ name: 'Legal', sla_hours: 1, on_timeout: 'approve' })]
  expect(stepSentences(steps, 0, fields)).toEqual([
    'Anyone in the role Sales operations decides.',
    'Asked only if Amount is more than 10,000; otherwise this step is skipped.',
    'Without an answer within 24 hours, Sales director is asked instead.',
    'Somebody else may decide in their name.',
    'Approved: goes on to step 2, Legal.',
    'Refused: the approval ends and the deal stays where it is.',
  ])
  expect(stepSentences(steps, 1, fields).slice(1)).toEqual([
    'Without an answer within 1 hour it counts as approved.',
    'Approved: the deal enters the stage.',
    'Refused: the approval ends and the deal stays where it is.',
  ])
})
