import { describe, expect, it } from 'vitest'
import type { Who } from '../process/who.ts'
import { actorAs } from './checks.ts'
import { deal, now, process, reference } from './engine.cases.ts'
import { evaluateTransition } from './evaluateTransition.ts'
import { runScenario } from './scenarios.ts'

const role = (ref: string): Who => ({ kind: 'role', ref })
const owner: Who = { kind: 'owner', ref: '' }
const keptFor = (...runBy: Who[]) => process({ transitions: { 'make-offer': { runBy } } })
const asked = (document: ReturnType<typeof process>, as: Who | null) =>
  evaluateTransition({
    document,
    reference,
    deal: deal(),
    transitionId: 'make-offer',
    actor: actorAs(as),
    now,
  })

describe('a move that is kept for certain people', () => {
  it.each<[string, Who]>([
    ['a role', role('sales_director')],
    ['the owner', owner],
    ['the owner’s manager', { kind: 'manager_of_owner', ref: '' }],
    ['a person', { kind: 'user', ref: 'ada@acme.example' }],
  ])('is open to %s that is named, and to whoever tries the process', (_, who) => {
    const document = keptFor(who, role('executive'))
    expect(asked(document, who).outcome).toBe('allowed')
    expect(asked(document, null).outcome).toBe('allowed')
    expect(asked(document, role('auditor')).outcome).toBe('blocked')
  })

  it('says who can run it', () => {
    const said = (...runBy: Who[]) =>
      asked(keptFor(...runBy), role('auditor')).blockers.map((one) => one.sentence)
    expect(said(role('sales_director'))).toEqual([
      'Only sales director can run “Lead → Offer”. Ask one of them.',
    ])
    expect(said(owner, role('sales_director'), role('executive'))).toEqual([
      'Only the owner, sales director or executive can run “Lead → Offer”. Ask one of them.',
    ])
    expect(said(owner, role('a'), role('b'), role('c'))).toEqual([
      'Only the owner, a or 2 others can run “Lead → Offer”. Ask one of them.',
    ])
  })

  it('happens by itself for everybody', () => {
    const document = process({ transitions: { 'make-offer': { runBy: [owner], isAutomatic: true } } })
    expect(asked(document, role('auditor')).outcome).toBe('allowed')
  })

  it('is walked in a scenario as somebody', () => {
    const walk = (as: Who | undefined, last_move: 'allowed' | 'blocked') =>
      runScenario(
        keptFor(owner),
        reference,
        {
          id: 's',
          scenarioName: 'Walk',
          start: { stage: null, fields: {} },
          steps: [{ do: 'move_to', stage: 'offer', as }],
          expectation: { stage: last_move === 'allowed' ? 'offer' : 'lead', last_move },
        },
        now,
      )
    expect(walk(owner, 'allowed').passed).toBe(true)
    expect(walk(undefined, 'allowed').passed).toBe(true)
    expect(walk(role('auditor'), 'blocked').passed).toBe(true)
  })
})
