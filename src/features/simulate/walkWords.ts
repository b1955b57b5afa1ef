/** The steps of a walk as sentences. Pure. */
import { valueSentence } from '../../domain/engine/ruleSentence.ts'
import { stageNameOf } from '../../editor/rowNames.ts'
import { approverLabel, whoLabel } from '../../editor/whoWords.ts'
import { say, text } from '../../text/index.ts'
import type { LogLine, WalkPlace } from './walk.ts'

export function lineInWords({ document, reference }: WalkPlace, line: LogLine): string {
  const name = (stageId: string) => stageNameOf(document, stageId)
  const from = name(line.fromStageId)
  const to = name(line.stageId)
  const via = line.verdict ? document.transitions[line.verdict.transitionId]?.transitionName.trim() : ''
  const { action } = line
  switch (line.kind) {
    case 'start':
      return text('simulate', 'logStart', { stage: to })
    case 'set_fields': {
      const fields = action?.do === 'set_fields' ? Object.entries(action.fields) : []
      const words = fields.map(([key, value]) => say.rule(valueSentence(key, value, reference.fields)))
      return text('simulate', 'logFields', { fields: words.join(', ') })
    }
    case 'wait':
      return text('simulate', 'logWait', { count: action?.do === 'wait' ? action.days : 0 })
    case 'automatic':
      return via
        ? text('simulate', 'logAutomatic', { from, to, via })
        : text('simulate', 'logAutomaticPlain', { from, to })
    case 'timeout':
      return text('simulate', 'logTimeout', {
        outcome: text('simulate', `outcome_${line.verdict?.outcome ?? 'blocked'}`),
      })
    case 'approve':
    case 'reject': {
      const who = approverLabel(action?.do === line.kind ? action.role : '')
      const step = line.approvalStep ?? ''
      const said = text('simulate', line.kind === 'approve' ? 'logApprove' : 'logReject', { who, step })
      return line.fromStageId === line.stageId
        ? said
        : `${said} ${text('simulate', 'logMovePlain', { from, to })}`
    }
    case 'move': {
      const said = moveInWords()
      return action?.do === 'move' && action.as
        ? text('simulate', 'logAs', { who: whoLabel(action.as), said })
        : said
    }
    case 'escalation':
      return say(line.error ?? '')
    case 'recall':
      return text('simulate', 'logRecall')
    case 'error':
      if (line.error) return say(line.error)
      return action?.do === 'move'
        ? text('simulate', 'logNoWay', { from: to, to: name(action.stageId) })
        : text('simulate', 'logNothingWaits')
  }

  function moveInWords(): string {
    const target = name(line.verdict?.toStageId ?? '')
    if (line.verdict?.outcome === 'blocked')
      return text('simulate', 'logBlocked', {
        to: target,
        why: line.verdict.blockers.map((blocker) => say(blocker.sentence)).join(' '),
      })
    if (line.verdict?.outcome === 'pending')
      return text('simulate', 'logPending', {
        to: target,
        approval: line.verdict.approval?.workflow_name ?? '',
      })
    return via
      ? text('simulate', 'logMove', { from, to, via })
      : text('simulate', 'logMovePlain', { from, to })
  }
}

/** What the move set off beside the change of stage, in order. */
export const effectsInWords = ({ verdict, stageId, fromStageId }: LogLine): string[] =>
  verdict && stageId !== fromStageId
    ? verdict.effects.filter((effect) => effect.kind !== 'stage').map((effect) => say(effect.sentence))
    : []
