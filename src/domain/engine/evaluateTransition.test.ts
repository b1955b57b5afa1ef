import { describe, expect, it } from 'vitest'
import { dealAfter } from './effects.ts'
import { deal, manager, now, process, reference, representative } from './engine.cases.ts'
import { evaluateTransition } from './evaluateTransition.ts'
import { verdictSchema } from './verdict.ts'

const ask = (given: Partial<Parameters<typeof evaluateTransition>[0]> = {}) =>
  evaluateTransition({
    document: process(),
    reference,
    deal: deal(),
    transitionId: 'make-offer',
    actor: representative,
    now,
    ...given,
  })
const sentences = (verdict: ReturnType<typeof ask>) => verdict.blockers.map(({ sentence }) => sentence)
const rule = (id: string, check: object, message = '') => ({
  id,
  name: id,
  check: JSON.parse(JSON.stringify(check)),
  message,
})
const bigEnough = { '>=': [{ var: 'amount' }, 1_000] }

describe('a move', () => {
  it('that nothing stands against is allowed, with what it sets off', () => {
    const verdict = ask()
    expect(verdict).toMatchObject({
      outcome: 'allowed',
      fromStageId: 'lead',
      toStageId: 'offer',
      blockers: [],
    })
    expect(verdict.effects.map(({ sentence }) => sentence)).toEqual([
      'The deal moves from “Lead” to “Offer”.',
      'The probability becomes 60%.',
    ])
    expect(verdictSchema.parse(verdict)).toEqual(verdict)
  })

  it.each([
    [
      'that does not exist',
      { transitionId: 'none' },
      'This transition does not exist. Pick one of the exits of the stage.',
    ],
    [
      'from another stage',
      { transitionId: 'sign' },
      '“Offer → Won” leaves “Offer”, but the deal stands in “Lead”.',
    ],
    [
      'into a sleeping stage',
      { transitionId: 'sleep' },
      '“Sleeping” is not active: no deal moves out of it or into it.',
    ],
    [
      'out of a closed stage',
      { transitionId: 'lose', deal: deal({ stageId: 'won' }) },
      'The deal is closed: nothing leads out of “Won”.',
    ],
    [
      'of a deal that stands nowhere',
      { deal: deal({ stageId: 'gone' }) },
      'The deal stands in a stage that this process does not have.',
    ],
  ])('%s is blocked', (_, given, sentence) => {
    expect(sentences(ask(given))).toEqual([sentence])
  })

  it('by a global transition leaves any open stage', () => {
    expect(ask({ transitionId: 'lose' }).outcome).toBe('allowed')
    expect(ask({ transitionId: 'lose', deal: deal({ stageId: 'offer' }) }).outcome).toBe('allowed')
  })

  it('reports every failing check at once, in the order of the steps', () => {
    const document = process({
      stages: {
        lead: { transitionRules: [{ ...rule('exit', bigEnough, 'Raise the amount.'), kind: 'exit' }] },
        offer: {
          requiredFields: ['close_date', 'budget_amount'],
          transitionRules: [
            { ...rule('entry', { '==': [{ var: 'budget_confirmed' }, true] }), kind: 'entry' },
          ],
          validationRules: [
            { ...rule('valid', { '!!': [{ var: 'champion' }] }, 'Name a champion.'), severity: 'error' },
          ],
        },
      },
      transitions: {
        'make-offer': { conditions: [rule('condition', { in: [{ var: 'lead_source' }, ['Event']] })] },
      },
    })
    const fields = { amount: 500, close_date: '', budget_amount: 0 }
    const verdict = ask({
      document,
      deal: deal({ fields, probabilityOverride: { value: 90, justification: 'good' } }),
    })
    expect(verdict.outcome).toBe('blocked')
    expect(verdict.effects).toEqual([])
    expect(verdict.blockers.map(({ step, rule_id, field }) => [step, rule_id, field])).toEqual([
      ['exit_rule', 'exit', 'amount'],
      ['condition', 'condition', 'lead_source'],
      ['required_field', 'required/close_date', 'close_date'],
      ['entry_rule', 'entry', 'budget_confirmed'],
      ['validation_rule', 'valid', 'champion'],
      ['probability', 'probability/permission', null],
      ['probability', 'probability/justification', null],
    ])
    expect(sentences(verdict).slice(0, 4)).toEqual([
      'Raise the amount.',
      'Lead source is “Event”: this has to hold.',
      'Fill in Close date: “Offer” requires it.',
      'Budget confirmed is yes: this has to hold.',
    ])
    expect(verdict.blockers[0]?.failing).toEqual([
      { expected: 'Amount is at least 1,000', actual: 'Amount is 500', field: 'amount' },
    ])
  })

  it('asks a validation rule only where its “when” holds', () => {
    const document = process({
      stages: {
        offer: {
          validationRules: [
            {
              ...rule('legal', { '==': [{ var: 'legal_approved' }, true] }),
              when: bigEnough,
              severity: 'error',
            },
          ],
        },
      },
    })
    expect(ask({ document, deal: deal({ fields: { amount: 10 } }) }).outcome).toBe('allowed')
    expect(ask({ document, deal: deal({ fields: { amount: 5_000 } }) }).outcome).toBe('blocked')
  })

  it('is only warned by a warning, and blocked by it where validation is required', () => {
    const offer = {
      validationRules: [
        {
          ...rule('champion', { '!!': [{ var: 'champion' }] }, 'Name a champion.'),
          severity: 'warning' as const,
        },
      ],
    }
    const warned = ask({ document: process({ stages: { offer } }) })
    expect([warned.outcome, warned.warnings.map(({ sentence }) => sentence)]).toEqual([
      'allowed',
      ['Name a champion.'],
    ])
    const strict = process({ stages: { offer }, transitions: { 'make-offer': { requiresValidation: true } } })
    expect(ask({ document: strict })).toMatchObject({ outcome: 'blocked', warnings: [] })
  })

  it('is blocked by a broken rule, which says so', () => {
    const document = process({
      transitions: { 'make-offer': { conditions: [rule('odd', { eval: ['1'] })] } },
    })
    expect(sentences(ask({ document }))[0]).toMatch(
      /^“odd” cannot be checked, because the rule is broken. Unknown operator “eval”/,
    )
  })

  it('takes an overridden probability from someone who may and says why', () => {
    const given = {
      deal: deal({ probabilityOverride: { value: 85, justification: 'Verbal yes from the board' } }),
      actor: manager,
    }
    const verdict = ask(given)
    expect(verdict.effects.at(-1)).toMatchObject({ kind: 'probability', probability: 85 })
    expect(dealAfter(given.deal, verdict, now)).toMatchObject({
      stageId: 'offer',
      probability: 85,
      probabilityOverride: null,
    })
  })

  it('leaves the probability alone where the policy says so', () => {
    const document = process({ policies: { auto_calculate_probability: false } })
    expect(ask({ document, deal: deal({ probability: 33 }) }).effects.map(({ kind }) => kind)).toEqual([
      'stage',
    ])
  })

  it('lists actions by group and execution order and sets fields', () => {
    const document = process({
      stages: {
        lead: { exitActionIds: ['action-task-follow-up'] },
        offer: { entryActionIds: ['action-note-next-step', 'action-notify-manager', 'action-unknown'] },
      },
      transitions: {
        'make-offer': {
          actions: [{ action_code: 'TASK_FOLLOW_UP', parameters: { title: 'Call' } }],
          actionIds: ['action-notify-manager'],
        },
      },
    })
    const verdict = ask({ document })
    expect(
      verdict.effects.map((effect) =>
        effect.kind === 'action' ? `${effect.on} ${effect.action_code}` : effect.kind,
      ),
    ).toEqual([
      'exit TASK_FOLLOW_UP',
      'transition NOTIFY_MANAGER',
      'transition TASK_FOLLOW_UP',
      'entry NOTIFY_MANAGER',
      'entry NOTE_NEXT_STEP',
      'stage',
      'probability',
    ])
    expect(verdict.effects[2]).toMatchObject({ parameters: { title: 'Call', assignee: 'owner' } })
    expect(dealAfter(deal(), verdict, now).fields.next_step).toBe('Contract with the customer for signature')
  })

  it("runs the transition's own actions in the order in which it lists them", () => {
    const own = ['NOTE_NEXT_STEP', 'TASK_FOLLOW_UP', 'NOTE_NEXT_STEP', 'NOTIFY_MANAGER']
    const document = process({
      transitions: {
        'make-offer': { actions: own.map((action_code) => ({ action_code, parameters: {} })) },
      },
    })
    const codes = ask({ document }).effects.flatMap((effect) =>
      effect.kind === 'action' ? [effect.action_code] : [],
    )
    expect(codes).toEqual(own)
  })
})

describe('an approval', () => {
  const needing = (workflow: string | null) =>
    process({ stages: { offer: { requiresApproval: true, approvalWorkflowId: workflow } } })
  const document = needing('approval-deal-desk')

  it('makes the move wait, with the steps that apply', () => {
    const small = ask({ document, deal: deal({ fields: { amount: 10_000 } }) })
    expect(small.outcome).toBe('pending')
    expect(small.approval?.steps.map(({ name, status }) => [name, status])).toEqual([
      ['Sales operations checks the terms', 'open'],
    ])
    const large = ask({ document, deal: deal({ fields: { amount: 300_000 } }) })
    expect(large.approval?.steps.map(({ status }) => status)).toEqual(['open', 'waiting'])
  })

  it('once given lets the move through; refused, it blocks with the reason', () => {
    const waiting = dealAfter(deal(), ask({ document }), now)
    const decided = (decision: 'approved' | 'rejected') => {
      const request = waiting.approval
      if (!request) throw new Error('nothing was asked for')
      const steps = request.steps.map((step) => ({
        ...step,
        status: decision,
        decisions: [
          {
            by: 'o',
            role: 'sales_operations',
            decision: 'reject' as const,
            comment: 'Margin too thin',
            at: now,
          },
        ],
      }))
      return ask({ document, deal: { ...waiting, approval: { ...request, steps, outcome: decision } } })
    }
    expect(decided('approved').outcome).toBe('allowed')
    expect(sentences(decided('rejected'))).toEqual([
      '“Sales operations checks the terms” was refused: “Margin too thin”. Change the deal and ask again.',
    ])
  })

  it('that nobody can give blocks', () => {
    expect(sentences(ask({ document: needing(null) }))[0]).toMatch(
      /needs an approval, but no workflow says whose/,
    )
    expect(sentences(ask({ document: needing('constructor') }))[0]).toMatch(/no workflow says whose/)
  })

  it('given for one move does not open another', () => {
    const waiting = dealAfter(deal(), ask({ document }), now)
    const request = waiting.approval
    const other = request && { ...request, transition_id: 'lose', outcome: 'approved' as const }
    expect(ask({ document, deal: { ...waiting, approval: other } }).outcome).toBe('pending')
  })
})
