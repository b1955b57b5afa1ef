/** Every command by name: type, choose, Enter. One combobox; what cannot run now says why. */
import Dialog from '@mui/material/Dialog'
import { type KeyboardEvent, useId, useState } from 'react'
import { allActions, type EditorAction, type EditorUi } from '../../editor/actions/index.ts'
import { useEditor } from '../../editor/react.ts'
import { type ShortcutSettings, shortcutsOf } from '../../editor/shortcuts.ts'
import { useText } from '../../text/index.ts'
import { announce } from '../../ui/announcer/index.ts'
import { Kbd } from '../../ui/display/Kbd.tsx'
import styles from './commandMenu.module.css'
import { findByWords } from './findActions.ts'

interface CommandMenuProps {
  readonly ui: EditorUi
  readonly settings: ShortcutSettings
  readonly onClose: () => void
}

export function CommandMenu({ ui, settings, onClose }: CommandMenuProps) {
  const t = useText('commandMenu')
  const editor = useEditor()
  const [open, setOpen] = useState(true)
  const [chosen, setChosen] = useState<EditorAction | null>(null)
  return (
    <Dialog
      open={open}
      onClose={() => setOpen(false)}
      fullWidth
      maxWidth="sm"
      aria-label={t('title')}
      slotProps={{
        paper: { className: styles.paper ?? '' },
        // Runs once focus is back where it was: many commands act on the focused element.
        transition: {
          onExited: () => {
            onClose()
            if (chosen) void chosen.run(editor, ui)
          },
        },
      }}
    >
      <Commands
        ui={ui}
        settings={settings}
        onChoose={(action) => {
          setChosen(action)
          setOpen(false)
        }}
      />
    </Dialog>
  )
}

interface CommandsProps {
  readonly ui: EditorUi
  readonly settings: ShortcutSettings
  readonly onChoose: (action: EditorAction) => void
}

function Commands({ ui, settings, onChoose }: CommandsProps) {
  const t = useText('commandMenu')
  const editor = useEditor()
  const id = useId()
  const [typed, setTyped] = useState('')
  const [at, setAt] = useState(0)
  const offered = allActions.filter((action) => action.inCommandMenu !== false && action.id !== 'commandMenu')
  const found = findByWords(offered, typed, (action) => action.label(editor))
  const active = found[at]

  const choose = (action: EditorAction) => {
    const enabled = action.enabled(editor, ui)
    if (enabled === true) onChoose(action)
    else announce(enabled)
  }
  const onKey = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8 }[event.key]
    if (step !== undefined) {
      event.preventDefault()
      const next = Math.min(found.length - 1, Math.max(0, at + step))
      setAt(next)
      document.getElementById(`${id}-${found[next]?.id}`)?.scrollIntoView({ block: 'nearest' })
    } else if (event.key === 'Enter' && active) {
      event.preventDefault()
      choose(active)
    }
  }
  return (
    <>
      <input
        className={styles.input}
        role="combobox"
        aria-label={t('search')}
        aria-expanded="true"
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={active ? `${id}-${active.id}` : undefined}
        placeholder={t('search')}
        // biome-ignore lint/a11y/noAutofocus: the menu was asked for in order to type
        autoFocus
        value={typed}
        onKeyDown={onKey}
        onChange={(event) => {
          setTyped(event.target.value)
          setAt(0)
        }}
      />
      <div id={`${id}-list`} role="listbox" aria-label={t('title')} className={styles.list}>
        {found.map((action, index) => {
          const enabled = action.enabled(editor, ui)
          const [shortcut] = shortcutsOf(action, settings)
          return (
            // biome-ignore lint/a11y/useKeyWithClickEvents: keys are handled by the combobox, which keeps focus
            <div
              key={action.id}
              id={`${id}-${action.id}`}
              role="option"
              tabIndex={-1}
              aria-selected={index === at}
              aria-disabled={enabled !== true}
              className={styles.option}
              onClick={() => choose(action)}
              onPointerMove={() => setAt(index)}
            >
              <span>{action.label(editor)}</span>
              {enabled === true ? null : <small>{enabled}</small>}
              {shortcut === undefined ? null : <Kbd keys={shortcut} />}
            </div>
          )
        })}
      </div>
      {found.length === 0 ? <p className={styles.none}>{t('nothing')}</p> : null}
    </>
  )
}
