import { changeStage, forAll } from '../../fixes.ts'
import { fieldOf, referenceIsKnown } from '../../known.ts'
import { defineRule } from '../../rule.ts'
import { stageWords } from '../../words.ts'

export const lockedField = defineRule({
  id: 'rule/locked-field',
  title: 'Locked fields exist and can be filled in before',
  why: 'Where a stage locks a field that the next one requires, nobody can fill it in on the way, and the deal stays.',
  *check(context) {
    for (const stage of context.graph.openStages) {
      const { lockedFields = [], requiredFields } = stage
      if (lockedFields.length === 0) continue
      const targets = context.graph.exits(stage.id).map(({ toStageId }) => context.graph.stage(toStageId))
      const name = stageWords(context, stage.id)
      for (const key of lockedFields) {
        const at = { kind: 'stage', id: stage.id, field: 'lockedFields' } as const
        const unlock = changeStage(`Unlock “${fieldOf(context, key)?.label || key}”`, stage.id, {
          lockedFields: lockedFields.filter((other) => other !== key),
        })
        if (referenceIsKnown(context) && !fieldOf(context, key)) {
          yield {
            at,
            key: `unknown ${key}`,
            message: `${name} locks the field “${key}”, which does not exist. Pick another field or remove it.`,
            fixes: [forAll(unlock)],
          }
          continue
        }
        const asking = targets.find((target) => target?.requiredFields.includes(key))
        if (!asking || requiredFields.includes(key)) continue
        const label = `“${fieldOf(context, key)?.label || key}”`
        yield {
          at,
          key,
          message: `${name} locks ${label}, but ${stageWords(context, asking.id)} requires it: nobody can fill it in on the way. Unlock it, or require it before.`,
          fixes: [
            unlock,
            changeStage(`Require ${label} in ${name} as well`, stage.id, {
              requiredFields: [...requiredFields, key],
            }),
          ],
        }
      }
    }
  },
})
