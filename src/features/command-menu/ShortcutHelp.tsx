import Search from '@mui/icons-material/Search'
import { useState } from 'react'
import { allActions, type EditorAction } from '../../editor/actions/index.ts'
import { useEditor } from '../../editor/react.ts'
import { type ShortcutSettings, shortcutsOf } from '../../editor/shortcuts.ts'
import { useText } from '../../text/index.ts'
import { Kbd } from '../../ui/display/Kbd.tsx'
import { HouseDialog } from '../../ui/feedback/HouseDialog.tsx'
import { TextField } from '../../ui/forms/index.ts'
import { DataTable } from '../../ui/tables/DataTable.tsx'
import styles from './commandMenu.module.css'
import { findByWords } from './findActions.ts'

interface ShortcutHelpProps {
  readonly settings: ShortcutSettings
  readonly onClose: () => void
}

/** All shortcuts as the person has them, from the registry that the keys themselves are read from. */
export function ShortcutHelp({ settings, onClose }: ShortcutHelpProps) {
  const t = useText('commandMenu')
  const editor = useEditor()
  const [typed, setTyped] = useState('')
  const withKeys = allActions.filter((action) => shortcutsOf(action, settings).length > 0)
  const found = findByWords(withKeys, typed, (action) => action.label(editor))
  const groups = [...new Set(found.map((action) => action.group))]
  return (
    <HouseDialog open size="md" title={t('helpTitle')} description={t('helpBody')} onClose={onClose}>
      <TextField
        label={t('helpSearch')}
        hideLabel
        type="search"
        placeholder={t('helpSearch')}
        start={<Search aria-hidden fontSize="inherit" />}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
      />
      {groups.map((group) => (
        <section key={group} className={styles.group}>
          <h3>{t(`group_${group}`)}</h3>
          <DataTable<EditorAction>
            caption={t(`group_${group}`)}
            rows={found.filter((action) => action.group === group)}
            rowId={(action) => action.id}
            columns={[
              {
                id: 'command',
                header: t('action'),
                rowHeader: true,
                cell: (action) => action.label(editor),
              },
              {
                id: 'where',
                header: t('works'),
                width: '26%',
                cell: (action) => action.scopes.map((scope) => t(`where_${scope}`)).join(', '),
              },
              {
                id: 'keys',
                header: t('keys'),
                width: '34%',
                cell: (action) => (
                  <span className={styles.keys}>
                    {shortcutsOf(action, settings).map((keys, index) => (
                      <span key={keys}>
                        {index > 0 ? `${t('or')} ` : null}
                        <Kbd keys={keys} />
                      </span>
                    ))}
                  </span>
                ),
              },
            ]}
          />
        </section>
      ))}
      {found.length === 0 ? <p className={styles.none}>{t('noShortcut')}</p> : null}
    </HouseDialog>
  )
}
