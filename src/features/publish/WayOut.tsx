/** How a draft reaches everyone, and when. */
import { useText } from '../../text/index.ts'
import { RadioField } from '../../ui/forms/RadioField.tsx'
import { TextField } from '../../ui/forms/TextField.tsx'
import styles from './publish.module.css'
import type { ReviewSituation, Way } from './review.ts'
import { clockTime } from './zonedTime.ts'

interface WayOutProps {
  readonly ways: readonly Way[]
  readonly way: Way
  readonly setWay: (way: Way) => void
  readonly situation: ReviewSituation
  /** As the company's clock shows it; empty: none. */
  readonly at: string
  readonly setAt: (at: string) => void
  readonly atMissing: boolean
}

export function WayOut({ ways, way, setWay, situation, at, setAt, atMissing }: WayOutProps) {
  const t = useText('publish')
  const { fourEyes, timeZone, mine } = situation
  const words = {
    now: { label: t('wayNow'), help: t('wayNowHelp') },
    review: { label: t('wayReview'), help: t(fourEyes ? 'wayReviewFourEyes' : 'wayReviewHelp') },
    later: { label: t('wayLater'), help: t('wayLaterHelp') },
  }
  return (
    <div className={styles.ways}>
      <RadioField
        legend={t('way')}
        value={way}
        options={ways.map((value) => ({ value, ...words[value] }))}
        onChange={setWay}
      />
      {way === 'review' && mine ? (
        <p className={styles.hint}>{t('renews', { number: mine.number, round: mine.round + 1 })}</p>
      ) : null}
      {way === 'now' ? null : (
        <div className={styles.moment}>
          <TextField
            type="datetime-local"
            label={t(way === 'later' ? 'at' : 'atOptional')}
            help={t(way === 'later' ? 'atHelpLater' : 'atHelp', { zone: timeZone.replaceAll('_', ' ') })}
            required={way === 'later'}
            error={atMissing ? t('atMissing') : undefined}
            min={clockTime(new Date(), timeZone)}
            value={at}
            onChange={(event) => setAt(event.target.value)}
          />
        </div>
      )}
    </div>
  )
}
