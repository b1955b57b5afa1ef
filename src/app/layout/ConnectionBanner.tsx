import CloudOffOutlined from '@mui/icons-material/CloudOffOutlined'
import { useText } from '../../text/index.ts'
import { useHasNetwork } from '../network.ts'
import { useOnline } from '../workspaces.ts'
import styles from './banner.module.css'

/** The truth about the connection, while there is none: what still works and what waits. */
export function ConnectionBanner() {
  const t = useText('app')
  const hasNetwork = useHasNetwork()
  const online = useOnline()
  if (online) return null
  return (
    <p className={styles.banner} role="status">
      <CloudOffOutlined aria-hidden />
      <span>
        <strong>{t(hasNetwork ? 'unreachable' : 'offline')}</strong> {t('offlineSafe')}
      </span>
    </p>
  )
}
