import { draw, line } from '../../../../../tests/kit/draw.ts'
import type { RuleCases } from '../../../../../tests/kit/verifyRule.ts'

export const cases: RuleCases = {
  valid: [
    { name: 'places 1 to 5', document: line() },
    {
      name: 'the same place twice but no gap',
      document: draw({
        stages: ['new', 'won', 'lost'],
        stage: { won: { stageOrder: 2 }, lost: { stageOrder: 2 } },
      }),
    },
    { name: 'no stages', document: draw({ stages: [] }) },
  ],
  invalid: [
    {
      name: 'a gap',
      document: line({
        stage: { closing: { stageOrder: 10 }, won: { stageOrder: 20 }, lost: { stageOrder: 30 } },
      }),
      finds: [
        {
          at: 'stage:closing.stageOrder',
          message: '“Closing” has place 10, but 3 comes next. Renumber the stages.',
          fixes: ['Renumber the stages (all)'],
        },
      ],
    },
    {
      name: 'a start at zero',
      document: line({ stage: { new: { stageOrder: 0 } } }),
      finds: [
        {
          at: 'stage:new.stageOrder',
          message: '“New” has place 0, but 1 comes next. Renumber the stages.',
          fixes: ['Renumber the stages (all)'],
        },
      ],
    },
  ],
}
