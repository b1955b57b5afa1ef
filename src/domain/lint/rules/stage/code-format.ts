import { codePattern } from '../../../process/stage.ts'
import { FreeCodes } from '../../freeCodes.ts'
import { defineRule } from '../../rule.ts'
import { stageWords } from '../../words.ts'

export const codeFormat = defineRule({
  id: 'stage/code-format',
  title: 'Codes are made of letters, digits and underscores',
  why: 'A code ends up in addresses, files and column names. Spaces and special characters break there, sometimes silently.',
  *check(context) {
    const codes = new FreeCodes(context.document)
    for (const stage of context.graph.stages) {
      if (stage.stageCode === '' || codePattern.test(stage.stageCode)) continue
      yield {
        at: { kind: 'stage', id: stage.id, field: 'stageCode' },
        message: `The code “${stage.stageCode}” of ${stageWords(context, stage.id)} has characters that a code cannot have. Use letters, digits and underscores.`,
        fixes: [codes.fix(stage, stage.stageCode)],
      }
    }
  },
})
