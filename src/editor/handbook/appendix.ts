/** What one looks up at the end of a handbook: the fields that a deal needs, and who approves what. */
import { ruleSentence } from '../../domain/engine/ruleSentence.ts'
import type { ApprovalStep } from '../../domain/process/approval.ts'
import { type ProcessDocument, stagesInOrder } from '../../domain/process/process.ts'
import type { ReferenceData } from '../../domain/process/reference.ts'
import { inspectRule } from '../../domain/process/ruleShape.ts'
import { say, text } from '../../text/index.ts'
import { stageNameOf } from '../rowNames.ts'
import { approverLabel, approverWords } from '../whoWords.ts'
import { type Block, chapter } from './blocks.ts'

export const appendix = (document: ProcessDocument, reference: ReferenceData): Block[] => [
  ...fields(document, reference),
  ...approvals(document, reference),
]

function fields(document: ProcessDocument, reference: ReferenceData): Block[] {
  const required = new Map<string, string[]>()
  const ruled = new Map<string, Set<string>>()
  const note = (key: string, place: string) => ruled.set(key, (ruled.get(key) ?? new Set()).add(place))
  for (const stage of stagesInOrder(document)) {
    const name = stageNameOf(document, stage.id)
    for (const key of stage.requiredFields) required.set(key, [...(required.get(key) ?? []), name])
    for (const rule of [...stage.validationRules, ...stage.transitionRules])
      for (const key of inspectRule(rule.check).fields) note(key, name)
  }
  for (const { conditions, toStageId } of Object.values(document.transitions))
    for (const rule of conditions)
      for (const key of inspectRule(rule.check).fields)
        note(key, text('handbook', 'wayTo', { to: stageNameOf(document, toStageId) }))
  const keys = [...new Set([...required.keys(), ...ruled.keys()])]
  if (keys.length === 0) return []
  const label = (key: string) => reference.fields[key]?.label ?? key
  const places = (names: Iterable<string>) => [...names].join(', ') || text('handbook', 'none')
  return [
    chapter('fields', text('handbook', 'fields'), true),
    {
      kind: 'table',
      caption: text('handbook', 'fieldsCaption'),
      head: [
        text('handbook', 'field'),
        text('handbook', 'fieldType'),
        text('handbook', 'requiredIn'),
        text('handbook', 'rulesOf'),
      ],
      rows: keys
        .sort((a, b) => label(a).localeCompare(label(b)))
        .map((key) => {
          const type = reference.fields[key]?.type
          return [
            label(key),
            type ? text('handbook', `type_${type}`) : text('handbook', 'none'),
            places(required.get(key) ?? []),
            places(ruled.get(key) ?? []),
          ]
        }),
    },
  ]
}

function approvals(document: ProcessDocument, reference: ReferenceData): Block[] {
  const stages = stagesInOrder(document).filter((stage) => stage.requiresApproval)
  const ids = [...new Set(stages.flatMap(({ approvalWorkflowId }) => approvalWorkflowId ?? []))]
  const workflows = ids.flatMap((id) => reference.approvalWorkflows[id] ?? [])
  if (workflows.length === 0) return []
  return [
    chapter('approvals', text('handbook', 'approvals'), true),
    ...workflows.flatMap((workflow): Block[] => [
      {
        kind: 'heading',
        level: 3,
        id: `approval-${ids.indexOf(workflow.id) + 1}`,
        text: workflow.workflowName,
      },
      {
        kind: 'text',
        text: text('handbook', 'approvalFor', {
          stages: stages
            .filter(({ approvalWorkflowId }) => approvalWorkflowId === workflow.id)
            .map(({ id }) => stageNameOf(document, id))
            .join(', '),
        }),
      },
      { kind: 'list', ordered: true, items: workflow.steps.map((step) => stepWords(step, reference)) },
    ]),
  ]
}

function stepWords(step: ApprovalStep, reference: ReferenceData): string {
  const { kind, ref } = step.approver
  const who = approverLabel(kind === 'manager_of_owner' ? kind : ref)
  return [
    text('handbook', `step_${step.mode}`, { name: step.name, who, count: step.quorum ?? 1 }),
    ...(step.condition === undefined
      ? []
      : [text('handbook', 'stepIf', { rule: say.rule(ruleSentence(step.condition, reference.fields)) })]),
    ...(step.sla_hours === null
      ? []
      : [
          text('handbook', `late_${step.on_timeout}`, {
            count: step.sla_hours,
            to: step.escalate_to ? approverWords(step.escalate_to) : who,
          }),
        ]),
  ].join(' ')
}
