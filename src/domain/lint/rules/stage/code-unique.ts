import { FreeCodes } from '../../freeCodes.ts'
import { defineRule } from '../../rule.ts'
import { stageWords } from '../../words.ts'

export const codeUnique = defineRule({
  id: 'stage/code-unique',
  title: 'No two stages share a code',
  why: 'With one code for two stages an interface moves deals into the wrong one.',
  *check(context) {
    const codes = new FreeCodes(context.document)
    const first = new Map<string, string>()
    for (const stage of context.graph.stages) {
      if (stage.stageCode === '') continue
      const other = first.get(stage.stageCode)
      if (other === undefined) {
        first.set(stage.stageCode, stage.id)
        continue
      }
      yield {
        at: { kind: 'stage', id: stage.id, field: 'stageCode' },
        message: `${stageWords(context, stage.id)} and ${stageWords(context, other)} have the same code “${stage.stageCode}”. Change one of them.`,
        fixes: [codes.fix(stage, stage.stageCode)],
      }
    }
  },
})
