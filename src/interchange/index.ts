/**
 * How a process travels: reading files of other systems and our own, writing ours, drawing a picture. Formats are
 * loaded only when a file of theirs comes in. Runs in a browser and in Node alike.
 */
import {
  type FormatId,
  namesOf,
  type ReadOptions,
  type ReadProblem,
  type ReadResult,
  type ReadSuccess,
  type SourceFile,
  Unreadable,
} from './reading.ts'
import { decodeText, type SourceText } from './source/decodeText.ts'
import { refuseOversized } from './source/limits.ts'

export type { Picture, PictureOptions } from './picture/processToSvg.ts'
export type {
  Choice,
  FormatId,
  Loss,
  ReadOptions,
  ReadProblem,
  ReadResult,
  ReadSuccess,
  SourceFile,
  Topology,
} from './reading.ts'
export { formatNames } from './reading.ts'
export { adoptReference } from './stagecraft/adoptReference.ts'

type Reader = (sources: readonly SourceText[], options: ReadOptions) => ReadSuccess

const readers: Readonly<Record<FormatId, () => Promise<Reader>>> = {
  salesforce: async () => (await import('./salesforce/read.ts')).readSalesforce,
  hubspot: async () => (await import('./hubspot/read.ts')).readHubspot,
  stagecraft: async () => (await import('./stagecraft/read.ts')).readStagecraft,
}

/**
 * Reads one process out of files that belong together. Never throws for what is in the files: whatever is wrong with
 * them comes back as a problem in one sentence. The same files, options and ids give the same result.
 */
export async function readProcessFiles(
  files: readonly SourceFile[],
  options: ReadOptions,
): Promise<ReadResult> {
  try {
    refuseOversized(files.map(({ name, bytes }) => ({ name, size: bytes.byteLength })))
    const sources = files.map(decodeText)
    const read = await readers[formatOf(sources)]()
    return read(sources, options)
  } catch (error) {
    if (error instanceof Unreadable) return { ok: false, problem: error.problem }
    throw error
  }
}

/** Why files are too large or too many to be read; asked before their bytes are fetched. Null where they are not. */
export function sizeProblem(
  files: readonly { readonly name: string; readonly size: number }[],
): ReadProblem | null {
  try {
    refuseOversized(files)
    return null
  } catch (error) {
    if (error instanceof Unreadable) return error.problem
    throw error
  }
}

/** By content, not by name: names are what people make of them. */
function formatOf(sources: readonly SourceText[]): FormatId {
  const formats = sources.map((source) => {
    const start = source.text.trimStart()[0]
    if (start === undefined) throw new Unreadable(source.name, 'The file is empty.', 'Choose another file.')
    if (start === '<') return 'salesforce'
    if (start === '{' || start === '[') return ownFormat.test(source.text) ? 'stagecraft' : 'hubspot'
    throw new Unreadable(
      source.name,
      'The file is neither XML nor JSON.',
      'Choose a Salesforce value set or object (.xml), HubSpot pipelines (.json) or a Stagecraft process (.json).',
    )
  })
  const [first, ...others] = new Set(formats)
  if (first === undefined || others.length > 0)
    throw new Unreadable(
      namesOf(sources),
      'They are of different systems.',
      'Import the files of one system at a time.',
    )
  return first
}

/** Our own file says its format; a process as the API answers it is known by its own column names. */
const ownFormat = /"format"\s*:\s*"stagecraft-process\/|"process_name"\s*:|"process_code"\s*:/

/** The process as a file of our own: stable order, so that two versions compare line by line. */
export async function writeProcessFile(
  ...args: Parameters<typeof import('./stagecraft/write.ts').writeStagecraft>
): Promise<string> {
  const { writeStagecraft } = await import('./stagecraft/write.ts')
  return writeStagecraft(...args)
}

/** The process as one self-contained SVG; the same document and options give the same bytes. */
export async function drawProcess(
  ...args: Parameters<typeof import('./picture/processToSvg.ts').processToSvg>
): Promise<import('./picture/processToSvg.ts').Picture> {
  const { processToSvg } = await import('./picture/processToSvg.ts')
  return processToSvg(...args)
}
