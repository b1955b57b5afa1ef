/** Adds a stage: with a unique code, a probability between its neighbours, a free place and the next order. */
import { z } from 'zod'
import { canvasGrid } from '../process/canvasGrid.ts'
import { quoted, stageNameOf } from '../process/names.ts'
import { type ProcessDocument, stagesInOrder } from '../process/process.ts'
import { putRows } from '../process/rows.ts'
import {
  type Position,
  positionSchema,
  type SalesStage,
  type StageKind,
  stageKind,
} from '../process/stage.ts'
import { withStagesAfter } from '../process/stageOrder.ts'
import { stageChangesSchema } from './changes.ts'
import { defineCommand } from './command.ts'
import { isReworkByOrder } from './connection.ts'
import { stageOf, transitionOf } from './newRows.ts'
import { freePlace, positionsOf } from './placement.ts'
import { codeFromName, codesOf, uniqueCode } from './stageCode.ts'

export const addStage = defineCommand({
  id: 'addStage',
  payload: z.strictObject({
    id: z.string().min(1).optional(),
    kind: z.enum(['open', 'won', 'lost']).optional(),
    name: z.string().max(100).optional(),
    position: positionSchema.optional(),
    afterStageId: z.string().optional(),
    /** Also makes the transition from `afterStageId`, where that stage is open. */
    connect: z.boolean().optional(),
    changes: stageChangesSchema.optional(),
  }),
  label: (document, { kind = 'open', name, changes }) =>
    `Add stage ${quoted(changes?.stageName ?? name ?? freshName(document, kind))}`,
  refuse: (document, { id, afterStageId }) => {
    if (id !== undefined && document.stages[id]) return 'There is already a stage with this id.'
    if (afterStageId !== undefined && !document.stages[afterStageId])
      return 'The stage to add after is not in this process any more.'
    return null
  },
  run: (document, payload, context) => {
    const { kind = 'open', afterStageId, connect = false, changes = {} } = payload
    const stageName = changes.stageName ?? payload.name ?? freshName(document, kind)
    const after = afterStageId === undefined ? undefined : document.stages[afterStageId]
    const stage = stageOf(
      document,
      kind,
      {
        id: payload.id ?? context.newId(),
        stageName,
        stageCode: uniqueCode(codesOf(document), codeFromName(stageName)),
        isEntry: kind === 'open' && !hasEntry(document),
        position: freePlace(positionsOf(document), payload.position ?? placeAfter(document, after)),
        ...changes,
      },
      context,
    )
    const placed = withProbabilityBetween(
      withStagesAfter(document, [stage], afterStageId ?? null),
      stage.id,
      {
        keep: kind !== 'open' || changes.defaultProbability !== undefined,
      },
    )
    if (!connect || !after || stageKind(after) !== 'open') return placed
    const transition = transitionOf(
      document,
      {
        id: context.newId(),
        fromStageId: after.id,
        toStageId: stage.id,
        isRework: isReworkByOrder(placed, after.id, stage.id),
      },
      context,
    )
    return putRows(placed, 'transitions', [transition])
  },
})

/** A first name that no stage has yet: "New stage", "New stage 2", "Closed won". */
export function freshName(document: Pick<ProcessDocument, 'stages'>, kind: StageKind): string {
  const wanted = { open: 'New stage', won: 'Closed won', lost: 'Closed lost' }[kind]
  return uniqueName(document, wanted)
}

/** The name where it is free, else with the first free number; never longer than 100 characters. */
export function uniqueName(document: Pick<ProcessDocument, 'stages'>, wanted: string): string {
  const taken = new Set(Object.keys(document.stages).map((id) => stageNameOf(document, id).toLowerCase()))
  let name = wanted
  for (let number = 2; taken.has(name.toLowerCase()); number += 1)
    name = `${wanted.slice(0, 100 - ` ${number}`.length)} ${number}`
  return name
}

const hasEntry = (document: ProcessDocument): boolean =>
  Object.values(document.stages).some(
    (stage) => stage.isActive && (stage.isEntry || stageKind(stage) === 'open'),
  )

/** Right of the stage it follows, else right of the last stage by order. */
function placeAfter(document: ProcessDocument, after: SalesStage | undefined): Position {
  const neighbour = after ?? stagesInOrder(document).at(-1)
  return neighbour ? { x: neighbour.position.x + canvasGrid.x, y: neighbour.position.y } : { x: 0, y: 0 }
}

/** Gives an open stage a probability between those of the open stages around it, in steps of 5 where one fits. */
export function withProbabilityBetween(
  document: ProcessDocument,
  stageId: string,
  { keep = false }: { keep?: boolean } = {},
): ProcessDocument {
  const stage = document.stages[stageId]
  if (keep || !stage) return document
  const order = stagesInOrder(document).filter((other) => other.isActive && other.id !== stageId)
  const within = (other: SalesStage | undefined, otherwise: number) =>
    Math.min(100, Math.max(0, other?.defaultProbability ?? otherwise))
  const before = order.findLast((other) => stageKind(other) === 'open' && other.stageOrder < stage.stageOrder)
  const behind = order.find((other) => stageKind(other) === 'open' && other.stageOrder > stage.stageOrder)
  const low = within(before, 0)
  const high = Math.max(low, within(behind, before ? 100 : 20))
  const middle = (low + high) / 2
  const round = Math.round(middle / 5) * 5
  const defaultProbability = round >= low && round <= high ? round : Math.round(middle)
  return putRows(document, 'stages', [{ ...stage, defaultProbability }])
}
