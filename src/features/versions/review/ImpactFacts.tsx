/** The open deals and the money that publishing a request would touch: to be read, for it is frozen. */
import type { Impact } from '../../../contract/processes.ts'
import { isMasked } from '../../../domain/process/masking.ts'
import type { ProcessDocument } from '../../../domain/process/process.ts'
import { amountInWords } from '../../../editor/hidden.ts'
import { useText } from '../../../text/index.ts'
import styles from './review.module.css'

interface ImpactFactsProps {
  readonly impact: Impact
  readonly document: ProcessDocument
}

export function ImpactFacts({ impact, document }: ImpactFactsProps) {
  const t = useText('review')
  const words = useText('publish')
  const [before, after] = [
    amountInWords(impact.weighted_amount.before),
    amountInWords(impact.weighted_amount.after),
  ]
  return (
    <div className={styles.facts}>
      {impact.stages.length === 0 ? <p>{words('impactNone')}</p> : null}
      {impact.stages.length > 0 ? (
        <ul>
          {impact.stages.map((stage) => {
            const { stage_name: name, becomes, probability, migrates_to } = stage
            const destination = document.stages[migrates_to ?? '']?.stageName
            return (
              <li key={stage.stage_id}>
                <span>
                  {becomes === 'probability_changed'
                    ? words('probability', { stage: name, from: probability.from, to: probability.to ?? 0 })
                    : words(becomes, { stage: name })}
                </span>
                <strong>
                  {words('worth', {
                    deals: words('deals', { count: stage.open_deals }),
                    amount: amountInWords(stage.open_amount),
                  })}
                </strong>
                {becomes === 'probability_changed' ? null : (
                  <span>{destination ? t('movedTo', { stage: destination }) : t('movedNowhere')}</span>
                )}
              </li>
            )
          })}
        </ul>
      ) : null}
      <p className={styles.quiet}>
        {isMasked(impact.weighted_amount.before)
          ? words('weightedHidden')
          : before === after
            ? words('weightedSame', { amount: before })
            : words('weighted', { before, after })}
      </p>
    </div>
  )
}
