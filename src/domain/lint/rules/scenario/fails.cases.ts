import { line } from '../../../../../tests/kit/draw.ts'
import type { RuleCases } from '../../../../../tests/kit/verifyRule.ts'
import type { Scenario } from '../../../process/scenario.ts'

const walk = (scenario: Partial<Scenario>): Scenario => ({
  id: 'walk',
  scenarioName: 'Happy path',
  start: { stage: null, fields: {} },
  steps: [
    { do: 'move_to', stage: 'proposal' },
    { do: 'move_to', stage: 'closing' },
    { do: 'move_to', stage: 'won' },
  ],
  expectation: { stage: 'won', last_move: 'allowed' },
  ...scenario,
})

export const cases: RuleCases = {
  valid: [
    { name: 'no scenarios', document: line() },
    { name: 'a walk that ends as expected', document: line({ scenarios: [walk({})] }) },
    {
      name: 'a walk through an approval, with nothing known of the workflows',
      document: line({
        scenarios: [walk({ steps: [] })],
        stage: { closing: { requiresApproval: true, approvalWorkflowId: 'legal' } },
      }),
    },
  ],
  invalid: [
    {
      name: 'a walk that ends elsewhere',
      document: line({ scenarios: [walk({ steps: [{ do: 'move_to', stage: 'proposal' }] })] }),
      finds: [
        {
          at: 'scenario:walk',
          message: 'The scenario “Happy path” fails. The deal ends in “Proposal”, expected was “Won”.',
          fixes: ['Expect the deal in “Proposal” with the last move allowed'],
        },
      ],
    },
    {
      name: 'a walk that breaks off',
      document: line({ scenarios: [walk({ steps: [{ do: 'move_to', stage: 'won' }] })] }),
      finds: [
        {
          at: 'scenario:walk',
          message: 'The scenario “Happy path” fails. Nothing leads from “New” to “Won”.',
        },
      ],
    },
  ],
}
