/** A group of conditions: how they are joined, the conditions in order, and what adds the next one. */
import type { KeyboardEvent } from 'react'
import type { RuleGroupProps } from 'react-querybuilder'
import { newComparison } from '../../editor/newComparison.ts'
import { useText } from '../../text/index.ts'
import { useBuilder } from './BuilderContext.ts'
import { groupAround, withAdded, withJoin } from './edits.ts'
import { partName } from './names.ts'
import { PartHead } from './PartHead.tsx'
import styles from './parts.module.css'
import { type ConditionGroup, conditionOf, isGroup, joins, partAt } from './query.ts'
import { Select } from './Select.tsx'
import { usePartMoves } from './usePartMoves.ts'
import words from './words.module.css'

export function GroupView(props: RuleGroupProps) {
  const { path, schema, actions, translations } = props
  const t = useText('ruleBuilder')
  const builder = useBuilder()
  const { query, drop, dragged } = builder
  const { move } = usePartMoves(builder)
  const group = partAt(query, path)
  if (!group || !isGroup(group)) return null
  const root = path.length === 0
  const name = root ? t('conditions') : partName(query, path)
  const { rule: Rule, ruleGroup: Group } = schema.controls
  const onKeyDown = (at: readonly number[], event: KeyboardEvent) => {
    const to = event.key === 'ArrowUp' ? 'up' : event.key === 'ArrowDown' ? 'down' : null
    if (to === null || !event.altKey || event.defaultPrevented) return
    event.preventDefault()
    event.stopPropagation()
    move(at, to)
  }
  return (
    <div role="group" aria-label={name} className={styles.group} data-root={root || undefined}>
      {root ? (
        <RootJoin group={group} />
      ) : (
        <PartHead path={path} id={group.id ?? ''} name={name}>
          <JoinSelect group={group} path={path} label={t('joinOf', { name })} />
        </PartHead>
      )}
      {group.rules.length > 0 ? (
        <ol className={styles.parts} data-join={group.combinator}>
          {group.rules.map((part, index) => {
            const at = [...path, index]
            const inner = { path: at, schema, actions, translations }
            const side = drop?.path.join('.') === at.join('.') ? drop.side : undefined
            return (
              <li
                key={part.id}
                data-path={at.join('.')}
                data-drop={side}
                data-dragged={part.id === dragged || undefined}
                onKeyDown={(event) => onKeyDown(at, event)}
              >
                {isGroup(part) ? (
                  <Group {...inner} ruleGroup={part} />
                ) : (
                  <Rule {...inner} rule={plain(part)} />
                )}
              </li>
            )
          })}
        </ol>
      ) : (
        <p className={words.hint}>{t(root ? 'noConditions' : 'emptyGroup')}</p>
      )}
      <Adding group={group} path={path} name={name} />
    </div>
  )
}

/** As the library knows a rule; our own values are read from the query. */
const plain = ({ id, field, operator, value }: Exclude<ConditionGroup['rules'][number], ConditionGroup>) => ({
  ...(id === undefined ? {} : { id }),
  field,
  operator,
  value,
})

function RootJoin({ group }: { readonly group: ConditionGroup }) {
  const t = useText('ruleBuilder')
  const plainly = group.rules.length < 2 && (group.combinator === 'all' || group.combinator === 'any')
  return plainly ? null : <JoinSelect group={group} path={[]} label={t('join')} />
}

interface JoinSelectProps {
  readonly group: ConditionGroup
  readonly path: readonly number[]
  readonly label: string
}

function JoinSelect({ group, path, label }: JoinSelectProps) {
  const t = useText('ruleBuilder')
  const { query, readOnly, change } = useBuilder()
  return (
    <Select
      label={label}
      value={group.combinator}
      of={group.id}
      control="join"
      readOnly={readOnly}
      options={joins.map((join) => ({ value: join, label: t(`join_${join}`) }))}
      onChange={(chosen) => {
        const join = joins.find((known) => known === chosen)
        if (join) change(withJoin(query, path, join))
      }}
    />
  )
}

interface AddingProps {
  readonly group: ConditionGroup
  readonly path: readonly number[]
  readonly name: string
}

function Adding({ group, path, name }: AddingProps) {
  const t = useText('ruleBuilder')
  const { query, fields, readOnly, change } = useBuilder()
  const [field] = Object.values(fields).sort((a, b) => a.label.localeCompare(b.label))
  if (readOnly) return null
  if (!field) return <p className={words.hint}>{t('noFields')}</p>
  const root = path.length === 0
  const add = (inGroup: boolean) => {
    const condition = conditionOf(newComparison(field))
    const part = inGroup ? groupAround(condition, group.combinator) : condition
    change(withAdded(query, path, part), {
      say: t(inGroup ? 'groupAdded' : 'added'),
      focus: { id: condition.id ?? '', control: 'field' },
    })
  }
  return (
    <div className={`${words.links} ${styles.inset}`}>
      <button
        type="button"
        className={words.link}
        data-of={group.id}
        data-control="add"
        {...(root ? {} : { 'aria-label': t('addConditionTo', { name }) })}
        onClick={() => add(false)}
      >
        {t('addCondition')}
      </button>
      <button
        type="button"
        className={words.link}
        {...(root ? {} : { 'aria-label': t('addGroupTo', { name }) })}
        onClick={() => add(true)}
      >
        {t('addGroup')}
      </button>
    </div>
  )
}
