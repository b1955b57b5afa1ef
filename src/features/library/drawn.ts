import type { Outline } from '../../contract/outlineOf.ts'

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
