import { expect, it } from 'vitest'
import { aContext, aProcess } from '../../../tests/kit/builders.ts'
import { check } from '../../../tests/kit/referenceData.ts'
import { evaluateRule } from '../engine/evaluateRule.ts'
import type { Logic } from '../process/rule.ts'
import type { RuleTarget } from './copyRule.ts'
import { execute } from './registry.ts'

const large: Logic = { '>=': [{ var: 'amount' }, 10] }
const inEurope: Logic = { '==': [{ var: 'region' }, 'EU'] }
const rule = { ...check('Large deal', large), when: inEurope, severity: 'warning' as const }
const process = aProcess().stage('Lead', 10).stage('Offer', 50).connect('Lead', 'Offer').document

const copy = (...targets: RuleTarget[]) =>
  execute(process, { id: 'copyRule', payload: { rule, targets } }, aContext())

function copied(...targets: RuleTarget[]) {
  const result = copy(...targets)
  if (!result.ok) throw new Error(result.reason)
  return result
}

it('copies a rule to several places at once, each under an id of its own', () => {
  const { document, label } = copied(
    { list: 'validation', id: 'Offer' },
    { list: 'exit', id: 'Lead' },
    { list: 'conditions', id: 'Lead → Offer' },
  )
  expect(label).toBe('Copy the rule “Large deal” to 3 places')
  const [validation] = document.stages.Offer?.validationRules ?? []
  const [exit] = document.stages.Lead?.transitionRules ?? []
  const [condition] = document.transitions['Lead → Offer']?.conditions ?? []
  expect(validation).toEqual({ ...rule, id: validation?.id })
  expect(exit).toMatchObject({ kind: 'exit', name: 'Large deal', message: rule.message })
  expect(new Set([rule.id, validation?.id, exit?.id, condition?.id]).size).toBe(4)
})

it('says the same where the case it was for cannot be kept apart', () => {
  const { document } = copied({ list: 'entry', id: 'Offer' })
  const logic = document.stages.Offer?.transitionRules[0]?.check ?? null
  const holds = (fields: Record<string, Logic>) => {
    const result = evaluateRule(logic, { fields, now: '2026-11-21T09:00:00.000Z' })
    return result.ok && result.holds
  }
  expect(holds({ region: 'US', amount: 1 })).toBe(true)
  expect(holds({ region: 'EU', amount: 1 })).toBe(false)
  expect(holds({ region: 'EU', amount: 10 })).toBe(true)
})

it('refuses nowhere, and places that are gone', () => {
  expect(copy()).toEqual({ ok: false, reason: 'Choose at least one place to copy the rule to.' })
  expect(copy({ list: 'entry', id: 'Nowhere' })).toEqual({
    ok: false,
    reason: 'A place to copy the rule to is not in this process any more.',
  })
  expect(copy({ list: 'conditions', id: 'Lead' }).ok).toBe(false)
})
