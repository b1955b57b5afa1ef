/** Actions with parameters of their own, in the order in which they run. What is left out is as the company set it. */
import ChevronRight from '@mui/icons-material/ChevronRight'
import { useId, useRef, useState } from 'react'
import type { StageAction } from '../../../domain/process/action.ts'
import type { TransitionAction } from '../../../domain/process/transition.ts'
import { useEditorState } from '../../../editor/react.ts'
import { useText } from '../../../text/index.ts'
import { ReorderList } from '../../../ui/lists/ReorderList.tsx'
import type { Binding } from '../fields/binding.ts'
import { FieldFrame } from '../fields/FieldFrame.tsx'
import { moved } from '../fields/moved.ts'
import { Picker } from '../fields/PickEdit.tsx'
import { ProblemNotes } from '../fields/ProblemNotes.tsx'
import { HiddenEdit } from '../fields/TextEdit.tsx'
import { ActionParameters } from './ActionParameters.tsx'
import { actionOptions } from './actionOptions.ts'
import styles from './actions.module.css'
import { isFaulty } from './faulty.ts'
import { useParameterSummary } from './useParameterSummary.ts'

export function TransitionActions({ binding }: { readonly binding: Binding<TransitionAction[]> }) {
  const t = useText('transition')
  const words = useText('actions')
  const id = useId()
  const root = useRef<HTMLDivElement>(null)
  const actions = useEditorState((state) => state.reference.actions)
  const summary = useParameterSummary()
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set())
  const { value, problems, readOnly, set, type, done } = binding
  const byCode = new Map(Object.values(actions).map((action) => [action.actionCode, action]))
  const nameOf = ({ action_code: code }: TransitionAction) =>
    byCode.get(code)?.actionName ?? words('unknownName', { name: code })
  /** The same action may run twice: it is known by its code and how often that stood above it. */
  const idOf = ({ action_code: code }: TransitionAction, index: number) =>
    `${code} ${value.slice(0, index).filter((other) => other.action_code === code).length}`
  const toggle = (key: string, next: boolean) =>
    setOpen((had) => {
      const keys = new Set(had)
      if (next) keys.add(key)
      else keys.delete(key)
      return keys
    })
  /** An id may hold no spaces. */
  const partId = (key: string) => `${id}-${key.replaceAll(/\s/g, '-')}`
  const add = (code: string) => {
    const own: TransitionAction = { action_code: code, parameters: {} }
    toggle(idOf(own, value.length), true)
    set([...value, own])
  }
  /** What the linter says of a code is about those of its mentions that are wrong. */
  const problemsOf = (own: TransitionAction, action: StageAction | undefined) =>
    problems.filter(
      ({ key, ruleId }) =>
        key === own.action_code &&
        (ruleId !== 'action/invalid-parameters' || (action !== undefined && isFaulty(action, own))),
    )
  if (binding.hidden) return <HiddenEdit binding={binding} label={t('thenDo')} />
  return (
    <FieldFrame field={binding.field} name={t('thenDo')} problems={[]}>
      <div ref={root} className={styles.actions}>
        <p className={styles.label}>{words(value.length === 0 ? 'nothing' : 'inOrder')}</p>
        <ReorderList
          label={t('thenDo')}
          numbered
          items={value}
          idOf={idOf}
          nameOf={nameOf}
          readOnly={readOnly}
          onMove={(from, to) => set(moved(value, from, to))}
          onDuplicate={(index) => {
            const own = value[index]
            if (own) set(value.toSpliced(index + 1, 0, own))
          }}
          onRemove={(index) => set(value.toSpliced(index, 1))}
          head={(own, index) => {
            const key = idOf(own, index)
            const action = byCode.get(own.action_code)
            const name = nameOf(own)
            if (!action)
              return (
                <span className={styles.words}>
                  <strong>{name}</strong>
                  <span>{words('unknown')}</span>
                </span>
              )
            return (
              <button
                type="button"
                className={styles.head}
                aria-expanded={open.has(key)}
                aria-controls={open.has(key) ? partId(key) : undefined}
                onClick={() => toggle(key, !open.has(key))}
              >
                <span className={styles.words}>
                  <strong>
                    {name}
                    {action.isActive ? null : <span className={styles.tag}>{words('inactive')}</span>}
                  </strong>
                  <span>{words(`type_${action.actionType}`)}</span>
                  {open.has(key) ? null : <span className={styles.summary}>{summary(action, own)}</span>}
                </span>
                <ChevronRight className="directional" aria-hidden />
              </button>
            )
          }}
          footer={
            readOnly ? null : <Picker add={words('add')} options={actionOptions(actions)} onPick={add} />
          }
        >
          {(own, index) => {
            const key = idOf(own, index)
            const action = byCode.get(own.action_code)
            return (
              <>
                <ProblemNotes problems={problemsOf(own, action)} />
                {action && open.has(key) ? (
                  <div id={partId(key)} className={styles.parameters}>
                    <ActionParameters
                      action={action}
                      own={own}
                      readOnly={readOnly}
                      onType={(next) => type(value.with(index, next))}
                      onDone={done}
                    />
                  </div>
                ) : null}
              </>
            )
          }}
        </ReorderList>
        {Object.keys(actions).length === 0 && !readOnly ? (
          <p className={styles.nothing}>{words('noneInCompany')}</p>
        ) : null}
      </div>
    </FieldFrame>
  )
}
