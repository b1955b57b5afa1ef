/** What a problem is about, by the name people know it under. */
import type { ProblemTarget } from '../../domain/lint/rule.ts'
import type { ProcessDocument } from '../../domain/process/process.ts'
import { text } from '../../text/index.ts'

export function targetName(document: ProcessDocument, { kind, id }: ProblemTarget): string {
  const stage = (stageId: string | null) =>
    stageId === null ? text('problems', 'anyStage') : (document.stages[stageId]?.stageName ?? stageId)
  switch (kind) {
    case 'process':
      return text('problems', 'process')
    case 'stage':
      return stage(id)
    case 'scenario':
      return text('problems', 'scenario', { name: document.scenarios[id]?.scenarioName ?? id })
    case 'transition': {
      const transition = document.transitions[id]
      if (!transition) return id
      if (transition.transitionName) return transition.transitionName
      return text('problems', 'transition', {
        from: stage(transition.fromStageId),
        to: stage(transition.toStageId),
      })
    }
  }
}
