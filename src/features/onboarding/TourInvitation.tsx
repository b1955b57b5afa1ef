import ExploreOutlined from '@mui/icons-material/ExploreOutlined'
import Button from '@mui/material/Button'
import { useText } from '../../text/index.ts'
import { announce } from '../../ui/announcer/index.ts'
import styles from './onboarding.module.css'

interface TourInvitationProps {
  readonly onStart: () => void
  readonly onLater: () => void
}

/** One line above the design place on the first visit. It takes no focus and covers nothing. */
export function TourInvitation({ onStart, onLater }: TourInvitationProps) {
  const t = useText('onboarding')
  const later = () => {
    onLater()
    announce(t('later'))
    document.getElementById('main')?.focus()
  }
  return (
    <section data-region className={styles.invitation} aria-label={t('tour')}>
      <ExploreOutlined aria-hidden />
      <span>{t('invitation')}</span>
      <span className={styles.invitationEnd}>
        <Button size="small" variant="outlined" onClick={onStart}>
          {t('start')}
        </Button>
        <Button size="small" variant="text" onClick={later}>
          {t('notNow')}
        </Button>
      </span>
    </section>
  )
}
