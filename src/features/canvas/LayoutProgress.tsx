import Button from '@mui/material/Button'
import { useText } from '../../text/index.ts'
import styles from './toolbar.module.css'
import type { Layout } from './useLayout.ts'

/** The layout is made in the background: that it is, how to stop it, and why it failed. */
export function LayoutProgress({ layout }: { readonly layout: Layout }) {
  const t = useText('canvas')
  const { state, cancel } = layout
  if (state.kind === 'idle') return null
  return (
    <div className={styles.busy}>
      {state.kind === 'failed' ? state.why : t('layingOut')}
      <Button size="small" onClick={cancel}>
        {t(state.kind === 'failed' ? 'close' : 'cancel')}
      </Button>
    </div>
  )
}
