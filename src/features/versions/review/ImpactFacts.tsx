/** The open deals and the money that a request or a restore would touch: to be read, for its document is settled. */
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
  const { stages, returns } = impact
  const worth = (deals: { open_deals: number; open_amount: Impact['stages'][number]['open_amount'] }) => (
    <strong>
      {words('worth', {
        deals: words('deals', { count: deals.open_deals }),
        amount: amountInWords(deals.open_amount),
      })}
    </strong>
  )
  const nameOf = (stageId: string) => document.stages[stageId]?.stageName ?? ''
  return (
    <div className={styles.facts}>
      {stages.length + returns.length === 0 ? (
        <p>{words('impactNone')}</p>
      ) : (
        <ul>
          {returns.map((deals) => (
            <li key={`${deals.stage_id} ${deals.returns_to}`}>
              <span>{t('returns', { stage: deals.stage_name })}</span>
              {worth(deals)}
              <span>{t('returnsTo', { stage: nameOf(deals.returns_to) })}</span>
            </li>
          ))}
          {stages.map((stage) => {
            const { stage_name: name, becomes, probability, migrates_to } = stage
            const destination = nameOf(migrates_to ?? '')
            return (
              <li key={stage.stage_id}>
                <span>
                  {becomes === 'probability_changed'
                    ? words('probability', { stage: name, from: probability.from, to: probability.to ?? 0 })
                    : words(becomes, { stage: name })}
                </span>
                {worth(stage)}
                {becomes === 'probability_changed' ? null : (
                  <span>{destination ? t('movedTo', { stage: destination }) : t('movedNowhere')}</span>
                )}
              </li>
            )
          })}
        </ul>
      )}
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
