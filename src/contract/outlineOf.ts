/** As much of a process as a small picture needs, as summaries bring it along. */
import { type ProcessDocument, stagesInOrder } from '../domain/process/process.ts'
import { stageKind } from '../domain/process/stage.ts'
import type { ProcessSummary } from './processes.ts'

export type Outline = ProcessSummary['outline']

export const outlineOf = (document: ProcessDocument): Outline => ({
  stages: stagesInOrder(document).map((stage) => ({
    id: stage.id,
    stage_name: stage.stageName,
    color: stage.color,
    kind: stageKind(stage),
    is_active: stage.isActive,
    position: stage.position,
  })),
  transitions: Object.values(document.transitions).map(({ fromStageId, toStageId }) => ({
    from_stage_id: fromStageId,
    to_stage_id: toStageId,
  })),
})
