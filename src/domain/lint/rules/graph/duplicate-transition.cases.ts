import { line } from '../../../../../tests/kit/draw.ts'
import type { RuleCases } from '../../../../../tests/kit/verifyRule.ts'

export const cases: RuleCases = {
  valid: [
    { name: 'a line', document: line() },
    {
      name: 'a stage with a transition of its own beside a global one',
      document: line({ add: ['new > lost'] }),
    },
  ],
  invalid: [
    {
      name: 'the same two stages twice',
      document: line({ add: ['again'], move: { again: { fromStageId: 'proposal', toStageId: 'closing' } } }),
      finds: [
        {
          at: 'transition:proposal > closing',
          message: 'There is another transition from “Proposal” to “Closing”. Remove one of them.',
          fixes: ['Remove the transition (all)'],
        },
      ],
    },
    {
      name: 'two global transitions to one stage',
      document: line({
        add: ['everywhere'],
        move: { everywhere: { fromStageId: null, toStageId: 'lost', isGlobal: true } },
      }),
      finds: [
        {
          at: 'transition:everywhere',
          message: 'There is another transition from any open stage to “Lost”. Remove one of them.',
          fixes: ['Remove the transition (all)'],
        },
      ],
    },
  ],
}
