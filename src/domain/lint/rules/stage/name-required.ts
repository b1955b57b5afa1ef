import { changeStage, forAll } from '../../fixes.ts'
import { defineRule } from '../../rule.ts'
import { stageWords } from '../../words.ts'

export const nameRequired = defineRule({
  id: 'stage/name-required',
  title: 'Every stage has a name',
  why: 'People choose the stage of a deal by its name. Without one nobody knows what the step is.',
  *check(context) {
    for (const stage of context.graph.stages) {
      if (stage.stageName.trim() !== '') continue
      const name = nameFromCode(stage.stageCode) ?? `Stage ${stage.stageOrder}`
      yield {
        at: { kind: 'stage', id: stage.id, field: 'stageName' },
        message: `Give ${stageWords(context, stage.id)} a name.`,
        fixes: [forAll(changeStage(`Name it “${name}”`, stage.id, { stageName: name }))],
      }
    }
  },
})

/** NEEDS_ANALYSIS → Needs analysis. */
function nameFromCode(code: string): string | null {
  const words = code.replaceAll('_', ' ').trim().toLowerCase()
  return words ? words.charAt(0).toUpperCase() + words.slice(1) : null
}
