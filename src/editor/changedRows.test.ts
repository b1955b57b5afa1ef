import { describe, expect, it } from 'vitest'
import { standard } from '../../tests/kit/builders.ts'
import { having } from '../../tests/kit/given.ts'
import { action, check, reference } from '../../tests/kit/referenceData.ts'
import type { PayloadOf } from '../domain/commands/registry.ts'
import type { ProcessDocument } from '../domain/process/process.ts'
import { changedRows } from './changedRows.ts'
import { changeGroups } from './changeGroups.ts'

const before = standard().document
const company = reference({ actions: [action('welcome', 'send_email', { actionName: 'Welcome mail' })] })
const words = (after: ProcessDocument, from = before) =>
  changedRows(from, after, company).flatMap(({ kind, name, lines }) =>
    lines.length === 0
      ? [`${kind} ${name}`]
      : lines.map(({ field, from: was, to }) => `${name}: ${field}${was === null ? '' : ` ${was} → ${to}`}`),
  )
const stage = (changes: PayloadOf<'updateStage'>['changes'], from = before) =>
  having(from, 'updateStage', { stageId: 'Proposal', changes })

describe('what changed, in words', () => {
  it.each([
    [
      { stageName: 'Offer', defaultProbability: 60 },
      ['Offer: probability 50 % → 60 %', 'Offer: name Proposal → Offer'],
    ],
    [
      { averageDurationDays: 1, maxDurationDays: 14 },
      ['Proposal: average duration nothing → 1 day', 'Proposal: maximum duration nothing → 14 days'],
    ],
    [
      { requiredFields: ['amount', 'unknown_key'] },
      ['Proposal: required fields nothing → Amount, unknown_key'],
    ],
    [{ entryActionIds: ['welcome'] }, ['Proposal: entry actions nothing → Welcome mail']],
    [{ isActive: false }, ['Proposal: active yes → no']],
    [{ forecastCategory: 'best_case' as const }, ['Proposal: forecast category nothing → best case']],
    [
      { simulation: { duration: { kind: 'pert' as const, minimum: 1, mode: 3, maximum: 9 } } },
      ['Proposal: simulation settings nothing → pert, 1 to 9 days'],
    ],
  ])('names a field with both values: %j', (changes, expected) => {
    expect(words(stage(changes))).toEqual(expected)
  })

  it('tells rules one by one, by what they say', () => {
    const large = {
      ...check('Large', { '>=': [{ var: 'amount' }, 1_000] }, 'Too small.'),
      severity: 'error' as const,
    }
    const withRule = stage({ validationRules: [large] })
    expect(words(withRule)).toEqual([
      'Proposal: validation rules: Large nothing → Amount is at least 1,000 (error) — “Too small.”',
    ])
    expect(
      words(stage({ validationRules: [{ ...large, severity: 'warning' }] }, withRule), withRule),
    ).toEqual([
      'Proposal: validation rules: Large Amount is at least 1,000 (error) — “Too small.” → Amount is at least 1,000 (warning) — “Too small.”',
    ])
  })

  it('tells rows that came and went under their headings', () => {
    const after = having(having(before, 'removeStages', { stageIds: ['Proposal'] }), 'setStageMigration', {
      stageId: 'Proposal',
      toStageId: 'Negotiation',
    })
    expect(words(after)).toEqual([
      'Enterprise sales: where deals of Proposal go nothing → Negotiation',
      'removed Proposal',
      'removed Qualification → Proposal',
      'removed Proposal → Negotiation',
    ])
    expect(changeGroups(changedRows(before, after, company)).map(({ title }) => title)).toEqual([
      'Process',
      'Stages',
      'Transitions',
    ])
  })

  it('tells who may make a move and who is told in words, from nothing', () => {
    const kept = having(before, 'updateTransition', {
      transitionId: 'Qualification → Proposal',
      changes: {
        runBy: [
          { kind: 'owner', ref: '' },
          { kind: 'role', ref: 'executive' },
        ],
        onRefusal: true,
      },
    })
    const after = having(kept, 'updateStage', {
      stageId: 'Proposal',
      changes: { escalation: { after_days: 9, tell: [{ kind: 'role', ref: 'executive' }] } },
    })
    expect(words(after)).toEqual([
      'Proposal: escalation nothing → after 9 days to Executive',
      'Qualification → Proposal: who can run it nothing → The owner, Executive',
      'Qualification → Proposal: on refusal nothing → yes',
    ])
  })

  it('tells a policy by its name, and a move on the canvas without numbers', () => {
    const moved = having(before, 'moveStages', { positions: { Proposal: { x: 5, y: 5 } } })
    const after = having(moved, 'setPolicies', { changes: { allow_rework: true } })
    expect(words(after)).toEqual([
      'Enterprise sales: policy: allow rework no → yes',
      'Proposal: place on the canvas',
    ])
  })
})
