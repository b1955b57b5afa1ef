import GroupOutlined from '@mui/icons-material/GroupOutlined'
import { useEffect } from 'react'
import { useText } from '../../text/index.ts'
import { announce } from '../../ui/announcer/index.ts'
import { StatusPill } from '../../ui/display/StatusPill.tsx'
import { useEditors } from '../editors.ts'
import { Queries } from '../Queries.tsx'
import styles from './processBar.module.css'

/** Who else works on this process: said once when somebody begins, and in sight as long as it holds. */
export const OthersEditing = ({ processId }: { readonly processId: string }) => (
  <Queries>
    <Others processId={processId} />
  </Queries>
)

function Others({ processId }: { readonly processId: string }) {
  const t = useText('app')
  const others = useEditors().get(processId)
  const sentence = others ? t('othersEditing', { ...others }) : null
  useEffect(() => {
    if (sentence) announce(sentence, { topic: 'editors' })
  }, [sentence])
  return sentence ? (
    <span className={styles.others} title={sentence}>
      <StatusPill tone="info" icon={<GroupOutlined aria-hidden />}>
        <span className={styles.othersText}>{sentence}</span>
      </StatusPill>
    </span>
  ) : null
}
