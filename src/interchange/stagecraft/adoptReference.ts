/**
 * A process of another company names its categories, actions and approval workflows by ids that mean nothing here.
 * What this company has under the same code or name takes their place; the rest is told, and the linter flags it.
 */
import type { ProcessDocument } from '../../domain/process/process.ts'
import type { ReferenceData } from '../../domain/process/reference.ts'
import type { Loss } from '../reading.ts'

const told = {
  category: {
    used: 'The category of this company with the same code is used.',
    missing: 'This company has no such category; add it in the settings, or choose another.',
  },
  action: {
    used: 'The action of this company with the same code is used.',
    missing: 'This company has no such action; add it in the settings, or choose another.',
  },
  workflow: {
    used: 'The approval workflow of this company with the same name is used.',
    missing: 'This company has no such approval workflow; add it in the settings, or choose another.',
  },
} as const

/** @param carried What came in the file. @param company What this company has; fields go by key and need no change. */
export function adoptReference(
  document: ProcessDocument,
  carried: Partial<ReferenceData>,
  company: ReferenceData,
): { document: ProcessDocument; losses: Loss[] } {
  const losses: Loss[] = []
  const note = (kind: Loss['kind'], what: string, sentence: string) =>
    losses.push({ kind, what, isName: true, where: document.process.processName, sentence })

  const counterpart = <Row extends { id: string }>(
    kind: keyof typeof told,
    theirs: Readonly<Record<string, Row>> | undefined,
    ours: Readonly<Record<string, Row>>,
    nameOf: (row: Row) => string,
  ) => {
    const byName = new Map(Object.values(ours).map((row) => [nameOf(row).toLowerCase(), row]))
    const ids = new Map<string, string>()
    for (const row of Object.values(theirs ?? {})) {
      if (Object.hasOwn(ours, row.id)) continue
      const own = byName.get(nameOf(row).toLowerCase())
      if (own) ids.set(row.id, own.id)
      note(own ? 'mapped' : 'dropped', nameOf(row), told[kind][own ? 'used' : 'missing'])
    }
    return (id: string): string => ids.get(id) ?? id
  }
  const categoryId = counterpart(
    'category',
    carried.categories,
    company.categories,
    (row) => row.categoryCode,
  )
  const actionId = counterpart('action', carried.actions, company.actions, (row) => row.actionCode)
  const workflowId = counterpart(
    'workflow',
    carried.approvalWorkflows,
    company.approvalWorkflows,
    (row) => row.workflowName,
  )
  const known = new Set(Object.values(company.fields).map((field) => field.key))
  for (const field of Object.values(carried.fields ?? {}))
    if (!known.has(field.key))
      note(
        'dropped',
        field.label || field.key,
        'This company has no such field; add it in the settings, or change the rules that name it.',
      )

  const stages = Object.values(document.stages).map((stage) => ({
    ...stage,
    categoryIds: stage.categoryIds.map(categoryId),
    entryActionIds: stage.entryActionIds.map(actionId),
    exitActionIds: stage.exitActionIds.map(actionId),
    approvalWorkflowId: stage.approvalWorkflowId === null ? null : workflowId(stage.approvalWorkflowId),
  }))
  const transitions = Object.values(document.transitions).map((transition) => ({
    ...transition,
    actionIds: transition.actionIds.map(actionId),
  }))
  return {
    document: {
      ...document,
      stages: Object.fromEntries(stages.map((stage) => [stage.id, stage])),
      transitions: Object.fromEntries(transitions.map((transition) => [transition.id, transition])),
    },
    losses,
  }
}
