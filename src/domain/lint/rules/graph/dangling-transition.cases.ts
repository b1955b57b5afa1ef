import { line } from '../../../../../tests/kit/draw.ts'
import type { RuleCases } from '../../../../../tests/kit/verifyRule.ts'

export const cases: RuleCases = {
  valid: [
    { name: 'a line', document: line() },
    { name: 'an inactive end', document: line({ stage: { proposal: { isActive: false } } }) },
  ],
  invalid: [
    {
      name: 'a missing target',
      document: line({ add: ['new > nowhere'] }),
      finds: [
        {
          at: 'transition:new > nowhere',
          message: 'A transition from “New” leads to a stage that does not exist. Remove it.',
          fixes: ['Remove the transition (all)'],
        },
      ],
    },
    {
      name: 'a missing source, and a name that every object has',
      document: line({ add: ['nowhere > new', 'constructor > __proto__'] }),
      finds: [
        {
          at: 'transition:constructor > __proto__',
          message: 'This transition connects two stages that do not exist. Remove it.',
          fixes: ['Remove the transition (all)'],
        },
        {
          at: 'transition:nowhere > new',
          message: 'A transition to “New” starts in a stage that does not exist. Remove it.',
          fixes: ['Remove the transition (all)'],
        },
      ],
    },
    {
      name: 'neither a source nor global',
      document: line({ add: ['orphan'], move: { orphan: { fromStageId: null, toStageId: 'new' } } }),
      finds: [
        {
          at: 'transition:orphan',
          message: 'A transition to “New” starts in a stage that does not exist. Remove it.',
          fixes: ['Remove the transition (all)'],
        },
      ],
    },
  ],
}
