import { roles } from '../../domain/process/role.ts'
import { type Who, whoKey, whoOfKey } from '../../domain/process/who.ts'
import { useEditorState } from '../../editor/react.ts'
import { whoLabel } from '../../editor/whoWords.ts'
import { useText } from '../../text/index.ts'
import { SelectField } from '../../ui/forms/SelectField.tsx'
import styles from './simulate.module.css'

interface PlayAsProps {
  readonly value: Who | null
  readonly onChange: (who: Who | null) => void
}

/** Whose moves are tried; shown where the process keeps a move for certain people. */
export function PlayAs({ value, onChange }: PlayAsProps) {
  const t = useText('simulate')
  const transitions = useEditorState(({ document }) => document.transitions)
  const named = Object.values(transitions).flatMap(({ runBy = [] }) => runBy.map(whoKey))
  if (named.length === 0) return null
  const keys = new Set(['owner', 'manager_of_owner', ...roles.map((role) => `role:${role}`), ...named])
  return (
    <div className={styles.playAs}>
      <SelectField
        label={t('playAs')}
        value={value ? whoKey(value) : ''}
        options={[
          { value: '', label: t('playAsAnyone') },
          ...[...keys].map((key) => ({ value: key, label: whoLabel(whoOfKey(key)) })),
        ]}
        onChange={({ target }) => onChange(target.value === '' ? null : whoOfKey(target.value))}
      />
    </div>
  )
}
