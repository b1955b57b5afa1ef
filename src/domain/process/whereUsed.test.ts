import { describe, expect, it } from 'vitest'
import { aProcess } from '../../../tests/kit/builders.ts'
import { action, check, reference, step, workflow } from '../../../tests/kit/referenceData.ts'
import { withRows } from './process.ts'
import type { Logic } from './rule.ts'
import { fieldsNamedIn, type Use, usesOfFieldInCompany, usesOfFields, usesOfStage } from './whereUsed.ts'

const places = (uses: readonly Use[] | undefined) =>
  (uses ?? []).map(({ as, at, name }) => `${as} ${at.id} ${at.field}${name ? ` “${name}”` : ''}`)

const won = { stage: 'Won', last_move: 'allowed' } as const

describe('a comment', () => {
  it('is a place of the stage it is pinned to, one a thread', () => {
    const said = (id: string, threadId: string, text: string) => ({
      id,
      threadId,
      targetId: 'Offer',
      kind: 'text' as const,
      text,
      by: 'ada',
      byName: 'Ada',
      at: `2026-11-20T08:00:0${id}.000Z`,
      editedAt: null,
    })
    const comments = [said('1', 'a', 'Too early?'), said('2', 'a', 'No.'), said('3', 'b', 'Rename it')]
    const { document } = aProcess().stage('Offer', 40)
    const uses = usesOfStage(withRows(document, { comments }), 'Offer')
    expect(uses.map(({ as, name }) => [as, name]).sort()).toEqual([
      ['comment', 'Rename it'],
      ['comment', 'Too early?'],
    ])
  })
})

describe('a stage', () => {
  const process = aProcess()
    .stage('Lead', 10)
    .stage('Offer', 40)
    .stage('Talk', 60, {
      lineage: ['Offer'],
      validationRules: [
        { ...check('Came from an offer', { '==': [{ var: 'last_stage' }, 'OFFER'] }), severity: 'error' },
      ],
    })
    .stage('Won', { won: true })
    .connect('Lead', 'Offer')
    .connect('Offer', 'Talk', {
      actions: [{ action_code: 'SET', parameters: { field: 'step', value: 'Offer' } }],
    })
    .connect('Talk', 'Won')
    .process({ stageMigrations: { Demo: 'Offer' } })
    .waive('probability/decreases', 'Offer')
    .waive('rule/automatic-without-condition', 'Lead → Offer')
    .scenario({
      id: 'walk',
      scenarioName: 'Walk',
      start: { stage: null, fields: {} },
      steps: [{ do: 'move_to', stage: 'Offer' }],
      expectation: won,
    })

  it('is found in everything that names it, each place once', () => {
    expect(places(usesOfStage(process.document, 'Offer'))).toEqual([
      'comesFrom Lead → Offer toStageId',
      'goesTo Offer → Talk fromStageId',
      'scenario walk steps',
      'waiver Offer waivers “probability/decreases”',
      'waiver Lead → Offer waivers “rule/automatic-without-condition”',
      'migration Demo stageMigrations',
      'lineage Talk lineage',
      'rule Talk validationRules “Came from an offer”',
      'action Offer → Talk actions “SET”',
    ])
  })

  it('that nothing names is used nowhere', () => {
    expect(usesOfStage(aProcess().stage('Alone', 10).document, 'Alone')).toEqual([])
  })

  it('without a code is not found in empty texts', () => {
    const quiet = aProcess()
      .stage('Alone', 10, { stageCode: '' })
      .stage('Next', 20, {
        validationRules: [{ ...check('Empty', { '==': [{ var: 'a' }, ''] }), severity: 'error' }],
      })
    expect(usesOfStage(quiet.document, 'Alone')).toEqual([])
  })
})

describe('an opportunity field', () => {
  const nested: Logic = {
    or: [
      { and: [{ '>': [{ var: 'seats' }, 5] }, { '!': [{ in: [{ var: ['region', 'EU'] }, ['EU']] }] }] },
      { some: [{ var: 'products' }, { '==': [{ var: '' }, 'core'] }] },
    ],
  }
  const process = aProcess()
    .stage('Lead', 10, { requiredFields: ['amount', 'seats'] })
    .stage('Offer', 40, {
      requiredFields: ['amount'],
      validationRules: [
        {
          ...check('Size', nested),
          when: { '==': [{ var: 'budget_confirmed' }, true] },
          severity: 'warning',
        },
      ],
      transitionRules: [{ ...check('Dated', { '!!': [{ var: 'close_date' }] }), kind: 'exit' }],
    })
    .stage('Won', { won: true })
    .connect('Offer', 'Won', {
      conditions: [check('Large', { '>': [{ var: 'amount' }, 5] })],
      actions: [{ action_code: 'SET', parameters: { field: 'region', value: 'amount' } }],
    })
    .scenario({
      id: 'walk',
      scenarioName: 'Walk',
      start: { stage: null, fields: { amount: 5 } },
      steps: [{ do: 'set_fields', fields: { amount: 9, industry: 'IT' } }],
      expectation: won,
    })

  it('is found in required fields, rules to the last leaf, actions and scenarios', () => {
    const uses = usesOfFields(process.document)
    expect(places(uses.get('amount'))).toEqual([
      'required Lead requiredFields',
      'required Offer requiredFields',
      'condition Offer → Won conditions “Large”',
      'scenario walk steps',
    ])
    expect(places(uses.get('region'))).toEqual([
      'rule Offer validationRules “Size”',
      'action Offer → Won actions “SET”',
    ])
    for (const key of ['seats', 'products', 'budget_confirmed'])
      expect(places(uses.get(key))).toContain('rule Offer validationRules “Size”')
    expect(places(uses.get('close_date'))).toEqual(['rule Offer transitionRules “Dated”'])
    expect(uses.get('shoe_size')).toBeUndefined()
  })

  it('is found in a rule that is nested too deep to be evaluated', () => {
    let logic: Logic = { '==': [{ var: 'amount' }, 1] }
    for (let level = 0; level < 20_000; level += 1) logic = { '!': [logic] }
    expect([...fieldsNamedIn(logic)]).toEqual(['amount'])
  })

  it('is found in what the company set up', () => {
    const company = reference({
      actions: [action('raise', 'update_field', { parameters: { field: 'amount', value: 1 } })],
      workflows: [
        workflow('discount', {
          steps: [step(), step({ name: 'Large deals', condition: { '>': [{ var: 'amount' }, 5] } })],
        }),
      ],
    })
    expect(places(usesOfFieldInCompany(company, 'amount'))).toEqual([
      'action raise parameters',
      'approval discount steps “Large deals”',
    ])
    expect(usesOfFieldInCompany(company, 'seats')).toEqual([])
  })
})
