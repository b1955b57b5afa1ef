import { line } from '../../../../../tests/kit/draw.ts'
import type { RuleCases } from '../../../../../tests/kit/verifyRule.ts'

export const cases: RuleCases = {
  valid: [{ name: 'named stages', document: line() }],
  invalid: [
    {
      name: 'a blank name beside a code',
      document: line({ stage: { proposal: { stageName: '  ', stageCode: 'NEEDS_ANALYSIS' } } }),
      finds: [
        {
          at: 'stage:proposal.stageName',
          message: 'Give “NEEDS_ANALYSIS” a name.',
          fixes: ['Name it “Needs analysis” (all)'],
        },
      ],
    },
    {
      name: 'neither name nor code',
      document: line({ stage: { proposal: { stageName: '', stageCode: '' } } }),
      finds: [
        {
          at: 'stage:proposal.stageName',
          message: 'Give “stage 2” a name.',
          fixes: ['Name it “Stage 2” (all)'],
        },
      ],
    },
  ],
}
