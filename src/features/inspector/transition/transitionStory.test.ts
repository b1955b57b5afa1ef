import { describe, expect, it } from 'vitest'
import { aProcess } from '../../../../tests/kit/builders.ts'
import { action, check, reference, workflow } from '../../../../tests/kit/referenceData.ts'
import type { SalesStage } from '../../../domain/process/stage.ts'
import type { StageTransition } from '../../../domain/process/transition.ts'
import { transitionStory } from './transitionStory.ts'

const company = reference({
  actions: [
    action('mail', 'send_email'),
    action('task', 'create_task'),
    action('old', 'create_task', { isActive: false }),
  ],
  workflows: [workflow('discount')],
})
const big = check('Size', { '>': [{ var: 'amount' }, 1000] })

function story(
  transition: Partial<StageTransition>,
  { from = 'Lead', ...offer }: Partial<SalesStage> & { from?: string | null } = {},
) {
  const { document } = aProcess()
    .stage('Lead', 10, { exitActionIds: ['task'] })
    .stage('Offer', 40, offer)
    .connect(from, 'Offer', transition)
  const [drawn] = Object.values(document.transitions)
  if (!drawn) throw new Error('There is one transition.')
  return transitionStory(document, company, drawn)
}

describe('what happens on a transition', () => {
  it.each([
    [{}, 'People may move a deal from “Lead” to “Offer” at any time.'],
    [{ conditions: [big] }, 'People may move a deal from “Lead” to “Offer” when Amount is more than 1,000.'],
    [
      { conditions: [big, big, big] },
      'People may move a deal from “Lead” to “Offer” when all 3 conditions hold.',
    ],
    [{ isAutomatic: true }, 'A deal moves from “Lead” to “Offer” by itself as soon as it is there.'],
    [
      { isAutomatic: true, conditions: [big] },
      'A deal moves from “Lead” to “Offer” by itself as soon as Amount is more than 1,000.',
    ],
    [{ isAutomatic: true, afterDays: 1 }, 'A deal moves from “Lead” to “Offer” by itself after 1 day there.'],
    [
      { isAutomatic: true, afterDays: 30, conditions: [big] },
      'A deal moves from “Lead” to “Offer” by itself after 30 days there, when Amount is more than 1,000.',
    ],
  ] satisfies [Partial<StageTransition>, string][])(
    'begins with who moves what, and when: %j',
    (given, sentence) => {
      expect(story(given)[0]).toBe(sentence)
    },
  )

  it('names any open stage', () => {
    expect(story({}, { from: null })[0]).toBe(
      'People may move a deal from any open stage to “Offer” at any time.',
    )
  })

  it('goes on with demands, approval, actions in their order, and rework', () => {
    const sentences = story(
      {
        isRework: true,
        actions: ['MAIL', 'OLD', 'GONE'].map((action_code) => ({ action_code, parameters: {} })),
      },
      {
        requiredFields: ['amount'],
        transitionRules: [{ ...big, kind: 'entry' }],
        requiresApproval: true,
        approvalWorkflowId: 'discount',
        entryActionIds: ['mail'],
      },
    )
    expect(sentences.slice(1)).toEqual([
      'First it has to meet 2 demands of “Offer”.',
      'Then “Discount” has to approve it.',
      'On the way: Task, Mail, and Mail.',
      'It is a deliberate way back.',
    ])
  })

  it('says that nobody can approve', () => {
    expect(story({}, { requiresApproval: true })).toContain(
      'Then it waits for an approval that nobody can give.',
    )
  })
})
