import { stagesInOrder } from '../../domain/process/process.ts'
import { stageKind } from '../../domain/process/stage.ts'
import { pictureOf } from '../../editor/picture.ts'
import { language, useText } from '../../text/index.ts'
import { ColorDot } from '../../ui/display/ColorDot.tsx'
import { MiniPicture } from '../../ui/graph/MiniPicture.tsx'
import { factsOf } from './galleryEntry.ts'
import { MissingHere, type MissingHereProps } from './MissingHere.tsx'
import styles from './templates.module.css'

/** A template as a whole: drawn, in numbers, and stage by stage. */
export function TemplatePreview(props: MissingHereProps) {
  const t = useText('templates')
  const { entry } = props
  const { document } = entry
  const facts = factsOf(document)
  const percent = new Intl.NumberFormat(language(), { style: 'percent', maximumFractionDigits: 0 })
  const number = new Intl.NumberFormat(language())
  const lines = [
    [t('winRate'), facts.winRate === null ? t('unknown') : percent.format(facts.winRate)],
    [t('days'), facts.expectedDays === null ? t('unknown') : number.format(Math.round(facts.expectedDays))],
    [t('stages'), number.format(facts.stages)],
    [t('transitions'), number.format(facts.transitions)],
    [t('rules'), number.format(facts.rules)],
    [t('fields'), number.format(facts.fields)],
    [t('approvals'), number.format(facts.approvals)],
    [t('scenarios'), number.format(facts.scenarios)],
  ] as const
  return (
    <>
      <div className={styles.picture}>
        <MiniPicture {...pictureOf(document)} names />
      </div>
      {entry.description ? <p className={styles.about}>{entry.description}</p> : null}
      {entry.audience ? <p className={styles.audience}>{t('for', { audience: entry.audience })}</p> : null}
      <dl className={styles.facts} aria-label={t('contents')}>
        {lines.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <MissingHere {...props} />
      <ol className={styles.stages} aria-label={t('stagesOf', { name: entry.name })}>
        {stagesInOrder(document).map((stage) => {
          const kind = stageKind(stage)
          return (
            <li key={stage.id}>
              <ColorDot tone={kind === 'open' ? stage.color : kind} />
              <span>{stage.stageName}</span>
              <small>
                {kind === 'open' && stage.averageDurationDays !== null
                  ? `${t('daysValue', { count: Math.round(stage.averageDurationDays) })} · `
                  : null}
                {percent.format(stage.defaultProbability / 100)}
              </small>
            </li>
          )
        })}
      </ol>
    </>
  )
}
