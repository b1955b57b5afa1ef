import { line } from '../../../../../tests/kit/draw.ts'
import type { RuleCases } from '../../../../../tests/kit/verifyRule.ts'

export const cases: RuleCases = {
  valid: [
    { name: 'no mark', document: line() },
    { name: 'one mark', document: line({ stage: { new: { isEntry: true } } }) },
    {
      name: 'a second mark on an inactive stage',
      document: line({ stage: { new: { isEntry: true }, closing: { isEntry: true, isActive: false } } }),
    },
  ],
  invalid: [
    {
      name: 'three marks',
      document: line({
        stage: { new: { isEntry: true }, proposal: { isEntry: true }, closing: { isEntry: true } },
      }),
      finds: [
        {
          at: 'stage:proposal.isEntry',
          message: '“Proposal” is marked as the entry beside “New”. Keep one entry.',
          fixes: ['Start in “New” only (all)'],
        },
        {
          at: 'stage:closing.isEntry',
          message: '“Closing” is marked as the entry beside “New”. Keep one entry.',
          fixes: ['Start in “New” only (all)'],
        },
      ],
    },
  ],
}
