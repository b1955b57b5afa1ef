/**
 * A template that a company made of one of its own processes. It keeps what the process is and nothing of its life:
 * no ids of real rows, no revision, no people, no times, nothing of the system it once was imported from.
 */
import { z } from 'zod'
import {
  newProcess,
  type ProcessDocument,
  processDocumentSchema,
  stagesInOrder,
  withRows,
} from '../process/process.ts'
import type { ScenarioStep } from '../process/scenario.ts'

export const companyTemplateSchema = z.strictObject({
  id: z.string().min(1),
  companyId: z.string(),
  templateName: z.string().max(100),
  description: z.string().max(1_000),
  /** Industry or kind of selling, in the company's own words; empty where none was given. */
  category: z.string().max(60),
  document: processDocumentSchema,
  /** How often the backend has written it; unknown of one that a device kept before backends said so. */
  revision: z.int().optional(),
})
export type CompanyTemplate = z.infer<typeof companyTemplateSchema>

/**
 * The content of a process as a template keeps it: ids count from 1 (`stage-1`), so the same process always gives the
 * same template. Names, rules, durations, places and scenarios stay; waivers and whatever else happened to it go.
 */
export function contentForTemplate(document: ProcessDocument): ProcessDocument {
  const { processName, processCode, description, policies } = document.process
  const stages = stagesInOrder(document)
  const ids = new Map(stages.map((stage, index) => [stage.id, `stage-${index + 1}`]))
  const known = (id: string): string => ids.get(id) ?? id
  const knownOrNull = (id: string | null): string | null => (id === null ? null : known(id))
  let rules = 0
  const numbered = <Rule extends { id: string }>(list: readonly Rule[]): Rule[] =>
    list.map((rule) => {
      rules += 1
      return { ...rule, id: `rule-${rules}` }
    })
  const bare = { companyId: '', processId: 'template', createdAt: null, updatedAt: null }
  return withRows(newProcess({ id: 'template', processName, processCode, description, policies }), {
    stages: stages.map((stage) => ({
      ...stage,
      ...bare,
      id: known(stage.id),
      validationRules: numbered(stage.validationRules),
      transitionRules: numbered(stage.transitionRules),
      externalId: null,
      lineage: [],
      createdByUserId: null,
      updatedByUserId: null,
    })),
    transitions: Object.values(document.transitions)
      .sort((a, b) => (a.id < b.id ? -1 : 1))
      .map((transition, index) => ({
        ...transition,
        ...bare,
        id: `transition-${index + 1}`,
        fromStageId: knownOrNull(transition.fromStageId),
        toStageId: known(transition.toStageId),
        conditions: numbered(transition.conditions),
      })),
    scenarios: Object.values(document.scenarios)
      .sort((a, b) => (a.id < b.id ? -1 : 1))
      .map((scenario, index) => ({
        ...scenario,
        id: `scenario-${index + 1}`,
        start: { ...scenario.start, stage: knownOrNull(scenario.start.stage) },
        steps: scenario.steps.map(
          (step): ScenarioStep => (step.do === 'move_to' ? { ...step, stage: known(step.stage) } : step),
        ),
        expectation: { ...scenario.expectation, stage: known(scenario.expectation.stage) },
      })),
  })
}
