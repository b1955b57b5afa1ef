/** Reads a process from files of any format the project knows; what cannot be used becomes one sentence. */
import { createHash } from 'node:crypto'
import { basename } from 'node:path'
import type { ProcessDocument } from '../src/domain/process/process.ts'
import { emptyReferenceData, type ReferenceData } from '../src/domain/process/reference.ts'
import {
  type FormatId,
  formatNames,
  type Loss,
  readProcessFiles,
  type Topology,
} from '../src/interchange/index.ts'
import { BadInput, type Io } from './io.ts'

/** Options that every command which reads files understands. */
export const readOptions = {
  'business-process': { type: 'string' },
  pipeline: { type: 'string' },
  topology: { type: 'string' },
  from: { type: 'string' },
} as const

export interface ReadFlags {
  readonly 'business-process'?: string | undefined
  readonly pipeline?: string | undefined
  readonly topology?: string | undefined
  readonly from?: string | undefined
}

export interface Source {
  readonly name: string
  readonly bytes: Uint8Array
}

export interface ProcessRead {
  readonly document: ProcessDocument
  /** `emptyReferenceData` itself where the files carry none: then nothing is claimed about fields and workflows. */
  readonly reference: ReferenceData
  readonly format: FormatId
  readonly losses: readonly Loss[]
}

/** @throws BadInput where the file cannot be opened. */
export function openFile(path: string, io: Io): Source {
  try {
    return { name: path === '-' ? 'standard input' : basename(path), bytes: io.read(path) }
  } catch (error) {
    throw new BadInput(`${path}: ${cannotOpen(error)}`)
  }
}

function cannotOpen(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  if (code === 'ENOENT') return 'There is no such file. Check the path.'
  if (code === 'EISDIR') return 'This is a folder. Name the files in it.'
  if (code === 'EACCES' || code === 'EPERM') return 'The file may not be read. Check its permissions.'
  return `The file cannot be read (${error instanceof Error ? error.message : String(error)}).`
}

/** @throws BadInput where the files hold no process, or several and none was chosen. */
export async function readProcess(sources: readonly Source[], flags: ReadFlags): Promise<ProcessRead> {
  const expected = formatFlag(flags.from)
  const result = await readProcessFiles(sources, {
    newId: idsFrom(sources),
    ...(flags['business-process'] === undefined ? {} : { businessProcess: flags['business-process'] }),
    ...(flags.pipeline === undefined ? {} : { pipeline: flags.pipeline }),
    ...topologyFlag(flags.topology),
  })
  if (!result.ok) throw new BadInput(result.problem.sentence)
  const names = sources.map(({ name }) => name).join(', ')
  if (expected && expected !== result.format)
    throw new BadInput(
      `${names}: Its format is “${formatNames[result.format]}”, not “${formatNames[expected]}”. Drop --from or name another file.`,
    )
  const { document, choices } = result
  if (!document) {
    const option = choices[0]?.kind === 'business_process' ? '--business-process' : '--pipeline'
    const offered = choices.map(({ id, name }) => (id === name ? `"${id}"` : `"${id}" (${name})`)).join(', ')
    throw new BadInput(
      `${names}: There are ${choices.length} processes in it. Choose one by ${option}: ${offered}.`,
    )
  }
  return {
    document,
    reference: knownReference(result.reference),
    format: result.format,
    losses: result.losses,
  }
}

function knownReference(carried: Partial<ReferenceData> | undefined): ReferenceData {
  const isEmpty = Object.values(carried ?? {}).every((rows) => Object.keys(rows).length === 0)
  return isEmpty ? emptyReferenceData : { ...emptyReferenceData, ...carried }
}

function formatFlag(given: string | undefined): FormatId | null {
  if (given === undefined) return null
  const known = Object.keys(formatNames)
  const format = known.find((name): name is FormatId => name === given)
  if (!format)
    throw new BadInput(`--from ${given}: There is no such format. Use one of: ${known.join(', ')}.`)
  return format
}

function topologyFlag(given: string | undefined): { topology?: Topology } {
  if (given === undefined) return {}
  const topology = given.replaceAll('-', '_')
  if (topology !== 'linear' && topology !== 'all_to_all')
    throw new BadInput(`--topology ${given}: There is no such topology. Use linear or all-to-all.`)
  return { topology }
}

/** The same files always get the same ids, others get others: two conversions compare line by line. */
function idsFrom(sources: readonly Source[]): () => string {
  const content = createHash('sha256')
  for (const { bytes } of sources) content.update(bytes)
  const seed = content.digest('hex')
  let next = 0
  return () => {
    next += 1
    const hex = createHash('sha256').update(`${seed} ${next}`).digest('hex')
    return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`
  }
}
