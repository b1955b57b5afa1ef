/** What somebody wants to be published: their document, or an earlier revision made into one on top of the current. */
import { hasHidden } from '../../../src/domain/process/hidden.ts'
import type { ProcessDocument } from '../../../src/domain/process/process.ts'
import type { WireDocument } from '../../../src/domain/process/wireDocument.ts'
import { settled } from '../../masking/settled.ts'
import type { Actor, Services, StoredProcess } from '../../services.ts'
import { found } from '../notFound.ts'
import { documentOf } from './documentOf.ts'

export interface Wanted {
  readonly document: ProcessDocument
  readonly current: StoredProcess | null
  /** The revision that comes back; null: a document of somebody's own. */
  readonly restores: number | null
  /** The revision beside which alone it holds, where there is one: in another one, what it was made from is not as it was. */
  readonly madeFrom: number | null
}

/** @throws ApiError VALIDATION_FAILED, PERMISSION_DENIED, NOT_FOUND. */
export async function wantedOf(
  { services, actor }: { readonly services: Services; readonly actor: Actor },
  processId: string,
  body: { readonly document?: WireDocument | undefined; readonly restores?: number | undefined },
): Promise<Wanted> {
  if (body.document === undefined) {
    const restores = body.restores ?? 0
    const back = await services.processes.restored(actor, processId, restores)
    const { document, current } = found(back, 'revision', `${processId} ${restores}`)
    return { document, current, restores, madeFrom: current.document.process.revision }
  }
  const sent = documentOf(body.document, processId)
  const current = await services.processes.load(actor, processId)
  return {
    document: settled(sent, current?.document ?? null, actor.mask),
    current,
    restores: null,
    madeFrom: hasHidden(sent) ? (current?.document.process.revision ?? null) : null,
  }
}
