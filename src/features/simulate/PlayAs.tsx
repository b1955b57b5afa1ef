import { roles } from '../../domain/process/role.ts'
import { type Who, whoInWords, whoKey, whoOfKey } from '../../domain/process/who.ts'
import { useEditorState } from '../../editor/react.ts'
import { useSay, useText } from '../../text/index.ts'
import { SelectField } from '../../ui/forms/SelectField.tsx'
import styles from './simulate.module.css'

interface PlayAsProps {
  readonly value: Who | null
  readonly onChange: (who: Who | null) => void
}

/** Whose moves are tried; shown where the process keeps a move for certain people. */
export function PlayAs({ value, onChange }: PlayAsProps) {
  const t = useText('simulate')
  const says = useSay()
  const transitions = useEditorState(({ document }) => document.transitions)
  const named = Object.values(transitions).flatMap(({ runBy = [] }) => runBy.map(whoKey))
  if (named.length === 0) return null
  const keys = new Set(['owner', 'manager_of_owner', ...roles.map((role) => `role:${role}`), ...named])
  const label = (key: string) => {
    const words = says(whoInWords(whoOfKey(key)))
    return key.startsWith('user:') ? words : words.charAt(0).toUpperCase() + words.slice(1)
  }
  return (
    <div className={styles.playAs}>
      <SelectField
        label={t('playAs')}
        value={value ? whoKey(value) : ''}
        options={[
          { value: '', label: t('playAsAnyone') },
          ...[...keys].map((key) => ({ value: key, label: label(key) })),
        ]}
        onChange={({ target }) => onChange(target.value === '' ? null : whoOfKey(target.value))}
      />
    </div>
  )
}
