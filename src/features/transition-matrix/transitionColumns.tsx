/** The columns of the transitions table: what each is called, how it sorts, what stands in it, what is copied of it. */
import { isHidden } from '../../domain/process/hidden.ts'
import type { ProcessDocument } from '../../domain/process/process.ts'
import type { StageTransition } from '../../domain/process/transition.ts'
import type { EditorUi } from '../../editor/actions/index.ts'
import { say, type Translate, text } from '../../text/index.ts'
import type { GridColumn } from '../../ui/tables/gridColumns.ts'
import { ProblemsCell } from '../../ui/tables/ProblemsCell.tsx'
import { ConditionCell, EndCell, FlagCell, NameCell, NumberCell, RunByCell } from './TransitionCells.tsx'
import { type flags, type TransitionFieldId, writeField } from './transitionFields.ts'
import type { TransitionRow } from './transitionRows.ts'

export function transitionColumns(
  t: Translate<'transitionMatrix'>,
  ui: EditorUi,
  /** As it is when the rows are copied. */
  document: () => ProcessDocument,
): readonly GridColumn<TransitionRow>[] {
  const field = (id: TransitionFieldId) => ({
    id,
    header: t(id),
    copied: ({ transition }: TransitionRow) => writeField(id, transition, document()),
  })
  const flag = (id: keyof typeof flags): GridColumn<TransitionRow> => ({
    ...field(id),
    width: id === 'validation' ? 130 : 100,
    cell: (row) => <FlagCell row={row} flag={id} />,
    sortBy: ({ transition }) => (writeField(id, transition, document()) === t('yes') ? 0 : 1),
  })
  /** How many it runs, and whether it may run others that the reader does not see. */
  const actionsOf = (transition: StageTransition, none: string): string => {
    const count = transition.actions.length + transition.actionIds.length
    if (!isHidden(transition, 'actions')) return count > 0 ? String(count) : none
    return count > 0 ? t('thenDoHidden', { count }) : text('hidden', 'hidden')
  }
  const number = (id: 'weight' | 'afterDays' | 'priority'): GridColumn<TransitionRow> => ({
    ...field(id),
    width: 118,
    align: 'end',
    cell: (row) => <NumberCell row={row} field={id} />,
    sortBy: ({ transition }) => transition[id] ?? -1,
  })
  return [
    {
      ...field('from'),
      width: 210,
      rowHeader: true,
      cell: (row) => <EndCell row={row} end="from" />,
      sortBy: ({ from }) => from,
    },
    { ...field('to'), width: 200, cell: (row) => <EndCell row={row} end="to" />, sortBy: ({ to }) => to },
    {
      ...field('name'),
      width: 210,
      cell: (row) => <NameCell row={row} />,
      sortBy: ({ transition }) => transition.transitionName,
    },
    flag('automatic'),
    { ...number('afterDays'), optional: true },
    { ...number('priority'), optional: true },
    {
      id: 'conditions',
      header: t('conditions'),
      width: 230,
      cell: (row) => <ConditionCell row={row} ui={ui} />,
      copied: ({ condition }) => condition?.sentence ?? '',
      sortBy: ({ transition }) => transition.conditions.length,
    },
    {
      id: 'thenDo',
      header: t('thenDo'),
      width: 140,
      align: 'end',
      optional: true,
      cell: ({ transition }) => actionsOf(transition, '–'),
      copied: ({ transition }) => actionsOf(transition, '0'),
      sortBy: ({ transition }) => transition.actions.length + transition.actionIds.length,
    },
    number('weight'),
    flag('rework'),
    { ...flag('validation'), optional: true },
    { ...flag('refusal'), optional: true },
    {
      ...field('runBy'),
      width: 230,
      optional: true,
      cell: (row) => <RunByCell row={row} />,
      sortBy: ({ transition }) => writeField('runBy', transition, document()),
    },
    {
      id: 'problems',
      header: t('problems'),
      width: 116,
      cell: (row) => (
        <ProblemsCell
          problems={row.problems}
          onOpen={() =>
            ui.showDetails({ kind: 'transition', id: row.transition.id }, row.problems[0]?.at.field)
          }
        />
      ),
      copied: ({ problems }) => problems.map(({ message }) => say(message)).join(' '),
      sortBy: ({ problems }) => problems.length,
    },
  ]
}
