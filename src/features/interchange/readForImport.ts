/** Files of the person to a process of this company: read, new ids, references matched, linted. */
import { lint } from '../../domain/lint/lint.ts'
import type { Problem } from '../../domain/lint/rule.ts'
import type { ProcessDocument } from '../../domain/process/process.ts'
import type { ReferenceData } from '../../domain/process/reference.ts'
import { emptyReferenceData } from '../../domain/process/reference.ts'
import {
  adoptReference,
  type Loss,
  type ReadProblem,
  type ReadSuccess,
  readProcessFiles,
  type SourceFile,
  sizeProblem,
  type Topology,
} from '../../interchange/index.ts'

export interface ImportRequest {
  readonly files: readonly SourceFile[]
  /** The business process or pipeline; null: not chosen yet. */
  readonly choice: string | null
  readonly topology: Topology
}

export interface ImportSetting {
  readonly newId: () => string
  /** What the company has; null: not known here, then nothing is matched and nothing claimed missing. */
  readonly reference: ReferenceData | null
}

export interface Readable {
  readonly result: ReadSuccess
  /** Null where a choice has to be made first. */
  readonly document: ProcessDocument | null
  readonly losses: readonly Loss[]
  readonly problems: readonly Problem[]
}

export type ReadOutcome =
  | { readonly ok: true; readonly value: Readable }
  | { readonly ok: false; readonly problem: ReadProblem }

/** Their bytes, unless they are too large to be read at all. */
export async function loadFiles(files: readonly File[]): Promise<readonly SourceFile[] | ReadProblem> {
  return (
    sizeProblem(files) ??
    Promise.all(
      files.map(async (file) => ({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) })),
    )
  )
}

export async function readForImport(request: ImportRequest, setting: ImportSetting): Promise<ReadOutcome> {
  const { files, choice, topology } = request
  const { newId, reference } = setting
  const chosen = choice === null ? {} : { businessProcess: choice, pipeline: choice }
  const result = await readProcessFiles(files, { newId, topology, ids: 'fresh', ...chosen })
  if (!result.ok) return result
  if (!result.document)
    return { ok: true, value: { result, document: null, losses: result.losses, problems: [] } }
  const adopted =
    reference && result.reference
      ? adoptReference(result.document, result.reference, reference)
      : { document: result.document, losses: [] }
  const problems = lint({
    document: adopted.document,
    reference: reference ?? emptyReferenceData,
    base: null,
    usage: null,
  })
  const losses = [...adopted.losses.filter((loss) => loss.kind === 'dropped'), ...result.losses]
  return { ok: true, value: { result, document: adopted.document, losses, problems } }
}
