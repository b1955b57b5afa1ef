import { draw, line } from '../../../../../tests/kit/draw.ts'
import type { RuleCases } from '../../../../../tests/kit/verifyRule.ts'

export const cases: RuleCases = {
  valid: [
    { name: 'a line', document: line() },
    {
      name: 'a dead end, which has a problem of its own',
      document: draw({
        stages: ['new', 'demo', 'won', 'lost'],
        moves: ['new > won', 'new > demo', 'new > lost'],
      }),
    },
    {
      name: 'no won stage, which has a problem of its own',
      document: draw({ stages: ['new', 'lost'], moves: ['new > lost'] }),
    },
  ],
  invalid: [
    {
      name: 'a stage that leads to closed lost only',
      document: draw({
        stages: ['new', 'stalled', 'demo', 'won', 'lost'],
        moves: ['new > stalled', 'new > demo', 'demo > won', '* > lost'],
      }),
      finds: [
        {
          at: 'stage:stalled',
          message: 'No path from “Stalled” reaches closed won. Connect it to a stage that does.',
          fixes: ['Connect “Stalled” to “Demo” (all)'],
        },
      ],
    },
  ],
}
