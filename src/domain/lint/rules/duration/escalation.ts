import { isNobody } from '../../../process/who.ts'
import { changeStage, forAll } from '../../fixes.ts'
import { defineRule } from '../../rule.ts'
import { counted, stageWords } from '../../words.ts'

export const escalation = defineRule({
  id: 'duration/escalation',
  title: 'An escalation reaches somebody, and not too soon',
  why: 'An escalation that names nobody tells nobody. One before the maximum duration reports deals that are still on time.',
  *check(context) {
    for (const stage of context.graph.openStages) {
      if (!stage.escalation) continue
      const { after_days: days, tell } = stage.escalation
      const at = { kind: 'stage', id: stage.id, field: 'escalation' } as const
      const name = stageWords(context, stage.id)
      if (tell.every(isNobody))
        yield {
          at,
          key: 'nobody',
          message: `Deals that stay too long in ${name} are escalated to nobody. Say to whom, or drop the escalation.`,
          fixes: [forAll(changeStage('Drop the escalation', stage.id, { escalation: null }))],
        }
      const maximum = stage.maxDurationDays
      if (maximum !== null && days < maximum)
        yield {
          at,
          key: 'early',
          message: `Deals in ${name} are escalated after ${counted(days, 'day')}, before the maximum of ${counted(maximum, 'day')}. Escalate later, or lower the maximum.`,
          fixes: [
            changeStage(`Escalate after ${counted(maximum, 'day')}`, stage.id, {
              escalation: { after_days: maximum, tell },
            }),
          ],
        }
    }
  },
})
