import { describe, expect, it } from 'vitest'
import { type ProcessBuilder, standard } from '../../../tests/kit/builders.ts'
import { check, reference, step, workflow } from '../../../tests/kit/referenceData.ts'
import { runScenario } from '../../domain/engine/scenarios.ts'
import { scenarioMoment } from '../../domain/lint/scenarioMoment.ts'
import { templates } from '../../domain/templates/index.ts'
import { scenarioOf, walkOf } from './scenarioWalk.ts'
import { replay, type Walk, type WalkAction, waitsFor, withAction } from './walk.ts'
import { effectsInWords, lineInWords } from './walkWords.ts'

const at = '2026-11-21T09:00:00.000Z'
const company = reference({
  workflows: [
    workflow('discount', {
      steps: [
        step({ sla_hours: 48, on_timeout: 'approve' }),
        step({ name: 'Board', approver: { kind: 'role', ref: 'executive' } }),
      ],
    }),
  ],
})
const to = (stageId: string): WalkAction => ({ do: 'move', stageId, transitionId: null })
const set = (fields: Record<string, string | number>): WalkAction => ({ do: 'set_fields', fields })

function walked(process: ProcessBuilder, ...actions: WalkAction[]) {
  const place = { document: process.document, reference: company }
  const walk: Walk = { start: { stageId: null, fields: {}, at }, actions }
  const steps = replay(place, walk)
  const lines = steps.flatMap((one) => one.lines)
  return { place, walk, steps, end: steps.at(-1), said: lines.map((line) => lineInWords(place, line)), lines }
}

const gated = standard().stage('Proposal', 50, {
  stageOrder: 2,
  requiredFields: ['amount'],
  validationRules: [
    { ...check('Large enough', { '>=': [{ var: 'amount' }, 1_000] }, 'Too small.'), severity: 'error' },
  ],
})
const approved = standard().stage('Won', {
  won: true,
  stageOrder: 4,
  requiresApproval: true,
  approvalWorkflowId: 'discount',
})

describe('a deal walked by hand', () => {
  it('starts in the entry stage and goes where it is sent', () => {
    const { said, end } = walked(standard(), to('Proposal'), to('Negotiation'), to('Won'))
    expect(said).toEqual([
      'Starts in Qualification.',
      'From Qualification to Proposal.',
      'From Proposal to Negotiation.',
      'From Negotiation to Won.',
    ])
    expect(end?.deal).toMatchObject({ stageId: 'Won', probability: 100 })
  })

  it('stays where a move is blocked, and says every reason', () => {
    const { said, end } = walked(gated, to('Proposal'))
    expect(end?.deal.stageId).toBe('Qualification')
    expect(end?.lastMove?.outcome).toBe('blocked')
    expect(said.at(-1)).toBe(
      'The move to Proposal is blocked. Fill in Amount: “Proposal” requires it. Too small.',
    )
  })

  it('goes on once the field is filled', () => {
    const { said, lines } = walked(gated, set({ amount: 25_000 }), to('Proposal'))
    expect(said.slice(1)).toEqual(['Amount is 25,000.', 'From Qualification to Proposal.'])
    expect(lines.at(-1) && effectsInWords(lines[lines.length - 1] ?? fail())).toEqual([
      'The probability becomes 50%.',
    ])
  })

  it('says where nothing leads', () => {
    expect(walked(standard(), to('Won')).said.at(-1)).toBe('Nothing leads from Qualification to Won.')
  })

  it('moves by itself on the day a timed exit is due, not at the end of the wait', () => {
    const timed = standard().connect('Qualification', 'Lost', {
      id: 'stale',
      transitionName: 'No answer',
      isAutomatic: true,
      afterDays: 10,
    })
    const { place, steps } = walked(timed)
    const waits = waitsFor(place, steps[0] ?? fail(), 30)
    expect(waits).toEqual([
      { do: 'wait', days: 10 },
      { do: 'wait', days: 20 },
    ])
    const { said } = walked(timed, ...waits)
    expect(said.slice(1)).toEqual([
      '10 days pass.',
      'Moves by itself from Qualification to Lost via No answer.',
      '20 days pass.',
    ])
  })

  it('waits for each step of an approval', () => {
    const before = [to('Proposal'), to('Negotiation'), to('Won')]
    const pending = walked(approved, ...before)
    expect(pending.end?.deal).toMatchObject({ stageId: 'Negotiation', approval: { outcome: 'pending' } })
    const wrong = walked(approved, ...before, { do: 'approve', role: 'auditor' })
    expect(wrong.said.at(-1)).toBe('“Sales director” waits for director, not for auditor.')
    const both = walked(
      approved,
      ...before,
      { do: 'approve', role: 'director' },
      { do: 'approve', role: 'executive' },
    )
    expect(both.said.slice(-2)).toEqual([
      'Director approves “Sales director”.',
      'Executive approves “Board”. From Negotiation to Won.',
    ])
  })

  it('asks anew for an approval that was refused', () => {
    const before = [to('Proposal'), to('Negotiation'), to('Won')]
    const refused = walked(approved, ...before, { do: 'reject', role: 'director' })
    expect(refused.end?.lastMove?.outcome).toBe('blocked')
    expect(walked(approved, ...refused.walk.actions, to('Won')).end?.deal.approval?.outcome).toBe('pending')
  })

  it('lets an approval time out', () => {
    const before = [to('Proposal'), to('Negotiation'), to('Won')]
    const { place, end } = walked(approved, ...before)
    expect(waitsFor(place, end ?? fail(), 5)).toEqual([
      { do: 'wait', days: 2 },
      { do: 'wait', days: 3 },
    ])
  })

  it('keeps fields that are set one after the other as one step', () => {
    const once = withAction([set({ amount: 1 })], set({ amount: 2 }))
    expect(once).toEqual([set({ amount: 2 })])
    expect(withAction([to('Proposal')], set({ amount: 2 }))).toHaveLength(2)
  })
})

describe('a walk kept as a scenario', () => {
  it('ends where the walk ended', () => {
    const { place, walk, end } = walked(gated, set({ amount: 5_000 }), to('Proposal'), to('Lost'))
    const scenario = scenarioOf(walk, {
      id: 'kept',
      scenarioName: 'Lost early',
      expectation: { stage: end?.deal.stageId ?? '', last_move: 'allowed' },
    })
    expect(runScenario(place.document, place.reference, scenario, scenarioMoment)).toMatchObject({
      passed: true,
    })
    expect(walkOf(scenario).actions).toEqual([set({ amount: 5_000 }), to('Proposal'), to('Lost')])
  })

  it('keeps the distance of dates from the first day', () => {
    const { walk } = walked(standard(), set({ close_date: '2026-12-01' }))
    const { steps } = scenarioOf(walk, {
      id: 'kept',
      scenarioName: 'Dates',
      expectation: { stage: 'Won', last_move: 'allowed' },
    })
    expect(steps).toEqual([{ do: 'set_fields', fields: { close_date: '2026-01-15' } }])
  })

  it('is walked by hand exactly as it runs, in every template', () => {
    let count = 0
    for (const template of templates) {
      let ids = 0
      const document = template.build(() => `id-${++ids}`, 'company')
      for (const scenario of Object.values(document.scenarios)) {
        const ran = runScenario(document, company, scenario, scenarioMoment)
        const last = replay({ document, reference: company }, walkOf(scenario)).at(-1)
        expect([scenario.scenarioName, last?.deal.stageId]).toEqual([
          scenario.scenarioName,
          ran.deal?.stageId,
        ])
        count += 1
      }
    }
    expect(count).toBeGreaterThan(3)
  })
})

function fail(): never {
  throw new Error('The walk has no such step.')
}
