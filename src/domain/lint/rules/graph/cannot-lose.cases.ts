import { draw, line } from '../../../../../tests/kit/draw.ts'
import type { RuleCases } from '../../../../../tests/kit/verifyRule.ts'

export const cases: RuleCases = {
  valid: [
    { name: 'a global transition to closed lost', document: line() },
    {
      name: 'a transition of its own from every stage',
      document: draw({ stages: ['new', 'won', 'lost'], moves: ['new > won', 'new > lost'] }),
    },
    {
      name: 'several lost stages, one of them enough',
      document: draw({
        stages: ['new', 'won', 'lost', 'lost_to_nobody'],
        moves: ['new > won', 'new > lost_to_nobody'],
        policies: { single_closed_stages: false },
      }),
    },
    { name: 'no lost stage', document: draw({ stages: ['new', 'won'], moves: ['new > won'] }) },
  ],
  invalid: [
    {
      name: 'one stage that cannot be lost',
      document: line({ drop: ['* > lost'], add: ['new > lost', 'closing > lost'] }),
      finds: [
        {
          at: 'stage:proposal',
          message: 'A deal cannot be lost from “Proposal”. Connect it to “Lost”.',
          fixes: ['Connect “Proposal” to “Lost” (all)'],
        },
      ],
    },
    {
      name: 'several',
      document: line({ drop: ['* > lost'], add: ['new > lost'] }),
      finds: [
        {
          at: 'stage:proposal',
          message: 'A deal cannot be lost from “Proposal”. Connect it to “Lost”.',
          fixes: ['Connect “Proposal” to “Lost”', 'Connect all 2 stages to “Lost” (all)'],
        },
        {
          at: 'stage:closing',
          message: 'A deal cannot be lost from “Closing”. Connect it to “Lost”.',
          fixes: ['Connect “Closing” to “Lost”', 'Connect all 2 stages to “Lost” (all)'],
        },
      ],
    },
  ],
}
