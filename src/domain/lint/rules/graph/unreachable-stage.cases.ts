import { draw, line } from '../../../../../tests/kit/draw.ts'
import type { RuleCases } from '../../../../../tests/kit/verifyRule.ts'

export const cases: RuleCases = {
  valid: [
    { name: 'a line', document: line() },
    {
      name: 'an inactive stage off the path',
      document: draw({
        stages: ['new', 'parked', 'won'],
        moves: ['new > won'],
        stage: { parked: { isActive: false } },
      }),
    },
    { name: 'no stages', document: draw({ stages: [] }) },
    {
      name: 'a stage reached through rework only',
      document: line({
        policies: { allow_rework: true },
        drop: ['new > proposal'],
        add: ['new > closing', 'closing > proposal'],
        move: { 'closing > proposal': { isRework: true } },
      }),
    },
  ],
  invalid: [
    {
      name: 'a stage that nothing leads to',
      document: line({ drop: ['new > proposal'], add: ['new > closing'] }),
      finds: [
        {
          at: 'stage:proposal',
          message:
            'No path leads from “New” to “Proposal”. Connect it from an earlier stage or deactivate it.',
          fixes: ['Connect “New” to “Proposal” (all)', 'Deactivate “Proposal”'],
        },
      ],
    },
    {
      name: 'an open stage before the entry',
      document: line({ stage: { proposal: { isEntry: true } } }),
      finds: [
        {
          at: 'stage:new',
          message:
            'No path leads from “Proposal” to “New”. Connect it from an earlier stage or deactivate it.',
          fixes: ['Start in “New”', 'Deactivate “New”'],
        },
      ],
    },
    {
      name: 'the only won stage',
      document: line({ drop: ['closing > won'] }),
      finds: [
        {
          at: 'stage:won',
          message: 'No path leads from “New” to “Won”. Connect it from an earlier stage or deactivate it.',
          fixes: ['Connect “Closing” to “Won” (all)'],
        },
      ],
    },
    {
      name: 'a closed stage before every open one',
      document: draw({ stages: ['won', 'new', 'lost'], moves: ['new > lost'] }),
      finds: [
        {
          at: 'stage:won',
          message: 'No path leads from “New” to “Won”. Connect it from an earlier stage or deactivate it.',
          fixes: ['Connect “New” to “Won” (all)'],
        },
      ],
    },
    {
      name: 'what stands behind an inactive stage',
      document: line({ stage: { proposal: { isActive: false } }, drop: ['* > lost'], add: ['new > lost'] }),
      finds: [
        {
          at: 'stage:closing',
          message:
            'No path leads from “New” to “Closing”. Connect it from an earlier stage or deactivate it.',
          fixes: ['Connect “New” to “Closing” (all)', 'Deactivate “Closing”'],
        },
        {
          at: 'stage:won',
          message: 'No path leads from “New” to “Won”. Connect it from an earlier stage or deactivate it.',
          fixes: ['Connect “New” to “Won” (all)'],
        },
      ],
    },
  ],
}
