import { useMemo } from 'react'
import { graphOf } from '../../domain/process/graph.ts'
import { pictureOf } from '../../editor/picture.ts'
import { useEditorState } from '../../editor/react.ts'
import { stageNameOf } from '../../editor/rowNames.ts'
import { useText } from '../../text/index.ts'
import { type MiniEdge, MiniGraph } from '../../ui/graph/MiniGraph.tsx'
import type { Exit } from './exits.ts'
import type { WalkStep } from './walk.ts'

/** The process with the way of the deal, where it stands and which exits are open. */
export function WalkGraph({
  steps,
  exits,
}: {
  readonly steps: readonly WalkStep[]
  readonly exits: readonly Exit[]
}) {
  const t = useText('simulate')
  const document = useEditorState((state) => state.document)
  const current = steps.at(-1)?.deal.stageId ?? null
  const { visited, walked } = useMemo(() => {
    const lines = steps.flatMap((step) => step.lines)
    return {
      visited: [...new Set(lines.map((line) => line.stageId))],
      walked: new Set(
        lines.flatMap((line) =>
          line.verdict && line.fromStageId !== line.stageId ? [`${line.fromStageId} ${line.stageId}`] : [],
        ),
      ),
    }
  }, [steps])
  const { nodes } = pictureOf(document)
  const edges = useMemo(() => {
    const byId = new Map(exits.map((exit) => [exit.transition.id, exit]))
    return graphOf(document).links.flatMap(({ transition, from, to }): MiniEdge[] => {
      const exit = byId.get(transition.id)
      const source = transition.isGlobal ? (exit ? current : null) : (from?.id ?? null)
      if (source === null || !to) return []
      const state = exit
        ? exit.verdict.outcome === 'blocked'
          ? 'closed'
          : 'open'
        : walked.has(`${source} ${to.id}`)
          ? 'walked'
          : 'plain'
      return [{ id: transition.id, from: source, to: to.id, state }]
    })
  }, [document, exits, walked, current])
  const name = (stageId: string) => stageNameOf(document, stageId)
  const before = visited.filter((stageId) => stageId !== current)
  const stage = current === null ? '' : name(current)
  return (
    <MiniGraph
      nodes={nodes}
      edges={edges}
      current={current}
      visited={new Set(visited)}
      label={
        before.length === 0
          ? t('pictureStart', { stage })
          : t('picture', { stage, visited: before.map(name).join(', ') })
      }
    />
  )
}
