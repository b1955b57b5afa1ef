/** All that people said about this process, beside it: ask, answer, settle, and go to what it is about. */
import { useEffect, useRef, useState } from 'react'
import { type CommentThread, threadsOf } from '../../domain/process/comment.ts'
import type { EditorUi } from '../../editor/actions/index.ts'
import type { ElementRef } from '../../editor/editor.ts'
import { useEditor, useEditorState } from '../../editor/react.ts'
import { targetNameOf } from '../../editor/rowNames.ts'
import { say, useText } from '../../text/index.ts'
import { Segmented } from '../../ui/forms/Segmented.tsx'
import { SidePanel } from '../../ui/layout/SidePanel.tsx'
import { CommentForm } from './CommentForm.tsx'
import styles from './comments.module.css'
import { Thread } from './Thread.tsx'

const filters = ['open', 'mine', 'resolved'] as const
type Filter = (typeof filters)[number]
const nothing = { open: 'noneOpen', mine: 'noneMine', resolved: 'noneResolved' } as const

interface CommentsPanelProps {
  readonly ui: Pick<EditorUi, 'showDetails'>
  readonly me: { readonly id: string; readonly name: string }
  /** Only what is said about this stage or transition; null: everything. `at` grows with each wish. */
  readonly about: { readonly targetId: string | null; readonly at: number }
  readonly onAbout: (targetId: string | null) => void
  readonly onClose: () => void
  readonly headingId: string
}

export function CommentsPanel({ ui, me, about, onAbout, onClose, headingId }: CommentsPanelProps) {
  const t = useText('comments')
  const editor = useEditor()
  const { document, readOnly, selection } = useEditorState((state) => ({
    document: state.document,
    readOnly: state.readOnly,
    selection: state.session.selection,
  }))
  const [filter, setFilter] = useState<Filter>('open')
  const heading = useRef<HTMLHeadingElement>(null)
  const field = useRef<HTMLTextAreaElement>(null)

  // Every wish for the panel brings focus to where one writes, or to its name where nothing can be written.
  const wish = about.at
  useEffect(() => {
    if (wish < 0) return
    ;(field.current ?? heading.current)?.focus()
  }, [wish])

  const nameOf = (id: string) => (id === document.process.id ? t('process') : targetNameOf(document, id))
  const shows: Record<Filter, (thread: CommentThread) => boolean> = {
    open: ({ resolved }) => resolved === null,
    mine: ({ resolved, comments }) => resolved === null && comments.some(({ by }) => by === me.id),
    resolved: ({ resolved }) => resolved !== null,
  }
  const isThere = (id: string) => document.stages[id] !== undefined || document.transitions[id] !== undefined
  const only = about.targetId !== null && isThere(about.targetId) ? about.targetId : null
  const threads = threadsOf(document.comments).filter(({ targetId }) => only === null || targetId === only)
  const shown = threads.filter(shows[filter])
  const [selected] = selection
  const target = only ?? (selection.length === 1 && selected ? selected.id : document.process.id)

  const send = (words: string): string | null => {
    const done = editor.dispatch('addComment', { targetId: target, text: words, by: me.id, byName: me.name })
    if (!done.ok) return say(done.reason)
    setFilter('open')
    return null
  }
  const goTo = (targetId: string) => {
    const kind = document.stages[targetId] ? 'stage' : document.transitions[targetId] ? 'transition' : null
    const element: ElementRef | null = kind && { kind, id: targetId }
    ui.showDetails(element)
    if (element) editor.reveal(element, { focus: true })
  }
  return (
    <SidePanel
      title={t('title')}
      headingId={headingId}
      headingRef={heading}
      closeLabel={t('close')}
      onClose={onClose}
    >
      {readOnly === null ? (
        <CommentForm
          key={target}
          fieldRef={field}
          label={t('newAbout', { name: nameOf(target) })}
          send={t('send')}
          onSend={send}
        />
      ) : (
        <p className={styles.readOnly}>{say(readOnly)}</p>
      )}
      <div className={styles.filters}>
        <Segmented
          label={t('show')}
          hideLabel
          options={filters.map((name) => ({
            value: name,
            label: t(name),
            count: threads.filter(shows[name]).length,
          }))}
          value={filter}
          onChange={setFilter}
        />
      </div>
      {only === null ? null : (
        <p className={styles.about}>
          <span>{t('aboutOne', { name: nameOf(only) })}</span>
          <button type="button" onClick={() => onAbout(null)}>
            {t('aboutAll')}
          </button>
        </p>
      )}
      <div className={styles.list}>
        {shown.map((thread) => (
          <Thread
            key={thread.id}
            thread={thread}
            name={nameOf(thread.targetId)}
            me={me}
            readOnly={readOnly !== null}
            onGoTo={() => goTo(thread.targetId)}
            onLeave={() => heading.current?.focus()}
          />
        ))}
        {shown.length === 0 ? (
          <div className={styles.nothing}>
            <p>{t(nothing[filter])}</p>
            <p>{t('noneBody')}</p>
          </div>
        ) : null}
      </div>
    </SidePanel>
  )
}
