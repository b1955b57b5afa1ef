/** Files and results for the tests of the readers. */
import type { ProcessDocument } from '../domain/process/process.ts'
import { stagesInOrder } from '../domain/process/process.ts'
import { type ReadOptions, type ReadSuccess, readProcessFiles, type SourceFile } from './index.ts'

export const fileOf = (name: string, text: string): SourceFile => ({
  name,
  bytes: new TextEncoder().encode(text),
})

export function countingIds(prefix = 'id'): () => string {
  let count = 0
  return () => {
    count += 1
    return `${prefix}-${count}`
  }
}

type Options = Partial<ReadOptions>

export async function read(files: SourceFile | SourceFile[], options: Options = {}): Promise<ReadSuccess> {
  const result = await readProcessFiles([files].flat(), { newId: countingIds(), ...options })
  if (!result.ok) throw new Error(result.problem.sentence)
  return result
}

export async function readDocument(
  files: SourceFile | SourceFile[],
  options: Options = {},
): Promise<ProcessDocument> {
  const { document } = await read(files, options)
  if (!document) throw new Error('A choice has to be made first.')
  return document
}

/** The sentence that says why nothing was read. */
export async function problemOf(files: SourceFile | SourceFile[], options: Options = {}): Promise<string> {
  const result = await readProcessFiles([files].flat(), { newId: countingIds(), ...options })
  return result.ok ? 'It was read.' : result.problem.sentence
}

/** "Proposal 50", "Closed Won 100 won", in order. */
export const stagesInShort = (document: ProcessDocument): string[] =>
  stagesInOrder(document).map((stage) =>
    [
      stage.stageName,
      stage.defaultProbability,
      stage.isClosedWon ? 'won' : stage.isClosedLost ? 'lost' : '',
      stage.isActive ? '' : 'inactive',
      stage.isEntry ? 'entry' : '',
    ]
      .filter((part) => part !== '')
      .join(' '),
  )

/** "Proposal → Negotiation", "any → Closed Lost", "B → A rework", sorted. */
export const movesInShort = (document: ProcessDocument): string[] =>
  Object.values(document.transitions)
    .map((transition) => {
      const name = (id: string | null) => (id === null ? 'any' : document.stages[id]?.stageName)
      return `${name(transition.fromStageId)} → ${name(transition.toStageId)}${transition.isRework ? ' rework' : ''}`
    })
    .toSorted()

export const sentences = (result: ReadSuccess, kind: 'mapped' | 'guessed' | 'dropped'): string[] =>
  result.losses.filter((loss) => loss.kind === kind).map((loss) => `${loss.what}: ${loss.sentence}`)
