/** True of everything a screen reader is told, in every language, after every command. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type CommandId, commands } from '../../src/domain/commands/registry.ts'
import { problemDelta, sentenceFor } from '../../src/editor/announcements.ts'
import { canvas } from '../../src/text/en/canvas.ts'
import { speech } from '../../src/text/en/speech.ts'
import { soundDocument } from '../kit/arbitraries.ts'
import { anEditor } from '../kit/builders.ts'
import { callsOf } from '../kit/commandCalls.ts'

/** Parts of sentences and names: they stand inside a sentence, or are a name that focus says. */
const parts =
  /^(canvasName|kind\w+|inactive|entry|selected|position|stages_\w+|transitions_\w+|problems_\w+|percent|automatic|rework|onRefusal|anyOpenStage|transition(Named|Unnamed|Branch)|unnamed|when|otherwise|andTo|loop|via|undoKeys\w*|severity_\w+)$/
/** A sentence of the domain stands at the end, with its own full stop. */
const ownStop = /(message|messages|reason)\}\}$/

const english: Readonly<Record<string, string>> = speech
const languages = readdirSync(join(import.meta.dirname, '../../src/text'), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name)

describe.each(languages)('every sentence that is spoken (%s)', async (tag) => {
  const catalogue: { readonly speech: Readonly<Record<string, string>> } = await import(
    `../../src/text/${tag}/speech.ts`
  )
  const sentences = Object.entries(catalogue.speech)

  it('takes the same parameters as in English', () => {
    const parameters = (words = '') => [...words.matchAll(/\{\{\w+\}\}/g)].map(String).sort()
    for (const [key, words] of sentences)
      expect({ [key]: parameters(words) }).toEqual({ [key]: parameters(english[key]) })
  })

  it('begins with a capital letter and ends with a full stop', () => {
    const whole = sentences.filter(([key]) => !parts.test(key))
    expect(whole.filter(([, words]) => !/^(\p{Lu}|\d|\{\{)/u.test(words))).toEqual([])
    expect(whole.filter(([, words]) => !words.endsWith('.') && !ownStop.test(words))).toEqual([])
  })

  it('is at most twenty words long and knows no pixels', () => {
    const tooLong = sentences.filter(([, words]) =>
      words.split(/(?<=[.:]) /).some((sentence) => sentence.split(/\s+/).length > 20),
    )
    expect(tooLong).toEqual([])
    expect(sentences.filter(([, words]) => /\bpx\b|pixel|%/i.test(words))).toEqual([])
  })
})

describe('moves are told in words, never in coordinates', () => {
  it('has no number in what is said of a move', () => {
    const moves = Object.entries(canvas).filter(([key]) => /^(move|relation|overlaps)/.test(key))
    expect(moves.length).toBeGreaterThan(10)
    expect(moves.filter(([, words]) => /\d|\b[xy]\b|position/i.test(words))).toEqual([])
  })
})

const ids = Object.keys(commands).filter((id): id is CommandId => id in commands)

describe('after any command', () => {
  it.each(ids)('%s says whole sentences, none of them with an id', (id) => {
    let heardSomething = 0
    fc.assert(
      fc.property(
        soundDocument.chain((document) => fc.tuple(fc.constant(document), callsOf(document, id))),
        ([document, call]) => {
          const editor = anEditor(document)
          const known = editor.problems()
          const sentences: string[] = []
          editor.onChange((change) => sentences.push(sentenceFor(change)))
          editor.run(call)
          editor.undo()
          sentences.push(problemDelta(known, editor.problems()))
          for (const sentence of sentences.filter((each) => each !== '')) {
            heardSomething += 1
            expect(sentence).toMatch(/^\S.*[.?!]$/s)
            expect(sentence).not.toMatch(/undefined|null|\[object|\bpx\b/)
            expect(sentence).not.toMatch(/\b(made|new)-\d+\b|[0-9a-f]{8}-[0-9a-f]{4}-/)
          }
        },
      ),
      { numRuns: 40 },
    )
    expect(heardSomething).toBeGreaterThan(0)
  })
})

describe('the assertive region', () => {
  it('interrupts only where something is lost, a save or a session failed, or somebody else was faster', () => {
    const source = join(import.meta.dirname, '../../src')
    const interrupting = /announce\(.*?'(\w+)'(?:, \{|\)).*?assertive: true/g
    const found = readdirSync(source, { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.tsx?$/.test(name) && !name.includes('.test.'))
      .flatMap((name) =>
        [...readFileSync(join(source, name), 'utf8').matchAll(interrupting)].map(
          ([, key]) => `${name}: ${key}`,
        ),
      )
    expect(found.sort()).toEqual([
      'app/restoring.ts: notRequested',
      'app/session.ts: notSaved',
      'app/speakOutcome.ts: publishConflict',
      'app/speakOutcome.ts: publishParked',
      'app/speakWish.ts: notRestored',
      'features/versions/RestoreDialog.tsx: notRestored',
    ])
  })
})
