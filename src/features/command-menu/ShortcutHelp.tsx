import Button from '@mui/material/Button'
import { useMemo, useState } from 'react'
import { allActions, type EditorAction } from '../../editor/actions/index.ts'
import type { Editor } from '../../editor/editor.ts'
import { useEditor } from '../../editor/react.ts'
import { type ShortcutSettings, shortcutsOf } from '../../editor/shortcuts.ts'
import { useText } from '../../text/index.ts'
import { shownKeys, spokenKeys } from '../../ui/actions/shortcutText.ts'
import { Kbd } from '../../ui/display/Kbd.tsx'
import { HouseDialog } from '../../ui/feedback/HouseDialog.tsx'
import { TextField } from '../../ui/forms/index.ts'
import styles from './commandMenu.module.css'
import { actionGroups } from './groups.ts'
import { ranked } from './ranked.ts'

interface ShortcutHelpProps {
  readonly settings: ShortcutSettings
  /** Leads to where keys are changed. */
  readonly onChangeKeys?: () => void
  readonly onClose: () => void
}

/** Every action there is and its keys, from the registry: it cannot be out of date. */
export function ShortcutHelp({ settings, onChangeKeys, onClose }: ShortcutHelpProps) {
  const t = useText('commandMenu')
  const editor = useEditor()
  const [typed, setTyped] = useState('')
  const shown = useMemo(() => rowsFor(editor, settings, typed), [editor, settings, typed])
  return (
    <HouseDialog
      open
      size="md"
      title={t('helpTitle')}
      description={t('helpBody')}
      onClose={onClose}
      {...(onChangeKeys ? { actions: <Button onClick={onChangeKeys}>{t('changeKeys')}</Button> } : {})}
    >
      <TextField
        label={t('helpSearch')}
        type="search"
        autoFocus
        autoComplete="off"
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      {actionGroups.map((group) => {
        const rows = shown.filter((row) => row.action.group === group)
        if (rows.length === 0) return null
        return (
          <table key={group} className={styles.table}>
            <caption>{t(`group_${group}`)}</caption>
            <thead className="sr-only">
              <tr>
                <th scope="col">{t('action')}</th>
                <th scope="col">{t('keys')}</th>
                <th scope="col">{t('works')}</th>
              </tr>
            </thead>
            <tbody>
              {rows.map(({ action, label, keys }) => (
                <tr key={action.id}>
                  <th scope="row">{label}</th>
                  <td>
                    {keys.length === 0 ? <span className={styles.where}>{t('noKey')}</span> : null}
                    {keys.map((key, index) => (
                      <span key={key}>
                        {index > 0 ? <span className={styles.or}> {t('or')} </span> : null}
                        <span aria-hidden>
                          <Kbd keys={key} />
                        </span>
                        <span className="sr-only">{spokenKeys(key)}</span>
                      </span>
                    ))}
                  </td>
                  <td className={styles.where}>{t(whereOf(action))}</td>
                </tr>
              ))}
            </tbody>
          </table>
        )
      })}
      {shown.length === 0 ? <p className={styles.nothing}>{t('noShortcut')}</p> : null}
    </HouseDialog>
  )
}

interface Row {
  readonly action: EditorAction
  readonly label: string
  readonly keys: readonly string[]
}

function rowsFor(editor: Editor, settings: ShortcutSettings, typed: string): Row[] {
  const rows = allActions.map(
    (action): Row => ({ action, label: action.label(editor), keys: shown(action, settings) }),
  )
  // A key is found as it is written, a name also by some of its letters.
  const byKey = rows.filter(({ keys }) =>
    keys.some((key) => [shownKeys(key), spokenKeys(key)].some((name) => sameKey(name, typed))),
  )
  return byKey.length > 0 ? byKey : ranked(rows, typed, ({ label }) => label)
}

/** 1 to 9 are one row's keys and are written as a range. */
function shown(action: EditorAction, settings: ShortcutSettings): readonly string[] {
  const all = shortcutsOf(action, settings)
  return all.length > 4 ? [`${all[0]} … ${all.at(-1)}`] : all
}

function whereOf({ scopes }: EditorAction): 'where_global' | 'where_both' | 'where_canvas' | 'where_list' {
  if (scopes.includes('global')) return 'where_global'
  if (scopes.includes('canvas')) return scopes.includes('list') ? 'where_both' : 'where_canvas'
  return 'where_list'
}

const sameKey = (name: string, typed: string): boolean => {
  const plain = (text: string) => text.toLocaleLowerCase().replaceAll(/[\s+]/g, '')
  return typed.trim().length > 1 ? plain(name).endsWith(plain(typed)) : name === typed.trim().toUpperCase()
}
