/** All actions with their keys, each of which can be changed by pressing another. Kept by whoever hands the map in. */
import RestartAlt from '@mui/icons-material/RestartAlt'
import Button from '@mui/material/Button'
import { useEffect, useId, useMemo, useRef, useState } from 'react'
import { newProcess } from '../../domain/process/process.ts'
import { emptyReferenceData } from '../../domain/process/reference.ts'
import { allActions, type EditorAction } from '../../editor/actions/index.ts'
import { createEditor } from '../../editor/createEditor.ts'
import { hasFixedKeys, type Remapped, withKeys, withOwnKeys } from '../../editor/keyMap.ts'
import { type ShortcutSettings, shortcutsOf } from '../../editor/shortcuts.ts'
import { useText } from '../../text/index.ts'
import { shownKeys, spokenKeys } from '../../ui/actions/shortcutText.ts'
import { ToolButton } from '../../ui/actions/ToolButton.tsx'
import { announce } from '../../ui/announcer/index.ts'
import { Kbd } from '../../ui/display/Kbd.tsx'
import { TextField } from '../../ui/forms/index.ts'
import { CaptureKeys } from './CaptureKeys.tsx'
import { actionGroups } from './groups.ts'
import styles from './keyMap.module.css'
import { ranked } from './ranked.ts'

interface KeyMapEditorProps {
  readonly settings: ShortcutSettings
  readonly onRemap: (remapped: Remapped) => void
}

export function KeyMapEditor({ settings, onRemap }: KeyMapEditorProps) {
  const t = useText('commandMenu')
  const id = useId()
  const labelOf = useMemo(labels, [])
  const [typed, setTyped] = useState('')
  const [changedOnly, setChangedOnly] = useState(false)
  const [asking, setAsking] = useState<EditorAction | null>(null)
  const remapped = settings.remapped ?? {}
  const all = { ...settings, singleKeys: true }
  const isChanged = ({ id }: EditorAction) => Object.hasOwn(remapped, id)
  const changed = allActions.filter(isChanged).length
  const named = ranked(allActions, typed, (action) =>
    [labelOf(action), ...shortcutsOf(action, all).flatMap((key) => [shownKeys(key), spokenKeys(key)])].join(
      ' ',
    ),
  )
  const shown = named.filter((action) => !changedOnly || isChanged(action))

  const set = (action: EditorAction, keys: readonly string[]) => {
    onRemap(withKeys(remapped, action, keys, settings))
    const [key] = keys.slice(-1)
    const name = labelOf(action)
    announce(
      key === undefined ? t('captureRemoved', { name }) : t('captureDone', { name, key: spokenKeys(key) }),
    )
  }
  // What resets keys goes with them: focus goes on to the command they belong to, else to the heading.
  const place = useRef<HTMLElement>(null)
  const wasReset = useRef<string | null>(null)
  useEffect(() => {
    const name = wasReset.current
    wasReset.current = null
    if (name === null || document.activeElement !== document.body) return
    const row = place.current?.querySelector<HTMLElement>(`[data-action="${CSS.escape(name)}"] button`)
    ;(row ?? place.current?.querySelector<HTMLElement>('h3'))?.focus()
  })
  const reset = (action: EditorAction) => {
    wasReset.current = action.id
    onRemap(withOwnKeys(remapped, action, settings))
    announce(t('keyMapResetDone', { name: labelOf(action) }))
  }
  return (
    <section ref={place} aria-labelledby={id}>
      <div className={styles.title}>
        <h3 id={id} tabIndex={-1} className="shows-focus">
          {t('keyMapTitle')}
        </h3>
        {changed > 0 ? (
          <Button
            size="small"
            startIcon={<RestartAlt />}
            onClick={() => {
              wasReset.current = ''
              onRemap({})
              setChangedOnly(false)
              announce(t('keyMapAllReset'))
            }}
          >
            {t('keyMapResetAll')}
          </Button>
        ) : null}
      </div>
      <p className={styles.lead}>{t('keyMapBody')}</p>
      <div className={styles.bar}>
        <div className={styles.search}>
          <TextField
            label={t('keyMapSearch')}
            hideLabel
            type="search"
            placeholder={t('keyMapSearch')}
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
          />
        </div>
        {changed > 0 ? (
          <label>
            <input
              type="checkbox"
              checked={changedOnly}
              onChange={(event) => setChangedOnly(event.target.checked)}
            />
            <span>{t('keyMapOnlyChanged', { count: changed })}</span>
          </label>
        ) : null}
      </div>
      {settings.singleKeys ? null : <p className={styles.note}>{t('keyMapSingleOff')}</p>}
      {actionGroups.map((group) => {
        const rows = shown.filter((action) => action.group === group)
        return rows.length === 0 ? null : (
          <table key={group} className={styles.table}>
            <caption>{t(`group_${group}`)}</caption>
            <thead className="sr-only">
              <tr>
                <th scope="col">{t('action')}</th>
                <th scope="col">{t('keys')}</th>
                <th scope="col">{t('keyMapChangeShort')}</th>
              </tr>
            </thead>
            <tbody>
              {rows.map((action) => (
                <KeyRow
                  key={action.id}
                  id={action.id}
                  name={labelOf(action)}
                  keys={shortcutsOf(action, all)}
                  fixed={hasFixedKeys(action)}
                  changed={isChanged(action)}
                  onChange={() => setAsking(action)}
                  onReset={() => reset(action)}
                />
              ))}
            </tbody>
          </table>
        )
      })}
      {shown.length === 0 ? <p className={styles.note}>{t('keyMapNone')}</p> : null}
      {asking ? (
        <CaptureKeys
          action={asking}
          labelOf={labelOf}
          settings={settings}
          onKeys={(keys) => set(asking, keys)}
          onClose={() => setAsking(null)}
        />
      ) : null}
    </section>
  )
}

interface KeyRowProps {
  readonly id: string
  readonly name: string
  readonly keys: readonly string[]
  readonly fixed: boolean
  readonly changed: boolean
  readonly onChange: () => void
  readonly onReset: () => void
}

function KeyRow({ id, name, keys, fixed, changed, onChange, onReset }: KeyRowProps) {
  const t = useText('commandMenu')
  const shown = keys.length > 4 ? [`${keys[0]} … ${keys.at(-1)}`] : keys
  return (
    <tr data-action={id} data-changed={changed || undefined}>
      <th scope="row">{name}</th>
      <td>
        <span className={styles.keys}>
          {shown.length === 0 ? <span className={styles.none}>{t('noKey')}</span> : null}
          {shown.map((key) => (
            <span key={key}>
              <span aria-hidden>
                <Kbd keys={key} />
              </span>
              <span className="sr-only">{spokenKeys(key)}</span>
            </span>
          ))}
        </span>
      </td>
      <td className={styles.buttons}>
        {fixed ? (
          <small>{t('keyMapFixed')}</small>
        ) : (
          <>
            {changed ? (
              <ToolButton
                size="small"
                label={t('keyMapReset', { name })}
                icon={<RestartAlt />}
                onClick={onReset}
              />
            ) : null}
            <Button
              size="small"
              variant="outlined"
              aria-label={t('keyMapChange', { name })}
              onClick={onChange}
            >
              {t('keyMapChangeShort')}
            </Button>
          </>
        )}
      </td>
    </tr>
  )
}

/** Actions are named by what they would do to a process; here there is none, so they stand before an empty one. */
function labels(): (action: EditorAction) => string {
  const editor = createEditor({
    document: newProcess({ id: 'none', processName: '', companyId: '' }),
    base: null,
    reference: emptyReferenceData,
    lint: () => [],
    actorId: '',
    newId: () => '',
    now: () => '',
  })
  return (action) => action.label(editor)
}
