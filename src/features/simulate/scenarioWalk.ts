/** A walk as a scenario and back. Dates keep their distance from the first day, so a scenario does not age. Pure. */
import { dayAfter, dayOf, daysBetween, isDate } from '../../domain/engine/dates.ts'
import { scenarioMoment } from '../../domain/lint/scenarioMoment.ts'
import type { Logic } from '../../domain/process/rule.ts'
import type { Scenario, ScenarioStep } from '../../domain/process/scenario.ts'
import type { Walk, WalkAction } from './walk.ts'

type Fields = Readonly<Record<string, Logic>>

function shiftedFields(fields: Fields, days: number): Record<string, Logic> {
  const shifted = (value: Logic): Logic => {
    if (!isDate(value)) return value
    const day = dayAfter(value, days) ?? dayOf(value)
    return day + value.slice(day.length)
  }
  return Object.fromEntries(Object.entries(fields).map(([key, value]) => [key, shifted(value)]))
}

export function scenarioOf(
  walk: Walk,
  given: Pick<Scenario, 'id' | 'scenarioName' | 'expectation'>,
): Scenario {
  const days = Math.round(daysBetween(dayOf(walk.start.at), dayOf(scenarioMoment)))
  const step = (action: WalkAction): ScenarioStep => {
    switch (action.do) {
      case 'set_fields':
        return { do: 'set_fields', fields: shiftedFields(action.fields, days) }
      case 'move':
        return { do: 'move_to', stage: action.stageId, ...(action.as && { as: action.as }) }
      case 'wait':
        return { do: 'wait_days', days: action.days }
      case 'recall':
        return { do: 'recall', ...(action.as && { as: action.as }) }
      default:
        return { do: action.do, role: action.role }
    }
  }
  return {
    ...given,
    start: { stage: walk.start.stageId, fields: shiftedFields(walk.start.fields, days) },
    steps: walk.actions.map(step),
  }
}

/** The saved walk, to be looked at and gone on from; it begins when scenarios do. */
export function walkOf(scenario: Scenario): Walk {
  const action = (step: ScenarioStep): WalkAction => {
    switch (step.do) {
      case 'set_fields':
        return step
      case 'move_to':
        return { do: 'move', stageId: step.stage, transitionId: null, as: step.as }
      case 'wait_days':
        return { do: 'wait', days: step.days }
      case 'recall':
        return step
      default:
        return { do: step.do, role: step.role }
    }
  }
  return {
    start: { stageId: scenario.start.stage, fields: scenario.start.fields, at: scenarioMoment },
    actions: scenario.steps.map(action),
  }
}
