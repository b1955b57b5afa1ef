import Button from '@mui/material/Button'
import { allRules } from '../../../domain/lint/registry.ts'
import { useEditor, useEditorState } from '../../../editor/react.ts'
import { targetNameOf } from '../../../editor/rowNames.ts'
import { asKept } from '../../../text/asKept.ts'
import { language, useText } from '../../../text/index.ts'
import styles from './process.module.css'

/** Problems that somebody accepted, with the reason. */
export function Waivers() {
  const t = useText('inspector')
  const editor = useEditor()
  const document = useEditorState((state) => state.document)
  const mayWithdraw = useEditorState(
    ({ readOnly, permissions }) => readOnly === null && permissions.includes('override_probability'),
  )
  const day = new Intl.DateTimeFormat(language(), { dateStyle: 'medium' })
  return (
    <ul className={styles.waivers}>
      {Object.values(document.waivers).map(({ id, ruleId, targetId, justification, at }) => (
        <li key={id}>
          <span className={styles.what}>{targetNameOf(document, targetId)}</span>
          <span className={styles.rule}>{allRules.find((rule) => rule.id === ruleId)?.title ?? ruleId}</span>
          <q>{asKept(justification)}</q>
          <span className={styles.rule}>
            <time dateTime={at}>{day.format(new Date(at))}</time>
          </span>
          {mayWithdraw ? (
            <Button
              size="small"
              variant="text"
              onClick={() => void editor.dispatch('withdrawWaiver', { waiverId: id })}
            >
              {t('withdraw')}
            </Button>
          ) : null}
        </li>
      ))}
    </ul>
  )
}
