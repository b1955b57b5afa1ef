import { draw, line } from '../../../../../tests/kit/draw.ts'
import type { RuleCases } from '../../../../../tests/kit/verifyRule.ts'

export const cases: RuleCases = {
  valid: [
    { name: 'a line', document: line() },
    {
      name: 'an inactive stage without transitions',
      document: draw({
        stages: ['new', 'parked', 'won'],
        moves: ['new > won'],
        stage: { parked: { isActive: false } },
      }),
    },
  ],
  invalid: [
    {
      name: 'transitions around an inactive stage',
      document: line({ stage: { proposal: { isActive: false } } }),
      finds: [
        {
          at: 'transition:new > proposal',
          message:
            '“New” → “Proposal” touches “Proposal”, which is not active. Remove the transition or reactivate.',
          fixes: ['Remove the transition (all)', 'Reactivate “Proposal”'],
        },
        {
          at: 'transition:proposal > closing',
          message:
            '“Proposal” → “Closing” touches “Proposal”, which is not active. Remove the transition or reactivate.',
          fixes: ['Remove the transition (all)', 'Reactivate “Proposal”'],
        },
      ],
    },
    {
      name: 'two inactive ends, and a global transition to one of them',
      document: draw({
        stages: ['new', 'demo', 'won', 'lost'],
        moves: ['new > won', 'demo > lost', '* > lost'],
        stage: { demo: { isActive: false }, lost: { isActive: false } },
      }),
      finds: [
        {
          at: 'transition:demo > lost',
          message:
            '“Demo” → “Lost” touches “Demo” and “Lost”, which are not active. Remove the transition or reactivate.',
          fixes: ['Remove the transition (all)', 'Reactivate “Demo” and “Lost”'],
        },
        {
          at: 'transition:* > lost',
          message:
            'Any open stage → “Lost” touches “Lost”, which is not active. Remove the transition or reactivate.',
          fixes: ['Remove the transition (all)', 'Reactivate “Lost”'],
        },
      ],
    },
  ],
}
