import { draw, line } from '../../../../../tests/kit/draw.ts'
import type { RuleCases } from '../../../../../tests/kit/verifyRule.ts'

export const cases: RuleCases = {
  valid: [
    { name: 'a line', document: line() },
    {
      name: 'closed lost in the middle of the order',
      document: draw({
        stages: ['new', 'lost', 'demo', 'won'],
        moves: ['new > demo', 'demo > won', 'demo > lost'],
      }),
    },
    {
      name: 'rework',
      document: line({ add: ['closing > new'], move: { 'closing > new': { isRework: true } } }),
    },
  ],
  invalid: [
    {
      name: 'a way back',
      document: line({ add: ['closing > new'] }),
      finds: [
        {
          at: 'transition:closing > new',
          message:
            'This transition leads back from “Closing” to “New”. Mark it as rework, change the order of the two stages, or remove it.',
          fixes: [
            'Allow rework and mark this transition as such',
            'Swap the order of “New” and “Closing”',
            'Remove the transition (all)',
          ],
        },
      ],
    },
    {
      name: 'a way back where rework is allowed',
      document: line({ add: ['closing > new'], policies: { allow_rework: true } }),
      finds: [
        {
          at: 'transition:closing > new',
          message:
            'This transition leads back from “Closing” to “New”. Mark it as rework, change the order of the two stages, or remove it.',
          fixes: ['Mark as rework (all)', 'Swap the order of “New” and “Closing”', 'Remove the transition'],
        },
      ],
    },
    {
      name: 'closed won before an open stage',
      document: draw({ stages: ['new', 'won', 'demo', 'lost'], moves: ['new > demo', 'demo > won'] }),
      finds: [
        {
          at: 'transition:demo > won',
          message: '“Won” is closed but comes before “Demo” in the order. Put the closed stages last.',
          fixes: [
            'Put the closed stages last (all)',
            'Swap the order of “Won” and “Demo”',
            'Remove the transition',
          ],
        },
      ],
    },
  ],
}
