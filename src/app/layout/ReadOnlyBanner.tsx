import LockOutlined from '@mui/icons-material/LockOutlined'
import Button from '@mui/material/Button'
import { useText } from '../../text/index.ts'
import { useOpenProcess, useProcessPlace } from '../processSession.ts'
import styles from './banner.module.css'

/** While another tab of this person writes: why nothing can be changed here, and the way to change it here. */
export function ReadOnlyBanner() {
  const t = useText('app')
  const { session } = useProcessPlace()
  const { writes } = useOpenProcess()
  if (writes) return null
  return (
    <div className={styles.banner} data-tone="info" role="status">
      <LockOutlined aria-hidden />
      <span>{t('readOnlyTab')}</span>
      <Button size="small" variant="outlined" color="inherit" onClick={session.takeOver}>
        {t('takeOver')}
      </Button>
    </div>
  )
}
