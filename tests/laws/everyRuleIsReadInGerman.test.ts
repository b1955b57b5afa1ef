/** Whatever rule a person can build, and whatever the engine and the exact numbers say of a process, German says too. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { newDeal } from '../../src/domain/engine/deal.ts'
import { evaluateTransition } from '../../src/domain/engine/evaluateTransition.ts'
import { ruleSentence, valueSentence } from '../../src/domain/engine/ruleSentence.ts'
import { runScenario } from '../../src/domain/engine/scenarios.ts'
import type { ProcessDocument } from '../../src/domain/process/process.ts'
import type { Logic } from '../../src/domain/process/rule.ts'
import { exactAnalysis } from '../../src/domain/simulation/index.ts'
import { templates } from '../../src/domain/templates/index.ts'
import { standardReference } from '../../src/domain/templates/standardReference.ts'
import { quotes, rules, sentences } from '../../src/text/de/index.ts'
import { sentenceReader } from '../../src/text/sentences.ts'
import { dirtyDocument, soundDocument } from '../kit/arbitraries.ts'
import { anyLogic } from '../kit/dirtyContext.ts'

const german = sentenceReader(sentences, { locale: 'de', quotes, rules })
const outsideNames = (sentence: string) => sentence.replace(/„[^“]*“/g, '')
/** English words that no German sentence has, and that no field below is called. */
const leftover =
  /\b(the|of|is|are|and|or|this|with|does|has|from|between|filled|empty|yes|days?|today|least)\b/i

const fields = {
  amount: { label: 'Betrag', type: 'currency' },
  confirmed: { label: 'Budget bestätigt', type: 'boolean' },
  close_date: { label: 'Abschluss', type: 'date' },
  risks: { label: 'Risiken', type: 'multiselect' },
} as const
const variable = fc.constantFrom(...Object.keys(fields), 'unbekannt').map((key): Logic => ({ var: key }))
const value = fc.constantFrom<Logic[]>(0, 1500, -2.5, 'Inbound and more', '2026-03-31', true, false, null)
const operand: fc.Arbitrary<Logic> = fc.oneof(
  variable,
  value,
  fc.integer({ min: -400, max: 4000 }).map((days): Logic => ({ relative_date: days })),
  fc
    .tuple(variable, fc.constantFrom('+', '-', '*', '/'))
    .map(([one, sign]): Logic => ({ [sign]: [one, 2500] })),
)
const list = fc.constantFrom<Logic[]>(['A'], ['A', 'B or C'], [1, 2500.5])
const { rule } = fc.letrec<{ rule: Logic }>((tie) => {
  const one = fc.oneof(
    fc
      .tuple(
        fc.constantFrom('==', '!=', '<', '<=', '>', '>=', 'starts_with', 'ends_with', 'matches'),
        variable,
        operand,
      )
      .map(([operator, left, right]): Logic => ({ [operator]: [left, right] })),
    fc.tuple(variable, operand, operand).map((parts): Logic => ({ between: parts })),
    fc.tuple(operand, variable, operand).map((parts): Logic => ({ '<': parts })),
    fc.tuple(variable, list).map((parts): Logic => ({ in: parts })),
    fc.tuple(value, variable).map((parts): Logic => ({ in: parts })),
    fc
      .tuple(fc.constantFrom('some', 'all', 'none'), variable, list)
      .map(([operator, left, right]): Logic => ({ [operator]: [left, { in: [{ var: '' }, right] }] })),
    fc
      .tuple(fc.constantFrom('some', 'all', 'none'), variable, value)
      .map(([operator, left, right]): Logic => ({ [operator]: [left, { '==': [{ var: '' }, right] }] })),
    variable.map((one): Logic => ({ '!!': [one] })),
    fc.boolean(),
  )
  return {
    rule: fc.oneof(
      { maxDepth: 3, withCrossShrink: true },
      one,
      fc
        .tuple(fc.constantFrom('and', 'or'), fc.array(tie('rule'), { minLength: 1, maxLength: 3 }))
        .map(([operator, parts]): Logic => ({ [operator]: parts })),
      tie('rule').map((part): Logic => ({ '!': [part] })),
    ),
  }
})

describe('A rule', () => {
  it('reads every rule that can be built', () => {
    fc.assert(
      fc.property(rule, (logic) => {
        const said = ruleSentence(logic, fields)
        expect(german.knowsRule(said), said).toBe(true)
        expect(outsideNames(german.rule(said)), said).not.toMatch(leftover)
      }),
      { numRuns: 400 },
    )
  })

  it('reads what came in from elsewhere as far as the domain does', () => {
    fc.assert(
      fc.property(anyLogic, (logic) => {
        const said = ruleSentence(logic, {})
        // A field that is called by no word at all.
        fc.pre(!/^ | $| {2}/.test(said))
        expect(outsideNames(german.rule(said)), said).not.toMatch(leftover)
      }),
      { numRuns: 200 },
    )
  })

  it('says what a field holds', () => {
    fc.assert(
      fc.property(fc.oneof(value, list), (held) => {
        expect(outsideNames(german.rule(valueSentence('amount', held, fields)))).not.toMatch(leftover)
      }),
    )
  })
})

const now = '2026-03-10T09:00:00.000Z'
let serial = 0
const newId = () => `id-${++serial}`
const ready = templates.map((template): [string, ProcessDocument] => [template.name, template.build(newId)])
const actors = [
  { id: 'seller', permissions: [], is: [] },
  { id: 'director', permissions: ['override_probability'], is: null },
]
/** The words that people wrote into their rules stay as they wrote them. */
const written = (document: ProcessDocument): Set<string> =>
  new Set(
    [
      ...Object.values(document.stages).flatMap((stage) => [
        ...stage.transitionRules,
        ...stage.validationRules,
      ]),
      ...Object.values(document.transitions).flatMap((transition) => transition.conditions),
    ].map((check) => check.message.trim()),
  )
/** All that the engine says of every exit, for a deal without anything and for one with everything it asks. */
function verdictsOf(document: ProcessDocument): string[] {
  const reference = standardReference('')
  const mute = Object.fromEntries(
    Object.entries(document.stages).map(([id, stage]) => [
      id,
      {
        ...stage,
        transitionRules: stage.transitionRules.map((check) => ({ ...check, message: '' })),
        validationRules: stage.validationRules.map((check) => ({ ...check, message: '' })),
      },
    ]),
  )
  const everything = Object.fromEntries(
    Object.values(reference.fields).map(({ key, type, options }): [string, Logic] => [
      key,
      { text: 'x', number: 9, currency: 90_000, date: '2026-04-01', boolean: true, user: 'x' }[
        type as 'text'
      ] ?? (type === 'multiselect' ? [...options] : (options[0] ?? 'x')),
    ]),
  )
  return [document, { ...document, stages: mute }].flatMap((process) =>
    Object.values(process.transitions).flatMap((transition) =>
      Object.keys(process.stages).flatMap((stageId) =>
        [{}, everything].flatMap((dealFields) =>
          actors.flatMap((actor) => {
            const deal = newDeal({
              id: 'deal',
              stageId,
              fields: dealFields,
              enteredStageAt: now,
              probabilityOverride: { value: 5, justification: '' },
            })
            const verdict = evaluateTransition({
              document: process,
              reference,
              deal,
              transitionId: transition.id,
              actor,
              now,
            })
            return [...verdict.blockers, ...verdict.warnings, ...verdict.effects].map(
              ({ sentence }) => sentence,
            )
          }),
        ),
      ),
    ),
  )
}

describe('What is computed', () => {
  it.each(ready)('says every verdict on %s', (_, document) => {
    const own = written(document)
    const said = new Set(verdictsOf(document).filter((sentence) => !own.has(sentence)))
    expect([...said].filter((sentence) => !german.knows(sentence))).toEqual([])
  })

  it.each(ready)('tells every scenario of %s, and why another end is not reached', (_, document) => {
    const reference = standardReference('')
    const own = written(document)
    const said = Object.values(document.scenarios).flatMap((scenario) => {
      const astray = {
        ...scenario,
        expectation: { ...scenario.expectation, stage: scenario.start.stage ?? '' },
      }
      return [scenario, astray].flatMap((one) => {
        const result = runScenario(document, reference, one, now)
        return [...result.trail.map(({ sentence }) => sentence), ...(result.why ? [result.why] : [])]
      })
    })
    const missing = [...new Set(said)].filter(
      (sentence) =>
        !german.knows(sentence) && ![...own].some((words) => words !== '' && sentence.endsWith(words)),
    )
    expect(missing).toEqual([])
  })

  it('notes what the exact numbers rest on', () => {
    const said = new Set<string>()
    fc.assert(
      fc.property(fc.oneof(dirtyDocument, soundDocument), (document) => {
        for (const { sentence } of exactAnalysis(document).notes) said.add(sentence)
      }),
      { numRuns: 300 },
    )
    expect(said.size).toBeGreaterThan(3)
    expect([...said].filter((sentence) => !german.knows(sentence))).toEqual([])
  })

  it('names the industry of every ready template', () => {
    const shown = templates.map(({ industry }) => industry)
    expect(shown.filter((words) => !german.knows(words))).toEqual([])
  })
})
