import { draw, line } from '../../../../../tests/kit/draw.ts'
import type { RuleCases } from '../../../../../tests/kit/verifyRule.ts'

export const cases: RuleCases = {
  valid: [
    { name: 'a first open stage', document: line() },
    { name: 'a marked open stage', document: line({ stage: { proposal: { isEntry: true } } }) },
    {
      name: 'a mark on an inactive stage, with open ones left',
      document: line({ stage: { new: { isEntry: true, isActive: false } } }),
    },
  ],
  invalid: [
    {
      name: 'no stages at all',
      document: draw({ stages: [] }),
      finds: [
        {
          at: 'process',
          message: 'There is no active open stage for deals to start in. Add one.',
          fixes: ['Add an open stage (all)'],
        },
      ],
    },
    {
      name: 'only inactive open stages',
      document: draw({ stages: ['new', 'won', 'lost'], stage: { new: { isActive: false } } }),
      finds: [
        {
          at: 'process',
          message: 'There is no active open stage for deals to start in. Add one.',
          fixes: ['Reactivate “New” (all)'],
        },
      ],
    },
    {
      name: 'a closed stage as the entry',
      document: line({ stage: { won: { isEntry: true } } }),
      finds: [
        {
          at: 'stage:won.isEntry',
          message: '“Won” is closed, so deals cannot start in it. Mark an open stage as the entry.',
          fixes: ['Start in “New” (all)'],
        },
      ],
    },
  ],
}
