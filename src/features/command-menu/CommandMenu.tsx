import Search from '@mui/icons-material/Search'
import { Fragment, type KeyboardEvent, useId, useMemo, useRef, useState } from 'react'
import type { EditorUi } from '../../editor/actions/index.ts'
import { useEditor } from '../../editor/react.ts'
import type { ShortcutSettings } from '../../editor/shortcuts.ts'
import { useText } from '../../text/index.ts'
import { ActionIcon } from '../../ui/actions/ActionIcon.tsx'
import { announce } from '../../ui/announcer/index.ts'
import { Kbd } from '../../ui/display/Kbd.tsx'
import { HouseDialog } from '../../ui/feedback/HouseDialog.tsx'
import styles from './commandMenu.module.css'
import { type Destination, type Found, findCommands } from './found.ts'
import { recentCommands, rememberCommand } from './recent.ts'

interface CommandMenuProps {
  readonly ui: EditorUi
  readonly settings: ShortcutSettings
  /** Finds more than commands, stages and transitions for what was typed. */
  readonly search?: (typed: string) => readonly Destination[]
  readonly onClose: () => void
}

/** Every command by name: type, walk with the arrows, Enter. It runs once the dialog is gone and focus is back. */
export function CommandMenu({ ui, settings, search, onClose }: CommandMenuProps) {
  const t = useText('commandMenu')
  const editor = useEditor()
  const id = useId()
  const list = useRef<HTMLDivElement>(null)
  const [typed, setTyped] = useState('')
  const [at, setAt] = useState(0)
  const [recent] = useState(recentCommands)
  const given = useMemo(
    () => ({ editor, ui, settings, recent, search }),
    [editor, ui, settings, recent, search],
  )
  const found = useMemo(() => findCommands(given, typed), [given, typed])
  const current = found[Math.min(at, found.length - 1)]

  const choose = (one: Found | undefined) => {
    if (!one) return
    if (one.reason !== null) {
      announce(one.reason)
      return
    }
    rememberCommand(one.id)
    onClose()
    requestAnimationFrame(one.run)
  }
  const walk = (event: KeyboardEvent) => {
    const last = found.length - 1
    const next = {
      ArrowDown: at >= last ? 0 : at + 1,
      ArrowUp: at <= 0 ? last : at - 1,
      PageDown: Math.min(last, at + 8),
      PageUp: Math.max(0, at - 8),
    }[event.key]
    if (event.key === 'Enter') {
      event.preventDefault()
      choose(current)
    } else if (next !== undefined && last >= 0) {
      event.preventDefault()
      setAt(next)
      list.current?.querySelectorAll('[role=option]')[next]?.scrollIntoView({ block: 'nearest' })
    }
  }
  const type = (words: string) => {
    setTyped(words)
    setAt(0)
    const count = findCommands(given, words).length
    announce(count === 0 ? t('nothing') : `${t('found', { count })}.`, {
      topic: 'commands',
      afterTyping: true,
    })
  }

  return (
    <HouseDialog open title={t('title')} onClose={onClose}>
      <div className={styles.search}>
        <Search aria-hidden />
        <input
          // biome-ignore lint/a11y/noAutofocus: a dialog that was asked for by a key, and whose whole point is to type
          autoFocus
          type="text"
          role="combobox"
          aria-label={t('search')}
          aria-expanded
          aria-controls={id}
          aria-activedescendant={current ? `${id}-${found.indexOf(current)}` : undefined}
          aria-autocomplete="list"
          placeholder={t('search')}
          autoComplete="off"
          spellCheck={false}
          value={typed}
          onChange={(event) => type(event.currentTarget.value)}
          onKeyDown={walk}
        />
      </div>
      <div className={styles.found}>
        <div ref={list} id={id} role="listbox" aria-label={t('title')}>
          {found.map((one, index) => (
            <Fragment key={`${one.group} ${one.id}`}>
              {one.group === found[index - 1]?.group ? null : (
                <div role="presentation" className={styles.head}>
                  {one.group}
                </div>
              )}
              {/* biome-ignore lint/a11y/useKeyWithClickEvents: keys arrive at the search field */}
              <div
                id={`${id}-${index}`}
                role="option"
                tabIndex={-1}
                aria-selected={one === current}
                aria-disabled={one.reason === null ? undefined : true}
                className={styles.command}
                onClick={() => choose(one)}
                onPointerMove={() => setAt(index)}
              >
                <span className={styles.icon}>
                  <ActionIcon name={one.icon} />
                </span>
                <span className={styles.label}>
                  {one.label}
                  {one.reason === null ? null : <small className={styles.reason}>{one.reason}</small>}
                </span>
                {one.shortcut === undefined ? null : <Kbd keys={one.shortcut} />}
              </div>
            </Fragment>
          ))}
        </div>
        {found.length === 0 ? <p className={styles.nothing}>{t('nothing')}</p> : null}
      </div>
    </HouseDialog>
  )
}
