import { line } from '../../../../../tests/kit/draw.ts'
import type { RuleCases } from '../../../../../tests/kit/verifyRule.ts'

export const cases: RuleCases = {
  valid: [
    { name: 'a line', document: line() },
    {
      name: 'a way back that is rework',
      document: line({
        policies: { allow_rework: true },
        add: ['closing > new'],
        move: { 'closing > new': { isRework: true } },
      }),
    },
    { name: 'two ways that meet', document: line({ add: ['new > closing'] }) },
    { name: 'a transition to itself, which has a rule of its own', document: line({ add: ['new > new'] }) },
    {
      name: 'a global transition to a stage without further open ones',
      document: line({ add: ['* > closing'] }),
    },
    {
      name: 'a circle through an inactive stage',
      document: line({ add: ['closing > new'], stage: { proposal: { isActive: false } } }),
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
            '“Closing” → “New” closes a circle, so deals can go round for ever. Mark it as rework or remove it.',
          fixes: ['Remove the transition (all)'],
        },
      ],
    },
    {
      name: 'a way back where rework is allowed',
      document: line({ add: ['proposal > new'], policies: { allow_rework: true } }),
      finds: [
        {
          at: 'transition:proposal > new',
          message:
            '“Proposal” → “New” closes a circle, so deals can go round for ever. Mark it as rework or remove it.',
          fixes: ['Mark as rework (all)', 'Remove the transition'],
        },
      ],
    },
    {
      name: 'a global transition to a stage that goes on',
      document: line({ add: ['* > proposal'] }),
      finds: [
        {
          at: 'transition:* > proposal',
          message:
            'Any open stage → “Proposal” closes a circle, so deals can go round for ever. Mark it as rework or remove it.',
          fixes: ['Remove the transition (all)'],
        },
      ],
    },
  ],
}
