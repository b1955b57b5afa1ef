import { line } from '../../../../../tests/kit/draw.ts'
import type { RuleCases } from '../../../../../tests/kit/verifyRule.ts'

export const cases: RuleCases = {
  valid: [
    { name: 'rising probabilities', document: line() },
    {
      name: 'a way back',
      document: line({ add: ['closing > new'], move: { 'closing > new': { isRework: true } } }),
    },
    {
      name: 'stages that are not connected',
      document: line({ drop: ['new > proposal'], stage: { proposal: { defaultProbability: 1 } } }),
    },
    {
      name: 'a policy that allows it',
      document: line({
        stage: { proposal: { defaultProbability: 1 } },
        policies: { probability_must_not_decrease: false },
      }),
    },
  ],
  invalid: [
    {
      name: 'a step forward to a lower probability',
      document: line({ stage: { proposal: { defaultProbability: 10 } } }),
      finds: [
        {
          at: 'transition:new > proposal',
          message:
            'Moving from “New” to “Proposal” lowers the probability from 30 % to 10 %. Raise the later stage or lower the earlier one.',
          fixes: ['Raise “Proposal” to 30 %'],
        },
      ],
    },
  ],
}
