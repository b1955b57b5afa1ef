import { draw, line } from '../../../../../tests/kit/draw.ts'
import type { RuleCases } from '../../../../../tests/kit/verifyRule.ts'

export const cases: RuleCases = {
  valid: [
    { name: 'one', document: line() },
    {
      name: 'several where the policy allows it',
      document: draw({
        stages: ['new', 'won', 'lost', 'lost_to_nobody'],
        policies: { single_closed_stages: false },
      }),
    },
  ],
  invalid: [
    {
      name: 'none',
      document: draw({ stages: ['new', 'won'] }),
      finds: [
        {
          at: 'process',
          message: 'There is no active closed lost stage. Add one.',
          fixes: ['Add closed lost (all)'],
        },
      ],
    },
    {
      name: 'three',
      document: draw({ stages: ['new', 'won', 'lost_early', 'lost_late', 'lost'] }),
      finds: [
        {
          at: 'stage:lost_early',
          message:
            '“Lost_early” is a closed lost stage beside “Lost”. Keep one, or allow several in the policies.',
          fixes: [
            'Keep “Lost” and deactivate the others (all)',
            'Allow several closed stages in this process',
          ],
        },
        {
          at: 'stage:lost_late',
          message:
            '“Lost_late” is a closed lost stage beside “Lost”. Keep one, or allow several in the policies.',
          fixes: [
            'Keep “Lost” and deactivate the others (all)',
            'Allow several closed stages in this process',
          ],
        },
      ],
    },
  ],
}
