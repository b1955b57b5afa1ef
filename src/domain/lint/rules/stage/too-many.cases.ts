import { draw } from '../../../../../tests/kit/draw.ts'
import type { RuleCases } from '../../../../../tests/kit/verifyRule.ts'

const open = (count: number): string[] => Array.from({ length: count }, (_, index) => `step${index + 1}`)

export const cases: RuleCases = {
  valid: [
    { name: 'twelve open stages', document: draw({ stages: [...open(12), 'won', 'lost'] }) },
    {
      name: 'a thirteenth that is inactive',
      document: draw({ stages: [...open(13), 'won', 'lost'], stage: { step5: { isActive: false } } }),
    },
  ],
  invalid: [
    {
      name: 'thirteen open stages',
      document: draw({ stages: [...open(13), 'won', 'lost'] }),
      finds: [
        {
          at: 'process',
          message: 'The process has 13 open stages. Merge some: more than 12 are hard to tell apart.',
        },
      ],
    },
  ],
}
