import { draw, line } from '../../../../../tests/kit/draw.ts'
import type { RuleCases } from '../../../../../tests/kit/verifyRule.ts'

export const cases: RuleCases = {
  valid: [
    { name: 'one', document: line() },
    {
      name: 'a second that is inactive',
      document: draw({
        stages: ['new', 'won', 'won_abroad', 'lost'],
        stage: { won_abroad: { isActive: false } },
      }),
    },
    {
      name: 'several where the policy allows it',
      document: draw({
        stages: ['new', 'won', 'won_abroad', 'lost'],
        policies: { single_closed_stages: false },
      }),
    },
  ],
  invalid: [
    {
      name: 'none',
      document: draw({ stages: ['new', 'lost'] }),
      finds: [
        {
          at: 'process',
          message: 'There is no active closed won stage. Add one.',
          fixes: ['Add closed won (all)'],
        },
      ],
    },
    {
      name: 'only an inactive one, even where several are allowed',
      document: draw({
        stages: ['new', 'won', 'lost'],
        stage: { won: { isActive: false } },
        policies: { single_closed_stages: false },
      }),
      finds: [
        {
          at: 'process',
          message: 'There is no active closed won stage. Add one.',
          fixes: ['Reactivate “Won” (all)'],
        },
      ],
    },
    {
      name: 'two',
      document: draw({ stages: ['new', 'won_abroad', 'won', 'lost'] }),
      finds: [
        {
          at: 'stage:won_abroad',
          message:
            '“Won_abroad” is a closed won stage beside “Won”. Keep one, or allow several in the policies.',
          fixes: ['Keep “Won” and deactivate the other (all)', 'Allow several closed stages in this process'],
        },
      ],
    },
  ],
}
