import { useText } from '../../text/entrance.ts'
import { useComesFirst } from '../../ui/whenIdle.ts'
import styles from './layout.module.css'

/** The moment before it is known who is here. */
export function Splash() {
  const t = useText('app')
  useComesFirst(true)
  return (
    <div className={styles.centre} role="status" aria-label={t('opening')}>
      <img src={`${import.meta.env.BASE_URL}icon.svg`} alt="" width="40" height="40" />
    </div>
  )
}
