/** The open deals and the money that a publish touches, and where the deals of vanishing stages go. */
import type { Impact } from '../../contract/processes.ts'
import { graphOf } from '../../domain/process/graph.ts'
import { isMasked } from '../../domain/process/masking.ts'
import { amountInWords } from '../../editor/hidden.ts'
import { useEditor, useEditorState } from '../../editor/react.ts'
import { language, say, useText } from '../../text/index.ts'
import { announce } from '../../ui/announcer/index.ts'
import { Notice } from '../../ui/feedback/Notice.tsx'
import { SkeletonRows } from '../../ui/feedback/SkeletonRows.tsx'
import { SelectField } from '../../ui/forms/SelectField.tsx'
import styles from './publish.module.css'
import type { ImpactState } from './useImpact.ts'

type Touched = Impact['stages'][number]

export const needsDestination = ({ becomes }: Pick<Touched, 'becomes'>): boolean =>
  becomes !== 'probability_changed'

export function ImpactSection({ state }: { readonly state: ImpactState }) {
  const t = useText('publish')
  return (
    <section className={styles.section} aria-labelledby="publish-impact">
      <h3 id="publish-impact">{t('impact')}</h3>
      {state.kind === 'loading' ? <SkeletonRows what={t('impactLoading')} rows={2} /> : null}
      {state.kind === 'unknown' ? (
        <Notice tone="info" title={t('impactUnknown')}>
          {t('impactUnknownBody')}
        </Notice>
      ) : null}
      {state.kind === 'known' ? <KnownImpact impact={state.impact} /> : null}
    </section>
  )
}

function KnownImpact({ impact }: { readonly impact: Impact }) {
  const t = useText('publish')
  const before = amountInWords(impact.weighted_amount.before)
  const after = amountInWords(impact.weighted_amount.after)
  const asOf =
    impact.as_of === null
      ? ''
      : t('asOf', {
          time: new Intl.DateTimeFormat(language(), { dateStyle: 'medium', timeStyle: 'short' }).format(
            new Date(impact.as_of),
          ),
        })
  return (
    <>
      {impact.stages.length === 0 ? (
        <p>{t('impactNone')}</p>
      ) : (
        <ul className={styles.touched}>
          {impact.stages.map((stage) => (
            <TouchedStage key={stage.stage_id} stage={stage} />
          ))}
        </ul>
      )}
      <p className={styles.note}>
        {isMasked(impact.weighted_amount.before)
          ? t('weightedHidden')
          : before === after
            ? t('weightedSame', { amount: before })
            : t('weighted', { before, after })}{' '}
        {asOf}
      </p>
    </>
  )
}

function TouchedStage({ stage }: { readonly stage: Touched }) {
  const t = useText('publish')
  const editor = useEditor()
  const destination = useEditorState(({ document }) => document.process.stageMigrations[stage.stage_id] ?? '')
  const targets = useEditorState(({ document }) => graphOf(document).activeStages)
  const name = stage.stage_name
  const choose = (toStageId: string) => {
    const done = editor.dispatch('setStageMigration', {
      stageId: stage.stage_id,
      toStageId: toStageId === '' ? null : toStageId,
    })
    if (!done.ok) announce(say(done.reason))
  }
  return (
    <li>
      <div className={styles.touchedHead}>
        <span>
          {stage.becomes === 'probability_changed'
            ? t('probability', {
                stage: name,
                from: stage.probability.from,
                to: stage.probability.to ?? 0,
              })
            : t(stage.becomes, { stage: name })}
        </span>
        <strong>
          {t('worth', {
            deals: t('deals', { count: stage.open_deals }),
            amount: amountInWords(stage.open_amount),
          })}
        </strong>
      </div>
      {needsDestination(stage) ? (
        <SelectField
          label={t('moveTo', { stage: name })}
          required
          value={targets.some(({ id }) => id === destination) ? destination : ''}
          error={destination === '' ? t('chooseMissing') : undefined}
          options={[
            { value: '', label: t('choose') },
            ...targets
              .filter(({ id }) => id !== stage.stage_id)
              .map(({ id, stageName }) => ({ value: id, label: stageName })),
          ]}
          onChange={(event) => choose(event.target.value)}
        />
      ) : null}
    </li>
  )
}
