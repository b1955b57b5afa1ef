/**
 * The conditions of a rule, held by react-querybuilder and drawn by our own controls. What is shown follows the value
 * from outside (undo, a quick fix) under the ids it had, so that focus stays.
 */
import { useCallback, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { QueryBuilderStateProvider, rootPath, useQueryBuilder } from 'react-querybuilder'
import { sameValue } from '../../domain/process/equality.ts'
import type { Logic } from '../../domain/process/rule.ts'
import { useSay, useText } from '../../text/index.ts'
import { announce } from '../../ui/announcer/index.ts'
import { type Builder, BuilderContext, type FieldsByKey, type FocusTarget } from './BuilderContext.ts'
import { ConditionView } from './ConditionView.tsx'
import { limitOf } from './edits.ts'
import { GroupView } from './GroupView.tsx'
import styles from './parts.module.css'
import { type ConditionGroup, readQuery, withIdsOf, writeQuery } from './query.ts'
import { useConditionDrag } from './useConditionDrag.ts'
import { usePartMoves } from './usePartMoves.ts'
import words from './words.module.css'

interface ConditionsProps {
  readonly value: Logic
  readonly fields: FieldsByKey
  readonly readOnly: boolean
  readonly onSet: (value: Logic) => void
  readonly onType: (value: Logic) => void
  readonly onDone: () => void
}

interface Held {
  readonly query: ConditionGroup
  readonly logic: Logic
}

export function Conditions({ value, fields, readOnly, onSet, onType, onDone }: ConditionsProps) {
  const t = useText('ruleBuilder')
  const say = useSay()
  const root = useRef<HTMLDivElement>(null)
  const [held, setHeld] = useState<Held>(() => ({ query: readQuery(value), logic: value }))
  const [refusal, setRefusal] = useState<string | null>(null)
  const query = useMemo(
    () => (sameValue(held.logic, value) ? held.query : withIdsOf(readQuery(value), held.query)),
    [held, value],
  )
  const focus = useRef<FocusTarget | null>(null)
  // Focus is the browser's state: it follows once the parts stand where they went.
  useLayoutEffect(() => {
    const target = focus.current
    focus.current = null
    if (target) controlOf(root.current, target)?.focus()
  })

  const hold = useCallback((next: ConditionGroup): Logic => {
    const logic = writeQuery(next)
    setHeld({ query: next, logic })
    setRefusal(null)
    return logic
  }, [])
  const change: Builder['change'] = (next, then = {}) => {
    const tooLarge = limitOf(next)
    if (tooLarge !== null && limitOf(query) === null) {
      setRefusal(tooLarge)
      announce(t('refused', { reason: say(tooLarge) }))
      return
    }
    focus.current = then.focus ?? null
    onSet(hold(next))
    onDone()
    if (then.say !== undefined) announce(then.say)
  }
  const type: Builder['type'] = (next) => onType(hold(next))
  const { drop: onDrop } = usePartMoves({ query, change })
  const { startDrag, drop, dragged } = useConditionDrag({ root, query, onDrop })
  const builder: Builder = { query, fields, readOnly, change, type, done: onDone, startDrag, drop, dragged }
  return (
    <BuilderContext value={builder}>
      <div ref={root} className={styles.conditions}>
        <QueryBuilderStateProvider>
          <Tree query={query} />
        </QueryBuilderStateProvider>
        {refusal === null ? null : <p className={words.refusal}>{t('refused', { reason: say(refusal) })}</p>}
      </div>
    </BuilderContext>
  )
}

const controls = { rule: ConditionView, ruleGroup: GroupView }

/** The library without its own frame, which would be a nameless form. */
function Tree({ query }: { readonly query: ConditionGroup }) {
  const { schema, actions, translations, rootGroup } = useQueryBuilder({
    query,
    enableMountQueryChange: false,
    controlElements: controls,
  })
  const Group = schema.controls.ruleGroup
  return (
    <Group
      path={rootPath}
      ruleGroup={rootGroup}
      schema={schema}
      actions={actions}
      translations={translations}
    />
  )
}

function controlOf(root: HTMLElement | null, { id, control }: FocusTarget): HTMLElement | null {
  return (
    root?.querySelector<HTMLElement>(`[data-of="${CSS.escape(id)}"][data-control="${control}"]`) ??
    root?.querySelector<HTMLElement>('[data-control="add"]') ??
    null
  )
}
