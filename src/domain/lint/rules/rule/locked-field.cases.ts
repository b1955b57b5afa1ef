import { line } from '../../../../../tests/kit/draw.ts'
import { reference } from '../../../../../tests/kit/referenceData.ts'
import type { RuleCases } from '../../../../../tests/kit/verifyRule.ts'
import type { SalesStage } from '../../../process/stage.ts'

const drawn = (stage: Partial<SalesStage>, proposal: Partial<SalesStage> = {}) => ({
  document: line({ stage: { new: { lockedFields: ['amount'], ...stage }, proposal } }),
  reference: reference(),
})

export const cases: RuleCases = {
  valid: [
    { name: 'a locked field that nothing asks for next', ...drawn({}) },
    {
      name: 'a locked field that is filled in before',
      ...drawn({ requiredFields: ['amount'] }, { requiredFields: ['amount'] }),
    },
    { name: 'nothing known of the fields', document: line({ stage: { new: { lockedFields: ['gone'] } } }) },
  ],
  invalid: [
    {
      name: 'a locked field that the next stage requires',
      ...drawn({}, { requiredFields: ['amount'] }),
      finds: [
        {
          at: 'stage:new.lockedFields',
          message:
            '“New” locks “Amount”, but “Proposal” requires it: nobody can fill it in on the way. Unlock it, or require it before.',
          fixes: ['Unlock “Amount”', 'Require “Amount” in “New” as well'],
        },
      ],
    },
    {
      name: 'a field that does not exist',
      ...drawn({ lockedFields: ['gone'] }),
      finds: [
        {
          at: 'stage:new.lockedFields',
          message: '“New” locks the field “gone”, which does not exist. Pick another field or remove it.',
          fixes: ['Unlock “gone” (all)'],
        },
      ],
    },
  ],
}
