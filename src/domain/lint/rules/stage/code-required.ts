import { codesOf } from '../../../commands/stageCode.ts'
import { codeFix } from '../../codeFix.ts'
import { defineRule } from '../../rule.ts'
import { stageWords } from '../../words.ts'

export const codeRequired = defineRule({
  id: 'stage/code-required',
  title: 'Every stage has a code',
  why: 'Interfaces, files and reports name stages by their code, so that renaming a stage breaks nothing.',
  *check(context) {
    const taken = codesOf(context.document)
    for (const stage of context.graph.stages)
      if (stage.stageCode === '')
        yield {
          at: { kind: 'stage', id: stage.id, field: 'stageCode' },
          message: `${stageWords(context, stage.id)} has no code. Give it one.`,
          fixes: [codeFix(taken, stage, stage.stageName)],
        }
  },
})
