/** Everything that can be done to a part of the rule beside filling it in. Each is one step, and says where it led. */
import MoreHoriz from '@mui/icons-material/MoreHoriz'
import IconButton from '@mui/material/IconButton'
import { fieldKeyOf, shapeOf } from '../../editor/comparisons.ts'
import { firstValue } from '../../editor/newComparison.ts'
import { useText } from '../../text/index.ts'
import { ActionMenu, type MenuAction, type MenuActions } from '../../ui/actions/ActionMenu.tsx'
import { useBuilder } from './BuilderContext.ts'
import { comparableWith } from './comparable.ts'
import { canMove, duplicated, otherGroups, putIntoGroup, withPart } from './edits.ts'
import { partName } from './names.ts'
import { type ConditionGroup, comparisonOf, isGroup, type Join, partAt } from './query.ts'
import { usePartMoves } from './usePartMoves.ts'

interface PartMenuProps {
  readonly path: readonly number[]
  readonly id: string
  readonly name: string
}

export function PartMenu({ path, id, name }: PartMenuProps) {
  const t = useText('ruleBuilder')
  const builder = useBuilder()
  const { query, change } = builder
  const { move, moveTo, remove } = usePartMoves(builder)
  const part = partAt(query, path)
  const field = useOtherSide(path)
  if (!part) return null
  const focus = { id, control: 'more' } as const
  const below = [...path.slice(0, -1), (path.at(-1) ?? 0) + 1]
  const step = (to: 'up' | 'down'): MenuAction => ({
    id: to,
    label: t(to === 'up' ? 'moveUp' : 'moveDown'),
    shortcut: to === 'up' ? 'Alt+ArrowUp' : 'Alt+ArrowDown',
    disabledReason: canMove(query, path, to) ? null : t(to === 'up' ? 'isFirst' : 'isLast'),
    run: () => move(path, to),
  })
  const groups = otherGroups(query, path)
  const actions: MenuActions = [
    step('up'),
    step('down'),
    null,
    {
      id: 'duplicate',
      label: t('duplicate'),
      run: () => {
        const next = duplicated(query, path)
        const copy = partAt(next, below)?.id
        change(next, {
          say: t('duplicated'),
          focus: copy === undefined ? focus : { id: copy, control: 'more' },
        })
      },
    },
    {
      id: 'group',
      label: t('putIntoGroup'),
      run: () => change(putIntoGroup(query, path), { say: t('grouped'), focus }),
    },
    ...groups.map((group) => ({
      id: `to ${group.join('.')}`,
      label:
        group.length === 0
          ? t('moveToTop')
          : t('moveToGroup', { name: partName(query, group), join: t(`join_${joinAt(query, group)}`) }),
      run: () => moveTo(path, group),
    })),
    ...(field ? [null, field] : []),
    null,
    {
      id: 'remove',
      label: t(isGroup(part) ? 'removeGroup' : 'removeCondition'),
      danger: true,
      run: () => remove(path),
    },
  ]
  return (
    <ActionMenu
      label={t('more', { name })}
      actions={actions}
      button={(menu) => (
        <IconButton {...menu} size="small" aria-label={t('more', { name })} data-of={id} data-control="more">
          <MoreHoriz />
        </IconButton>
      )}
    />
  )
}

/** Turns the value of a comparison into another field, or back. Days have this choice beside them. */
function useOtherSide(path: readonly number[]): MenuAction | null {
  const t = useText('ruleBuilder')
  const { query, fields, change } = useBuilder()
  const part = partAt(query, path)
  const comparison = part && !isGroup(part) ? comparisonOf(part) : null
  if (!part || isGroup(part) || !comparison) return null
  const shape = shapeOf(comparison.id)
  const field = Object.hasOwn(fields, comparison.key) ? fields[comparison.key] : undefined
  if (!field || field.type === 'date' || (shape !== 'one' && shape !== 'two')) return null
  const [other] = comparableWith(field, fields)
  const isField = comparison.values.some((value) => fieldKeyOf(value) !== null)
  const value = isField ? firstValue(field) : { var: other?.key ?? '' }
  return {
    id: 'side',
    label: t(isField ? 'compareWithValue' : 'compareWithField'),
    disabledReason: !isField && !other ? t('noSuchField') : null,
    run: () =>
      change(withPart(query, path, { ...part, value: comparison.values.map(() => value) }), {
        focus: { id: part.id ?? '', control: 'more' },
      }),
  }
}

function joinAt(query: ConditionGroup, path: readonly number[]): Join {
  const group = partAt(query, path)
  return group && isGroup(group) ? group.combinator : 'all'
}
