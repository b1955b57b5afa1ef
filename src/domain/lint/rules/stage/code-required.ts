import { FreeCodes } from '../../freeCodes.ts'
import { defineRule } from '../../rule.ts'
import { stageWords } from '../../words.ts'

export const codeRequired = defineRule({
  id: 'stage/code-required',
  title: 'Every stage has a code',
  why: 'Interfaces, files and reports name stages by their code, so that renaming a stage breaks nothing.',
  *check(context) {
    const codes = new FreeCodes(context.document)
    for (const stage of context.graph.stages)
      if (stage.stageCode === '')
        yield {
          at: { kind: 'stage', id: stage.id, field: 'stageCode' },
          message: `${stageWords(context, stage.id)} has no code. Give it one.`,
          fixes: [codes.fix(stage, stage.stageName)],
        }
  },
})
