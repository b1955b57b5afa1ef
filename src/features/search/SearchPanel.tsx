/** Finds anything that is written in the process and goes to the very field it is written in. */
import KeyboardArrowDown from '@mui/icons-material/KeyboardArrowDown'
import KeyboardArrowUp from '@mui/icons-material/KeyboardArrowUp'
import SearchIcon from '@mui/icons-material/Search'
import { type KeyboardEvent, useDeferredValue, useEffect, useId, useMemo, useRef, useState } from 'react'
import type { EditorUi } from '../../editor/actions/index.ts'
import type { Editor } from '../../editor/editor.ts'
import { useEditor, useEditorState } from '../../editor/react.ts'
import { type SearchMatch, searchGroups, searchProcess } from '../../editor/search.ts'
import { useText } from '../../text/index.ts'
import { ToolButton } from '../../ui/actions/ToolButton.tsx'
import { announce } from '../../ui/announcer/index.ts'
import { SidePanel } from '../../ui/layout/SidePanel.tsx'
import { Marked } from './Marked.tsx'
import styles from './search.module.css'

/** So many are shown; the best come first. */
const most = 200

/** What was looked for in a process: there again when the search comes back. */
const lastTyped = new WeakMap<Editor, string>()

interface SearchPanelProps {
  readonly ui: Pick<EditorUi, 'showDetails'>
  /** Opens the comments at a stage, a transition or (null) the process. */
  readonly onComments: (targetId: string | null) => void
  /** Grows with each wish for the search: focus comes to what was typed. */
  readonly wish: number
  /** After going to a match: where the panel lies over the page, it gives way. */
  readonly onGone: () => void
  readonly onClose: () => void
  readonly headingId: string
}

export function SearchPanel({ ui, onComments, wish, onGone, onClose, headingId }: SearchPanelProps) {
  const t = useText('search')
  const editor = useEditor()
  const id = useId()
  const field = useRef<HTMLInputElement>(null)
  const list = useRef<HTMLDivElement>(null)
  const [typed, setTyped] = useState(() => lastTyped.get(editor) ?? '')
  const [chosen, setChosen] = useState(0)
  const wanted = useDeferredValue(typed)
  const { document, reference } = useEditorState(({ document, reference }) => ({ document, reference }))
  const found = useMemo(() => searchProcess(document, reference, wanted), [document, reference, wanted])
  const shown = found.slice(0, most)
  const at = Math.min(chosen, Math.max(shown.length - 1, 0))

  useEffect(() => {
    if (wish < 0) return
    field.current?.focus()
    field.current?.select()
  }, [wish])

  useEffect(() => {
    if (wanted.trim() === '') return
    announce(found.length === 0 ? t('nothing') : t('foundSaid', { count: found.length }), {
      topic: 'search',
      afterTyping: true,
    })
  }, [wanted, found.length, t])

  const show = (number: number) => {
    setChosen(number)
    list.current?.querySelector(`[data-number="${number}"]`)?.scrollIntoView({ block: 'nearest' })
  }
  const goTo = (match: SearchMatch | undefined) => {
    if (!match) return
    if (match.threadId !== null) onComments(match.element?.id ?? null)
    else ui.showDetails(match.element, match.field)
    if (match.element) editor.reveal(match.element)
    onGone()
  }
  /** From match to match while the search keeps focus. */
  const step = (by: -1 | 1) => {
    if (shown.length === 0) return
    const number = (at + by + shown.length) % shown.length
    const match = shown[number]
    show(number)
    if (!match) return
    if (match.element) {
      editor.select([match.element])
      editor.reveal(match.element)
    }
    const { words, name } = match
    announce(t('went', { number: number + 1, count: found.length, words, name }), { topic: 'search' })
  }
  const walk = (event: KeyboardEvent) => {
    const last = shown.length - 1
    const next = {
      ArrowDown: at >= last ? 0 : at + 1,
      ArrowUp: at <= 0 ? Math.max(last, 0) : at - 1,
      PageDown: Math.min(Math.max(last, 0), at + 8),
      PageUp: Math.max(0, at - 8),
    }[event.key]
    if (event.key === 'Enter') {
      event.preventDefault()
      goTo(shown[at])
    } else if (event.key === 'Escape') {
      event.preventDefault()
      onClose()
    } else if (next !== undefined) {
      event.preventDefault()
      show(next)
    }
  }

  return (
    <SidePanel title={t('title')} headingId={headingId} closeLabel={t('close')} onClose={onClose}>
      <div className={styles.field}>
        <SearchIcon aria-hidden />
        <input
          ref={field}
          type="text"
          role="combobox"
          aria-label={t('label')}
          aria-expanded={shown.length > 0}
          aria-controls={`${id}-list`}
          aria-activedescendant={shown[at] ? `${id}-${at}` : undefined}
          aria-autocomplete="list"
          placeholder={t('label')}
          autoComplete="off"
          spellCheck={false}
          value={typed}
          onChange={(event) => {
            lastTyped.set(editor, event.currentTarget.value)
            setTyped(event.currentTarget.value)
            setChosen(0)
          }}
          onKeyDown={walk}
        />
      </div>
      {typed.trim() === '' ? (
        <p className={styles.hint}>{t('hint')}</p>
      ) : (
        <div className={styles.count}>
          <span>
            {shown.length === 0 ? t('nothing') : t('place', { number: at + 1, count: found.length })}
          </span>
          <ToolButton
            label={t('previous')}
            icon={<KeyboardArrowUp />}
            disabledReason={shown.length === 0 ? t('nothing') : null}
            onClick={() => step(-1)}
          />
          <ToolButton
            label={t('next')}
            icon={<KeyboardArrowDown />}
            disabledReason={shown.length === 0 ? t('nothing') : null}
            onClick={() => step(1)}
          />
        </div>
      )}
      <div ref={list} id={`${id}-list`} role="listbox" aria-label={t('results')} className={styles.list}>
        {searchGroups.map((group) => {
          const matches = shown.flatMap((match, number) => (match.group === group ? [{ match, number }] : []))
          if (matches.length === 0) return null
          return (
            <div key={group} role="group" aria-labelledby={`${id}-${group}`}>
              <div id={`${id}-${group}`} className={styles.group} role="presentation">
                {t(`group_${group}`)}
              </div>
              {matches.map(({ match, number }) => (
                // biome-ignore lint/a11y/useKeyWithClickEvents: keys arrive at the search field
                <div
                  key={match.id}
                  id={`${id}-${number}`}
                  data-number={number}
                  role="option"
                  tabIndex={-1}
                  aria-selected={number === at}
                  className={styles.match}
                  onClick={() => {
                    setChosen(number)
                    goTo(match)
                  }}
                >
                  <Marked words={match.words} marks={match.marks} />
                  {match.group === 'stages' && match.field === 'stageName' ? null : (
                    <small>{t('in', { name: match.name })}</small>
                  )}
                </div>
              ))}
            </div>
          )
        })}
      </div>
      {found.length > most ? (
        <p className={styles.hint}>{t('more', { count: found.length - most })}</p>
      ) : null}
      {typed.trim() !== '' && shown.length === 0 ? <p className={styles.hint}>{t('nothingBody')}</p> : null}
    </SidePanel>
  )
}
