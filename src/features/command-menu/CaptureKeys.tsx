/** Asks for the new key of an action: pressed, not written. What is reserved or taken is said before it is kept. */
import Button from '@mui/material/Button'
import { type KeyboardEvent, useId, useState } from 'react'
import type { EditorAction } from '../../editor/actions/index.ts'
import { actionsWithKey, refusedKey, shortcutOf } from '../../editor/keyMap.ts'
import { isSingleKey, type ShortcutSettings, shortcutsOf } from '../../editor/shortcuts.ts'
import { useText } from '../../text/index.ts'
import { shownKeys, spokenKeys } from '../../ui/actions/shortcutText.ts'
import { announce } from '../../ui/announcer/index.ts'
import { Kbd } from '../../ui/display/Kbd.tsx'
import { HouseDialog } from '../../ui/feedback/HouseDialog.tsx'
import styles from './keyMap.module.css'

interface CaptureKeysProps {
  readonly action: EditorAction
  readonly labelOf: (action: EditorAction) => string
  readonly settings: ShortcutSettings
  readonly onKeys: (keys: readonly string[]) => void
  readonly onClose: () => void
}

export function CaptureKeys({ action, labelOf, settings, onKeys, onClose }: CaptureKeysProps) {
  const t = useText('commandMenu')
  const id = useId()
  const [pressed, setPressed] = useState<string | null>(null)
  const [missing, setMissing] = useState(false)
  // With single keys switched off they still belong to their actions.
  const all = { ...settings, singleKeys: true }
  const now = shortcutsOf(action, all)
  const name = labelOf(action)
  const refusal = pressed === null ? null : refusedKey(pressed)
  const same = pressed !== null && now.includes(pressed)
  const taken = pressed === null || refusal !== null ? [] : actionsWithKey(action, pressed, all)
  const [first] = taken
  const free = pressed !== null && refusal === null && !same

  const capture = (event: KeyboardEvent<HTMLInputElement>) => {
    const { key, ctrlKey, metaKey, altKey } = event
    // Tab and Escape stay what they are: nobody is caught in the field.
    if (
      event.nativeEvent.isComposing ||
      ((key === 'Tab' || key === 'Escape') && !ctrlKey && !metaKey && !altKey)
    )
      return
    event.preventDefault()
    event.stopPropagation()
    const shortcut = shortcutOf(event, settings)
    if (shortcut === null || event.repeat) return
    setPressed(shortcut)
    setMissing(false)
    announce(spokenKeys(shortcut), { topic: 'key pressed' })
  }
  const use = (keys: readonly string[]) => {
    onKeys(keys)
    onClose()
  }
  const notes =
    refusal ??
    (same
      ? t('captureSame', { name })
      : first
        ? t('captureTaken', { key: shownKeys(pressed ?? ''), name: taken.map(labelOf).join(', ') })
        : missing
          ? t('captureMissing')
          : pressed !== null && isSingleKey(pressed) && !action.scopes.includes('global')
            ? t('captureSingle')
            : null)
  return (
    <HouseDialog
      open
      size="xs"
      title={t('captureTitle', { name })}
      description={t('captureBody')}
      onClose={onClose}
      actions={
        <>
          <Button variant="text" disabled={now.length === 0} onClick={() => use([])}>
            {t('captureRemove')}
          </Button>
          <Button variant="outlined" onClick={onClose}>
            {t('captureCancel')}
          </Button>
          {now.length > 0 ? (
            <Button
              variant="outlined"
              disabled={!free}
              onClick={() => (pressed === null ? setMissing(true) : use([...now, pressed]))}
            >
              {t('captureAdd')}
            </Button>
          ) : null}
          <Button
            variant="contained"
            disabled={pressed !== null && !free}
            onClick={() => (pressed === null ? setMissing(true) : use([pressed]))}
          >
            {t('captureReplace')}
          </Button>
        </>
      }
    >
      <div className={styles.capture}>
        <label htmlFor={id}>{t('captureField')}</label>
        <input
          id={id}
          // biome-ignore lint/a11y/noAutofocus: a dialog whose whole point is the next key
          autoFocus
          readOnly
          value={pressed === null ? '' : shownKeys(pressed)}
          placeholder={t('captureEmpty')}
          aria-invalid={refusal !== null || missing || undefined}
          aria-describedby={notes === null ? undefined : `${id}-notes`}
          onKeyDown={capture}
        />
        {notes === null ? null : (
          <p id={`${id}-notes`} role="status" data-wrong={refusal !== null || missing || undefined}>
            {notes}
          </p>
        )}
        {now.length > 0 ? (
          <p className={styles.now}>
            {t('captureNow')}{' '}
            {now.map((key) => (
              <Kbd key={key} keys={key} />
            ))}
          </p>
        ) : null}
      </div>
    </HouseDialog>
  )
}
