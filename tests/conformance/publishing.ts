/** Publishing as most cases do it: one field changed, by the administrator, with a reason. */
import { randomUUID } from 'node:crypto'
import { api } from '../../src/contract/api.ts'
import { type ProcessDocument, stagesInOrder, withRows } from '../../src/domain/process/process.ts'
import { documentToWire } from '../../src/domain/process/wireDocument.ts'
import type { Scene } from './scene.ts'

export function renamed(document: ProcessDocument, stageId: string, stageName: string): ProcessDocument {
  const stage = document.stages[stageId]
  if (!stage) throw new Error(`There is no stage ${stageId}.`)
  return { ...document, stages: { ...document.stages, [stageId]: { ...stage, stageName } } }
}

/** Its second stage goes, and the first leads where that one led; deals go where they are told. */
export function withoutSecond(
  document: ProcessDocument,
  stageMigrations: Readonly<Record<string, string>> = {},
): ProcessDocument {
  const [first, second, ...others] = stagesInOrder(document)
  if (!first || !second) throw new Error('The process has fewer than two stages.')
  const ways = Object.values(document.transitions).filter(({ toStageId }) => toStageId !== second.id)
  const led = ways.map((way) => (way.fromStageId === second.id ? { ...way, fromStageId: first.id } : way))
  const once = new Map(led.map((way) => [`${way.fromStageId} ${way.toStageId}`, way]))
  return withRows(
    { ...document, process: { ...document.process, stageMigrations }, stages: {}, transitions: {} },
    {
      stages: [first, ...others].map((stage, index) => ({ ...stage, stageOrder: index + 1 })),
      transitions: [...once.values()],
    },
  )
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
