/**
 * The process as an ordered list of stages, each with the stages it goes to: everything of the canvas without seeing
 * it. One store: what is chosen here is chosen there, and focus stays with the person.
 */
import Add from '@mui/icons-material/Add'
import SchemaOutlined from '@mui/icons-material/SchemaOutlined'
import Button from '@mui/material/Button'
import { type KeyboardEvent, useEffect, useRef } from 'react'
import { graphOf } from '../../domain/process/graph.ts'
import type { EditorUi } from '../../editor/actions/index.ts'
import type { ElementRef } from '../../editor/editor.ts'
import { useEditor, useEditorState } from '../../editor/react.ts'
import { handleKey, placeOf, type ShortcutSettings } from '../../editor/shortcuts.ts'
import { useText } from '../../text/index.ts'
import { EmptyState } from '../../ui/feedback/EmptyState.tsx'
import { GlobalWays } from './GlobalWays.tsx'
import { OutlineStage } from './OutlineStage.tsx'
import styles from './outline.module.css'
import { ProcessSummary } from './ProcessSummary.tsx'

interface OutlineProps {
  readonly ui: EditorUi
  readonly settings: ShortcutSettings
  /** Opens the commands of an element at a point of the window. */
  readonly onMenu: (element: ElementRef, at: { readonly x: number; readonly y: number }) => void
  /** Details lie over the list and come only when asked for: choosing a stage asks. */
  readonly opensDetails?: boolean
  /** The canvas stands beside it: what it is asked to focus, the canvas focuses, unless focus is in this list. */
  readonly besideCanvas?: boolean
}

export function Outline({ ui, settings, onMenu, opensDetails = false, besideCanvas = false }: OutlineProps) {
  const t = useText('outline')
  const editor = useEditor()
  const list = useRef<HTMLOListElement>(null)
  const { ids, transitions, readOnly, reveal } = useEditorState((state) => ({
    ids: graphOf(state.document)
      .stages.map((stage) => stage.id)
      .join('\n'),
    transitions: Object.keys(state.document.transitions).length,
    readOnly: state.readOnly !== null,
    reveal: state.session.reveal,
  }))
  const order = ids === '' ? [] : ids.split('\n')

  const known = useRef(reveal?.at ?? 0)
  useEffect(() => {
    if (!reveal || reveal.at === known.current) return
    known.current = reveal.at
    const takesFocus =
      reveal.focus && (!besideCanvas || (list.current?.contains(document.activeElement) ?? false))
    // A new row stands in the list only after this paint.
    requestAnimationFrame(() => {
      const row = list.current?.querySelector<HTMLElement>(
        `[data-element="${CSS.escape(reveal.element.id)}"]`,
      )
      if (takesFocus) row?.focus()
      row?.scrollIntoView({ block: 'nearest' })
    })
  }, [reveal, besideCanvas])

  const choose = (element: ElementRef) => {
    if (opensDetails) ui.showDetails(element)
    else {
      editor.select([element])
      editor.reveal(element)
    }
  }
  const add = () => ui.open({ name: 'addStage', afterStageId: order.at(-1) ?? null, transitionId: null })

  const onKeyDown = (event: KeyboardEvent<HTMLOListElement>) => {
    const target = event.target instanceof HTMLElement ? event.target : null
    const element = elementAt(target)
    if (!target || !element) return
    const walk = { ArrowDown: 1, ArrowUp: -1, Home: -order.length, End: order.length }[event.key]
    if (walk !== undefined && element.kind === 'stage' && !event.altKey && !event.ctrlKey && !event.metaKey) {
      event.preventDefault()
      const place = Math.max(0, Math.min(order.length - 1, order.indexOf(element.id) + walk))
      list.current?.querySelector<HTMLElement>(`[data-element="${CSS.escape(order[place] ?? '')}"]`)?.focus()
      return
    }
    if (target.dataset.element === undefined) return
    const { selection } = editor.store.getState().session
    if (!selection.some(({ id }) => id === element.id)) editor.select([element])
    editor.setActive(element)
    if (!handleKey(event.nativeEvent, placeOf(target, 'list'), settings, { editor, ui })) return
    event.preventDefault()
    event.stopPropagation()
    // A row that changed places loses focus in the page; the person has not moved.
    requestAnimationFrame(() => {
      if (document.activeElement === document.body && target.isConnected) target.focus()
    })
  }

  if (order.length === 0)
    return (
      <EmptyState
        icon={<SchemaOutlined />}
        title={t('emptyTitle')}
        actions={
          readOnly ? null : (
            <Button variant="contained" onClick={add}>
              {t('addStage')}
            </Button>
          )
        }
      >
        {t('emptyBody')}
      </EmptyState>
    )
  return (
    <section className={styles.outline} data-outline aria-labelledby="outline-title" data-region>
      <header className={styles.header}>
        <div>
          <h2 id="outline-title">{t('title')}</h2>
          <p>
            {t('summary', {
              stages: t('stages', { count: order.length }),
              transitions: t('transitions', { count: transitions }),
            })}
          </p>
        </div>
        {readOnly ? null : (
          <Button variant="outlined" size="small" startIcon={<Add />} data-tour="addStage" onClick={add}>
            {t('addStage')}
          </Button>
        )}
      </header>
      <ProcessSummary />
      <p className="sr-only">{t('keys')}</p>
      <ol ref={list} className={styles.stages} onKeyDown={onKeyDown}>
        {order.map((id) => (
          <OutlineStage key={id} stageId={id} onChoose={choose} onMenu={onMenu} />
        ))}
      </ol>
      <GlobalWays onChoose={choose} onMenu={onMenu} />
    </section>
  )
}

/** The element whose row something belongs to. */
function elementAt(target: HTMLElement | null): ElementRef | null {
  const row = target?.closest<HTMLElement>('[data-element]')
  const { element: id, kind } = row?.dataset ?? {}
  return id === undefined ? null : { kind: kind === 'transition' ? 'transition' : 'stage', id }
}
