import Button from '@mui/material/Button'
import { type FormEvent, useMemo, useState } from 'react'
import { daysBetween } from '../../domain/engine/dates.ts'
import { stayOf } from '../../domain/engine/escalation.ts'
import { lockOf, locksOn, wholeLock } from '../../domain/engine/locks.ts'
import type { Logic } from '../../domain/process/rule.ts'
import { useEditorState } from '../../editor/react.ts'
import { say, useText } from '../../text/index.ts'
import { StatusPill } from '../../ui/display/StatusPill.tsx'
import { Notice } from '../../ui/feedback/Notice.tsx'
import { TextField } from '../../ui/forms/TextField.tsx'
import { Panel } from '../../ui/layout/Panel.tsx'
import { Section } from '../../ui/layout/Section.tsx'
import { FieldEditor } from './FieldEditor.tsx'
import styles from './simulate.module.css'
import { walkFields } from './usedFields.ts'
import type { WalkStep } from './walk.ts'

interface DealPanelProps {
  readonly step: WalkStep
  readonly onSet: (key: string, value: Logic) => void
  readonly onWait: (days: number) => void
}

/** So many fields do not push the rest of the page away. */
const few = 4

/** What is known of the deal, and its clock. */
export function DealPanel({ step, onSet, onWait }: DealPanelProps) {
  const t = useText('simulate')
  const { document, reference } = useEditorState((state) => ({
    document: state.document,
    reference: state.reference,
  }))
  const { deal, now } = step
  const { first, filled, others } = useMemo(
    () => walkFields(document, reference, deal.fields),
    [document, reference, deal.fields],
  )
  const locks = useMemo(() => locksOn(document, reference, deal), [document, reference, deal])
  const whole = wholeLock(locks)
  const stayed = Math.floor(daysBetween(deal.enteredStageAt, now))
  const stage = document.stages[deal.stageId]
  const stay = stage ? stayOf(stage, stayed) : 'usual'
  const [days, setDays] = useState('7')
  const count = Number(days)
  const wait = (event: FormEvent) => {
    event.preventDefault()
    if (Number.isFinite(count) && count >= 1) onWait(Math.min(Math.round(count), 3_650))
  }
  const editor = (field: (typeof first)[number]) => (
    <FieldEditor
      key={field.key}
      field={field}
      value={deal.fields[field.key] ?? null}
      locked={whole === null ? lockOf(locks, field.key) : true}
      onChange={(value) => onSet(field.key, value)}
    />
  )
  return (
    <Panel title={t('deal')} level={3}>
      <dl className={styles.facts}>
        <div>
          <dt>{t('probability')}</dt>
          <dd>
            {deal.probability === null ? t('noProbability') : t('percent', { value: deal.probability })}
          </dd>
        </div>
        <div>
          <dt>{t('inStage')}</dt>
          <dd>
            {t('dayCount', { count: stayed })}{' '}
            {stay === 'usual' ? null : (
              <StatusPill tone={stay === 'slow' ? 'warning' : 'error'}>{t(`stay_${stay}`)}</StatusPill>
            )}
          </dd>
        </div>
      </dl>
      <form className={styles.wait} onSubmit={wait} noValidate>
        <TextField
          label={t('days')}
          inputMode="numeric"
          value={days}
          error={Number.isFinite(count) && count >= 1 ? undefined : t('notANumber')}
          onChange={({ target }) => setDays(target.value)}
        />
        <Button type="submit" variant="outlined">
          {t('pass')}
        </Button>
      </form>
      {whole === null ? null : <Notice tone="info" title={say(whole)} />}
      <div className={styles.fieldColumn}>{first.map(editor)}</div>
      <div className={styles.boxed}>
        {filled.length > 0 ? (
          <Section
            title={t('filledFields')}
            level={4}
            note={t('fieldCount', { count: filled.length })}
            defaultOpen={filled.length <= few}
          >
            <div className={styles.fieldColumn}>{filled.map(editor)}</div>
          </Section>
        ) : null}
        {others.length > 0 ? (
          <Section title={t('otherFields')} level={4} note={t('fieldCount', { count: others.length })}>
            <div className={styles.fieldColumn}>{others.map(editor)}</div>
          </Section>
        ) : null}
      </div>
    </Panel>
  )
}
