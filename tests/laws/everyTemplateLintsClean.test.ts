/** Whoever starts from a template starts from a sound process: nothing to fix, scenarios that pass, a number for every question. */
import { describe, expect, it } from 'vitest'
import { runScenario } from '../../src/domain/engine/scenarios.ts'
import { lint } from '../../src/domain/lint/lint.ts'
import { documentFromWire, documentToWire } from '../../src/domain/process/wireDocument.ts'
import { exactAnalysis } from '../../src/domain/simulation/index.ts'
import { templates } from '../../src/domain/templates/index.ts'
import { standardReference } from '../../src/domain/templates/standardReference.ts'
import { contents } from '../../src/text/de/contents/index.ts'

const counter = () => {
  let next = 0
  return () => {
    next += 1
    return `id-${next}`
  }
}

/** What a template says, in the order it is met; a language that lacks a word leaves it in English. */
const said = new Set<string>()
const english = (words: string): string => {
  if (words !== '') said.add(words)
  return words
}
const german = (words: string): string => contents[words] ?? english(words)
const cases = templates.flatMap(({ id, build }) =>
  Object.entries({ english, german }).map(
    ([language, inWords]) =>
      [id, language, (companyId = 'acme') => build(counter(), companyId, inWords)] as const,
  ),
)

it('there are eight templates, each with its own id and words', () => {
  expect(templates).toHaveLength(8)
  expect(new Set(templates.map(({ id }) => id)).size).toBe(8)
  for (const { name, description, audience } of templates) {
    expect(Math.min(name.length, description.length, audience.length)).toBeGreaterThan(5)
  }
})

it('German has every word of every template, none twice and none that no template says', () => {
  for (const template of templates) {
    template.build(counter(), 'acme', english)
    for (const words of [template.name, template.description, template.audience]) said.add(words)
  }
  const parts = import.meta.glob<Record<string, Record<string, string>>>(
    ['../../src/text/de/contents/*.ts', '!**/index.ts'],
    { eager: true },
  )
  const keys = Object.values(parts).flatMap((part) => Object.values(part).flatMap(Object.keys))
  expect(keys.sort()).toEqual([...said].sort())
})

describe.each(cases)('%s in %s', (_id, _language, build) => {
  it('has no problem of any severity', () => {
    const problems = lint({
      document: build(),
      reference: standardReference('acme'),
      base: null,
      usage: null,
    })
    expect(problems.map(({ ruleId, message }) => `${ruleId}: ${message}`)).toEqual([])
  })

  it('passes its own scenarios, today and in five years', () => {
    const document = build()
    const scenarios = Object.values(document.scenarios)
    expect(scenarios.length).toBeGreaterThanOrEqual(2)
    for (const now of ['2026-01-31T12:00:00Z', '2031-07-01T00:00:00Z']) {
      for (const scenario of scenarios) {
        expect([
          scenario.scenarioName,
          runScenario(document, standardReference('acme'), scenario, now).why,
        ]).toEqual([scenario.scenarioName, null])
      }
    }
  })

  it('wins by the probability of its first stage, in finite time', () => {
    const document = build()
    const exact = exactAnalysis(document)
    const entry = Object.values(document.stages).find((stage) => stage.isEntry)
    expect(Math.abs((exact.winRate ?? 0) * 100 - (entry?.defaultProbability ?? -1))).toBeLessThan(1)
    expect(exact.neverRate).toBe(0)
    expect(exact.expectedDaysToWon).toBeGreaterThan(1)
  })

  it('stands on the canvas without overlaps and survives the wire', () => {
    const document = build()
    const places = Object.values(document.stages).map(({ position }) => `${position.x},${position.y}`)
    expect(new Set(places).size).toBe(places.length)
    expect(documentFromWire(JSON.parse(JSON.stringify(documentToWire(document))))).toEqual(document)
  })

  it('is new each time and belongs to the company', () => {
    const [one, other] = [build('acme'), build('other')]
    expect(Object.values(one.stages).every((stage) => stage.companyId === 'acme')).toBe(true)
    expect(Object.values(other.stages)[0]?.categoryIds[0]).toMatch(/^other-category-/)
  })
})
