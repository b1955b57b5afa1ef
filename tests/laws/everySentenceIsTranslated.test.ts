/** What the domain says of any process can be said in every language: no sentence stays English by oversight. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type CommandId, commands, execute } from '../../src/domain/commands/registry.ts'
import { allRules } from '../../src/domain/lint/registry.ts'
import { importTopics, quotes, rules, sentences } from '../../src/text/de/index.ts'
import { sentenceReader } from '../../src/text/sentences.ts'
import { dirtyDocument, soundDocument } from '../kit/arbitraries.ts'
import { aContext } from '../kit/builders.ts'
import { callsOf } from '../kit/commandCalls.ts'
import { problemsOf, type RuleCases } from '../kit/verifyRule.ts'

const tables = Object.values(
  import.meta.glob<{ cases: RuleCases }>('../../src/domain/lint/rules/*/*.cases.ts', { eager: true }),
)
const ids = Object.keys(commands).filter((id): id is CommandId => id in commands)

const sources = import.meta.glob<string>(
  ['../../src/interchange/**/*.ts', '!**/*.test.ts', '!**/*.cases.ts', '!**/picture/*', '!**/schema.ts'],
  { eager: true, query: '?raw', import: 'default' },
)

const german = sentenceReader(sentences, { locale: 'de', quotes, rules })
/** English words that no German sentence has; a phrase that was left inside a translated one shows by them. */
const leftover = /\b(the|of|is|are|and|this|that|with|does|have|has|from|to)\b/i
const outsideNames = (sentence: string) => sentence.replace(/„[^“]*“/g, '')
const untranslated = (said: Iterable<string>): string[] =>
  [...new Set(said)].filter(
    (english) => !german.knows(english) || leftover.test(outsideNames(german(english))),
  )

describe('German', () => {
  it('has every rule and its reason', () => {
    expect(untranslated(allRules.flatMap(({ title, why }) => [title, why]))).toEqual([])
  })

  it('has every problem and every fix of the cases of the rules', () => {
    const said = tables.flatMap(({ cases }) =>
      cases.invalid.flatMap((given) =>
        problemsOf(given).flatMap(({ message, fixes = [] }) => [message, ...fixes.map(({ title }) => title)]),
      ),
    )
    expect(said.length).toBeGreaterThan(100)
    expect(untranslated(said)).toEqual([])
  })

  it('has every sentence an import tells, and every heading of its report', () => {
    const literals = Object.values(sources).flatMap((source) =>
      [...source.matchAll(/'((?:[^'\\\n])+)'|`([^`]+)`/g)].map((found) => found[1] ?? found[2] ?? ''),
    )
    const told = literals
      .map((literal) => literal.replace(/^\$\{none\} /, '').replaceAll(/\$\{[^}]*\}/g, '12'))
      .filter((sentence) => /^[A-Z“<1].* .*\.$/.test(sentence) && /[a-z]{2}/.test(sentence))
    expect(told.length).toBeGreaterThan(100)
    expect(untranslated(told)).toEqual([])
    const headings = Object.values(sources).flatMap((source) =>
      [...source.matchAll(/(?:note\((?:'\w+', )?\s*'\w+',\s*|what: |mapped\(\s*)'([A-Z][a-z ,]+)'/g)].map(
        ([, heading = '']) => heading,
      ),
    )
    expect(new Set(headings).size).toBeGreaterThan(10)
    expect(headings.filter((heading) => importTopics[heading] === undefined)).toEqual([])
  })

  it.each(ids)('has the step and the refusals of %s', (id) => {
    const said = new Set<string>()
    const cases = fc
      .oneof(dirtyDocument, soundDocument)
      .chain((document) => fc.tuple(fc.constant(document), callsOf(document, id)))
    fc.assert(
      fc.property(cases, ([document, call]) => {
        const result = execute(document, call, aContext())
        said.add(result.ok ? result.label : result.reason)
      }),
      { numRuns: 60 },
    )
    expect(untranslated(said)).toEqual([])
  })
})
