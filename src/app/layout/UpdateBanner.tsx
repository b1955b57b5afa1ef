import SystemUpdateAltOutlined from '@mui/icons-material/SystemUpdateAltOutlined'
import Button from '@mui/material/Button'
import { useStore } from 'zustand'
import { useText } from '../../text/index.ts'
import { useServices } from '../services.ts'
import type { Updates } from '../updates.ts'
import styles from './banner.module.css'

/** Offers a newer version of the app; the person says when. */
export function UpdateBanner() {
  const { updates } = useServices()
  return updates ? <Offer updates={updates} /> : null
}

function Offer({ updates }: { readonly updates: Updates }) {
  const t = useText('app')
  if (!useStore(updates.ready)) return null
  return (
    <div className={styles.banner} data-tone="info" role="status">
      <SystemUpdateAltOutlined aria-hidden />
      <span>
        <strong>{t('updateReady')}</strong> {t('updateSafe')}
      </span>
      <Button size="small" variant="outlined" color="inherit" onClick={updates.apply}>
        {t('updateNow')}
      </Button>
    </div>
  )
}
