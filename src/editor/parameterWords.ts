/** An action's parameters as people read them, wherever an action is set up: label, help, what is wrong. */
import type { ActionType } from '../domain/process/action.ts'
import { type ParameterName, parameterFaults, parametersOf } from '../domain/process/actionParameters.ts'
import type { Logic } from '../domain/process/rule.ts'
import { text } from '../text/index.ts'

const helped = ['to', 'assignee', 'due_in_days', 'in_days', 'secret_name'] as const

/** Undefined where the label says enough. */
export function parameterHelp(name: ParameterName): string | undefined {
  const known = helped.find((one) => one === name)
  return known === undefined ? undefined : text('actions', `help_${known}`)
}

export interface FaultInWords {
  /** Of the parameter; a name that the action does not know where `known` is false. */
  readonly name: string
  readonly known: boolean
  readonly message: string
}

/** What is wrong with the parameters as they take effect, one sentence each, in the order of the form. */
export function faultsInWords(type: ActionType, parameters: Readonly<Record<string, Logic>>): FaultInWords[] {
  return parameterFaults(type, parameters).map(({ name, kind }): FaultInWords => {
    if (kind === 'unknown')
      return { name, known: false, message: text('actions', 'unknownParameter', { name }) }
    if (kind !== 'wrong') return { name, known: true, message: text('actions', `fault_${kind}`) }
    const parameter = parametersOf(type).find((one) => one.name === name)
    const message =
      parameter?.kind === 'integer'
        ? text('actions', 'fault_number', {
            minimum: parameter.minimum ?? 0,
            maximum: parameter.maximum ?? 0,
          })
        : text('actions', parameter?.kind === 'url' ? 'fault_url' : 'fault_text')
    return { name, known: true, message }
  })
}
