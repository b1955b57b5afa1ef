import Search from '@mui/icons-material/Search'
import { type KeyboardEvent, useId, useMemo, useRef, useState } from 'react'
import type { EditorUi } from '../../editor/actions/index.ts'
import { useEditor } from '../../editor/react.ts'
import type { ShortcutSettings } from '../../editor/shortcuts.ts'
import { useText } from '../../text/index.ts'
import { ActionIcon } from '../../ui/actions/ActionIcon.tsx'
import { announce } from '../../ui/announcer/index.ts'
import { Kbd } from '../../ui/display/Kbd.tsx'
import { HouseDialog } from '../../ui/feedback/HouseDialog.tsx'
import styles from './commandMenu.module.css'
import { type Found, findCommands } from './found.ts'

interface CommandMenuProps {
  readonly ui: EditorUi
  readonly settings: ShortcutSettings
  readonly onClose: () => void
}

/** Every command by name: type, walk with the arrows, Enter. It runs once the dialog is gone and focus is back. */
export function CommandMenu({ ui, settings, onClose }: CommandMenuProps) {
  const t = useText('commandMenu')
  const editor = useEditor()
  const id = useId()
  const list = useRef<HTMLDivElement>(null)
  const [typed, setTyped] = useState('')
  const [at, setAt] = useState(0)
  const found = useMemo(() => findCommands(editor, ui, settings, typed), [editor, ui, settings, typed])
  const current = found[Math.min(at, found.length - 1)]

  const choose = (one: Found | undefined) => {
    if (!one) return
    if (one.reason !== null) {
      announce(one.reason)
      return
    }
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
    } else if (next !== undefined) {
      event.preventDefault()
      setAt(next)
      list.current?.children[next]?.scrollIntoView({ block: 'nearest' })
    }
  }
  const type = (words: string) => {
    setTyped(words)
    setAt(0)
    const count = findCommands(editor, ui, settings, words).length
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
      <div ref={list} id={id} role="listbox" aria-label={t('title')} className={styles.found}>
        {found.map((one, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: keys arrive at the search field
          <div
            key={one.id}
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
            <span className={styles.group}>{one.group}</span>
            {one.shortcut === undefined ? null : <Kbd keys={one.shortcut} />}
          </div>
        ))}
      </div>
      {found.length === 0 ? <p className={styles.nothing}>{t('nothing')}</p> : null}
    </HouseDialog>
  )
}
