import { draw, line } from '../../../../../tests/kit/draw.ts'
import type { RuleCases } from '../../../../../tests/kit/verifyRule.ts'

export const cases: RuleCases = {
  valid: [
    { name: 'a line', document: line() },
    { name: 'a stage that only closed lost follows', document: line({ drop: ['closing > won'] }) },
    {
      name: 'an inactive stage without exits',
      document: draw({
        stages: ['new', 'parked', 'won'],
        moves: ['new > won'],
        stage: { parked: { isActive: false } },
      }),
    },
    { name: 'no stages', document: draw({ stages: [] }) },
  ],
  invalid: [
    {
      name: 'a stage without exits',
      document: line({ drop: ['closing > won', '* > lost'], add: ['new > lost', 'proposal > won'] }),
      finds: [
        {
          at: 'stage:closing',
          message: '“Closing” has no way out. Connect it to the next stage or to closed lost.',
          fixes: ['Connect “Closing” to “Won” (all)', 'Connect “Closing” to “Lost”'],
        },
      ],
    },
    {
      name: 'a stage that leads only there',
      document: draw({ stages: ['new', 'demo', 'won', 'lost'], moves: ['new > demo'] }),
      finds: [
        {
          at: 'stage:new',
          message:
            'No path from “New” reaches a closed stage. Connect it to the next stage or to closed lost.',
          fixes: ['Connect “New” to “Won” (all)', 'Connect “New” to “Lost”'],
        },
        {
          at: 'stage:demo',
          message: '“Demo” has no way out. Connect it to the next stage or to closed lost.',
          fixes: ['Connect “Demo” to “Won” (all)', 'Connect “Demo” to “Lost”'],
        },
      ],
    },
    {
      name: 'no closed stage at all',
      document: draw({ stages: ['new', 'demo'], moves: ['new > demo'] }),
      finds: [
        {
          at: 'process',
          message:
            'No deal can ever close, because there is no active closed stage. Add closed won and closed lost.',
          fixes: ['Add closed won (all)'],
        },
      ],
    },
  ],
}
