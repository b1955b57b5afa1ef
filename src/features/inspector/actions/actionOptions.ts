/** The company's actions to pick from: those that are switched on, and those that stand there already. Pure. */
import { actionTypes, type StageAction } from '../../../domain/process/action.ts'
import { text } from '../../../text/index.ts'
import type { PickOption } from '../fields/PickEdit.tsx'

export function actionOptions(
  actions: Readonly<Record<string, StageAction>>,
  by: { readonly value: 'id' | 'actionCode'; readonly chosen: readonly string[] } = {
    value: 'actionCode',
    chosen: [],
  },
): PickOption[] {
  const kind = ({ actionType }: StageAction) => actionTypes.indexOf(actionType)
  return Object.values(actions)
    .filter((action) => action.isActive || by.chosen.includes(action[by.value]))
    .sort(
      (a, b) =>
        kind(a) - kind(b) || a.executionOrder - b.executionOrder || (a.actionName < b.actionName ? -1 : 1),
    )
    .map((action) => {
      const group = text('actions', `type_${action.actionType}`)
      return {
        value: action[by.value],
        label: action.actionName,
        group,
        note: action.isActive ? group : text('actions', 'inactive'),
        offer: action.description ?? '',
      }
    })
}
