import Button from '@mui/material/Button'
import { useText } from '../../text/index.ts'
import styles from './toolbar.module.css'

/** Shown while the layout is made in the background. */
export function LayoutProgress({ onCancel }: { readonly onCancel: () => void }) {
  const t = useText('canvas')
  return (
    <div className={styles.busy}>
      {t('layingOut')}
      <Button size="small" onClick={onCancel}>
        {t('cancel')}
      </Button>
    </div>
  )
}
