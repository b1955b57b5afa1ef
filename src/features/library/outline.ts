/** As much of a process as a small picture needs, from a summary of the backend or from a whole document. */
import type { ProcessSummary } from '../../contract/processes.ts'
import { type ProcessDocument, stagesInOrder } from '../../domain/process/process.ts'
import { stageKind } from '../../domain/process/stage.ts'

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

/** What of an outline is drawn. */
export const drawn = ({ stages, transitions }: Outline) => ({
  nodes: stages.map((stage) => ({
    id: stage.id,
    name: stage.stage_name,
    tone: !stage.is_active ? ('inactive' as const) : stage.kind === 'open' ? stage.color : stage.kind,
    x: stage.position.x,
    y: stage.position.y,
  })),
  edges: transitions.flatMap(({ from_stage_id: from, to_stage_id: to }) =>
    from === null ? [] : [{ id: `${from} ${to}`, from, to, state: 'plain' as const }],
  ),
})
