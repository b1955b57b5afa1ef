import Button from '@mui/material/Button'
import { allRules } from '../../../domain/lint/registry.ts'
import { useEditor, useEditorState } from '../../../editor/react.ts'
import { asKept } from '../../../text/asKept.ts'
import { language, useText } from '../../../text/index.ts'
import styles from './fields.module.css'

interface WaivedProps {
  readonly targetId: string
  /** Only of rules whose id begins so: `probability/`. */
  readonly about?: string
}

/** Problems of an element that somebody accepted, with the reason, where the values stand. */
export function Waived({ targetId, about = '' }: WaivedProps) {
  const t = useText('inspector')
  const editor = useEditor()
  const waivers = useEditorState(({ document }) =>
    Object.values(document.waivers).filter(
      (waiver) => waiver.targetId === targetId && waiver.ruleId.startsWith(about),
    ),
  )
  const mayWithdraw = useEditorState(
    ({ readOnly, permissions }) => readOnly === null && permissions.includes('override_probability'),
  )
  const day = new Intl.DateTimeFormat(language(), { dateStyle: 'medium' })
  if (waivers.length === 0) return null
  return (
    <ul className={styles.waived}>
      {waivers.map(({ id, ruleId, justification, at }) => (
        <li key={id}>
          <span>{allRules.find((rule) => rule.id === ruleId)?.title ?? ruleId}</span>
          <q>{asKept(justification)}</q>
          <span>
            <span className={styles.waivedAt}>{t('accepted', { at: day.format(new Date(at)) })}</span>
            {mayWithdraw ? (
              <Button
                size="small"
                variant="text"
                onClick={() => void editor.dispatch('withdrawWaiver', { waiverId: id })}
              >
                {t('withdraw')}
              </Button>
            ) : null}
          </span>
        </li>
      ))}
    </ul>
  )
}
