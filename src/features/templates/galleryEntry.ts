/** One template of the gallery, ready-made or the company's own, as it is shown, searched and counted. Pure. */
import type { ProcessDocument } from '../../domain/process/process.ts'
import type { ReferenceData } from '../../domain/process/reference.ts'
import type { CheckRule, Logic } from '../../domain/process/rule.ts'
import { inspectRule } from '../../domain/process/ruleShape.ts'
import type { CompanyTemplate } from '../../domain/templates/companyTemplate.ts'
import type { Template } from '../../domain/templates/index.ts'
import { stripOf } from '../../editor/strip.ts'
import { say } from '../../text/index.ts'

export interface GalleryEntry {
  readonly key: string
  readonly name: string
  readonly description: string
  readonly category: string
  /** Empty for a company's own. */
  readonly audience: string
  readonly own: CompanyTemplate | null
  readonly document: ProcessDocument
}

export const readyEntry = (template: Template, document: ProcessDocument): GalleryEntry => ({
  key: `ready ${template.id}`,
  name: template.name,
  description: template.description,
  category: say(template.industry),
  audience: template.audience,
  own: null,
  document,
})

export const ownEntry = (template: CompanyTemplate): GalleryEntry => ({
  key: `own ${template.id}`,
  name: template.templateName,
  description: template.description,
  category: say(template.category),
  audience: '',
  own: template,
  document: template.document,
})

export interface GalleryQuery {
  readonly search: string
  /** `all`, `own`, or the name of an industry with `in ` before it. */
  readonly show: string
}

/** Every word of the search stands in the name, the description, whom it is for or a stage's name. */
export function findEntries(
  entries: readonly GalleryEntry[],
  { search, show }: GalleryQuery,
): GalleryEntry[] {
  const words = search.toLocaleLowerCase().split(/\s+/).filter(Boolean)
  return entries.filter((entry) => {
    if (show === 'own' && entry.own === null) return false
    if (show.startsWith('in ') && entry.category !== show.slice(3)) return false
    const stages = Object.values(entry.document.stages).map((stage) => stage.stageName)
    const all = [entry.name, entry.description, entry.category, entry.audience, ...stages]
      .join(' ')
      .toLocaleLowerCase()
    return words.every((word) => all.includes(word))
  })
}

export interface Facts {
  readonly stages: number
  readonly transitions: number
  readonly rules: number
  readonly fields: number
  readonly approvals: number
  readonly scenarios: number
  /** 0…1; null where nothing can be said. */
  readonly winRate: number | null
  readonly expectedDays: number | null
}

export function factsOf(document: ProcessDocument): Facts {
  const stages = Object.values(document.stages)
  const transitions = Object.values(document.transitions)
  const { winRate, expectedDays } = stripOf(document)
  return {
    stages: stages.length,
    transitions: transitions.length,
    rules:
      stages.reduce((sum, stage) => sum + stage.validationRules.length + stage.transitionRules.length, 0) +
      transitions.reduce((sum, way) => sum + way.conditions.length, 0),
    fields: new Set(stages.flatMap((stage) => stage.requiredFields)).size,
    approvals: stages.filter((stage) => stage.requiresApproval).length,
    scenarios: Object.keys(document.scenarios).length,
    winRate,
    expectedDays,
  }
}

export interface Missing {
  readonly kind: 'field' | 'action' | 'workflow'
  readonly name: string
}

/** What the process names that the company does not have, each once: what the checks would complain about. */
export function missingIn(document: ProcessDocument, reference: ReferenceData): Missing[] {
  const stages = Object.values(document.stages)
  const transitions = Object.values(document.transitions)
  const logic: Logic[] = [
    ...stages.flatMap((stage) => [...stage.validationRules, ...stage.transitionRules]),
    ...transitions.flatMap((way) => way.conditions),
  ].flatMap((rule: CheckRule & { when?: Logic | undefined }): Logic[] =>
    rule.when === undefined ? [rule.check] : [rule.check, rule.when],
  )
  const named: Readonly<Record<Missing['kind'], Iterable<string>>> = {
    field: [
      ...stages.flatMap((stage) => stage.requiredFields),
      ...logic.flatMap((rule) => inspectRule(rule).fields),
    ],
    action: [
      ...stages.flatMap((stage) => [...stage.entryActionIds, ...stage.exitActionIds]),
      ...transitions.flatMap((way) => way.actionIds),
    ],
    workflow: stages.flatMap(({ approvalWorkflowId }) =>
      approvalWorkflowId === null ? [] : [approvalWorkflowId],
    ),
  }
  const known = { field: reference.fields, action: reference.actions, workflow: reference.approvalWorkflows }
  return (['field', 'action', 'workflow'] as const).flatMap((kind) =>
    [...new Set(named[kind])]
      .filter((name) => !Object.hasOwn(known[kind], name))
      .map((name) => ({ kind, name })),
  )
}
