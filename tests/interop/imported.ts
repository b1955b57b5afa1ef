/** What must hold of every process that was imported, whatever the file was like. */
import { expect } from 'vitest'
import { internalRuleId, lint } from '../../src/domain/lint/lint.ts'
import {
  type ProcessDocument,
  processDocumentSchema,
  stagesInOrder,
} from '../../src/domain/process/process.ts'
import { emptyReferenceData } from '../../src/domain/process/reference.ts'
import { codePattern, stageKind } from '../../src/domain/process/stage.ts'
import {
  type ReadOptions,
  type ReadResult,
  type ReadSuccess,
  readProcessFiles,
  type SourceFile,
  writeProcessFile,
} from '../../src/interchange/index.ts'
import { importTopics, quotes, rules, sentences } from '../../src/text/de/index.ts'
import { sentenceReader } from '../../src/text/sentences.ts'

export function countingIds(): () => string {
  let count = 0
  return () => {
    count += 1
    return `id-${count}`
  }
}

const german = sentenceReader(sentences, { locale: 'de', quotes, rules })

/** As a person would; whatever the report says, German can say it. */
export async function readFiles(
  files: readonly SourceFile[],
  options: Partial<ReadOptions> = {},
): Promise<ReadResult> {
  const result = await readProcessFiles(files, { newId: countingIds(), ...options })
  const told = result.ok
    ? result.losses.map(({ sentence }) => sentence)
    : [result.problem.what, result.problem.remedy]
  expect(told.filter((sentence) => !german.knows(sentence))).toEqual([])
  const headings = result.ok ? result.losses.flatMap(({ isName, what }) => (isName ? [] : [what])) : []
  expect(headings.filter((heading) => importTopics[heading] === undefined)).toEqual([])
  return result
}

/** @throws Error with the problem's sentence. */
export async function mustRead(
  files: readonly SourceFile[],
  options: Partial<ReadOptions> = {},
): Promise<ReadSuccess> {
  const result = await readFiles(files, options)
  if (!result.ok) throw new Error(result.problem.sentence)
  return result
}

export function documentOf(result: ReadSuccess): ProcessDocument {
  if (!result.document)
    throw new Error(`A choice has to be made first: ${result.choices.map(({ id }) => id).join(', ')}`)
  return result.document
}

/** A document that every floor above can hold: valid, placed, coded, ordered, linted, and able to travel back. */
export async function expectSound(document: ProcessDocument): Promise<void> {
  expect(processDocumentSchema.parse(document)).toEqual(document)
  const stages = stagesInOrder(document)
  expect(stages.map((stage) => stage.stageOrder)).toEqual(stages.map((_, index) => index + 1))
  const codes = stages.map((stage) => stage.stageCode)
  expect(new Set(codes).size).toBe(codes.length)
  for (const code of codes) {
    expect(code).toMatch(codePattern)
    expect(code.length).toBeLessThanOrEqual(20)
  }
  const places = stages.map((stage) => `${stage.position.x} ${stage.position.y}`)
  expect(new Set(places).size).toBe(places.length)
  const kinds = stages.map(stageKind)
  expect(kinds).toEqual(kinds.toSorted((a, b) => ranks[a] - ranks[b]))
  expect(lintOf(document).filter((problem) => problem.ruleId === internalRuleId)).toEqual([])
  const bytes = new TextEncoder().encode(await writeProcessFile(document))
  expect(documentOf(await mustRead([{ name: 'own.json', bytes }]))).toEqual(document)
}

const ranks = { open: 0, won: 1, lost: 2 } as const

export const lintOf = (document: ProcessDocument) =>
  lint({ document, reference: emptyReferenceData, base: null, usage: null })
