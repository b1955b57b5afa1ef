/** Publishing as most cases do it: one field changed, by the administrator, with a reason. */
import { randomUUID } from 'node:crypto'
import { api } from '../../src/contract/api.ts'
import type { ProcessDocument } from '../../src/domain/process/process.ts'
import { documentToWire } from '../../src/domain/process/wireDocument.ts'
import type { Scene } from './scene.ts'

export function renamed(document: ProcessDocument, stageId: string, stageName: string): ProcessDocument {
  const stage = document.stages[stageId]
  if (!stage) throw new Error(`There is no stage ${stageId}.`)
  return { ...document, stages: { ...document.stages, [stageId]: { ...stage, stageName } } }
}

export async function publishes(
  scene: Scene,
  document: ProcessDocument,
  ifMatch: string,
  idempotencyKey = randomUUID(),
) {
  const body = { document: documentToWire(document), reason: 'Because' }
  const administrator = await scene.as('administrator')
  return administrator.does(api.versions.publish, {
    params: { id: document.process.id },
    body,
    ifMatch,
    idempotencyKey,
  })
}
