import { draw } from '../../../../../tests/kit/draw.ts'
import type { RuleCases } from '../../../../../tests/kit/verifyRule.ts'

export const cases: RuleCases = {
  valid: [{ name: 'two active stages', document: draw({ stages: ['new', 'won'] }) }],
  invalid: [
    {
      name: 'no stages',
      document: draw({ stages: [] }),
      finds: [
        {
          at: 'process',
          message: 'The process has no active stage. It needs at least two.',
          fixes: ['Add closed won and closed lost (all)'],
        },
      ],
    },
    {
      name: 'one open stage',
      document: draw({ stages: ['new'] }),
      finds: [
        {
          at: 'process',
          message: 'The process has 1 active stage. It needs at least two.',
          fixes: ['Add closed won and closed lost (all)', 'Add closed won', 'Add closed lost'],
        },
      ],
    },
    {
      name: 'one closed stage beside inactive ones',
      document: draw({ stages: ['new', 'won'], stage: { new: { isActive: false } } }),
      finds: [
        {
          at: 'process',
          message: 'The process has 1 active stage. It needs at least two.',
          fixes: ['Add closed lost (all)'],
        },
      ],
    },
  ],
}
