import type { SalesStage } from '../../../process/stage.ts'
import { changeStage, forAll } from '../../fixes.ts'
import { fieldOf, referenceIsKnown } from '../../known.ts'
import { nearestKey } from '../../nearestKey.ts'
import { defineRule, type LintContext, type QuickFix } from '../../rule.ts'
import { stageWords } from '../../words.ts'

export const unknownRequiredField = defineRule({
  id: 'rule/unknown-required-field',
  title: 'Required fields exist',
  why: 'Nobody can fill a field that the CRM does not have, so no deal would ever get into the stage.',
  *check(context) {
    if (!referenceIsKnown(context)) return
    for (const stage of context.graph.stages) {
      if (stage.requiredFields.length === 0) continue
      const unknown = [...new Set(stage.requiredFields.filter((key) => !fieldOf(context, key)))]
      for (const key of unknown)
        yield {
          at: { kind: 'stage', id: stage.id, field: 'requiredFields' },
          key,
          message: `${stageWords(context, stage.id)} requires the field “${key}”, which does not exist. Pick another field or remove it.`,
          fixes: fixes(context, stage, key, unknown),
        }
    }
  },
})

function fixes(context: LintContext, stage: SalesStage, key: string, unknown: readonly string[]): QuickFix[] {
  const without = (title: string, keys: readonly string[]) =>
    changeStage(title, stage.id, {
      requiredFields: stage.requiredFields.filter((other) => !keys.includes(other)),
    })
  const near = nearestKey(key, Object.keys(context.reference.fields))
  const pick =
    near === null
      ? []
      : [
          changeStage(`Use “${near}”`, stage.id, {
            requiredFields: [...new Set(stage.requiredFields.map((other) => (other === key ? near : other)))],
          }),
        ]
  const remove = without(`Remove “${key}”`, [key])
  return unknown.length > 1
    ? [...pick, remove, forAll(without(`Remove all ${unknown.length} unknown fields`, unknown))]
    : [...pick, forAll(remove)]
}
