/** Display, automation and pipeline settings of the whole company. Switches and choices save at once, numbers on leaving. */

import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../../contract/api.ts'
import type { Client } from '../../data/api/client.ts'
import { say, useText } from '../../text/index.ts'
import { announce } from '../../ui/announcer/index.ts'
import { Failed } from '../../ui/feedback/Failed.tsx'
import { Notice } from '../../ui/feedback/Notice.tsx'
import { SkeletonRows } from '../../ui/feedback/SkeletonRows.tsx'
import { SelectField, SwitchField, TextField } from '../../ui/forms/index.ts'
import { Panel } from '../../ui/layout/Panel.tsx'
import { refusal } from './answers.ts'
import { type CompanySettings, companySchema, companySettingsOf, defaultViews } from './companySettings.ts'
import styles from './Settings.module.css'

type NumberName = 'itemsPerPage' | 'defaultProbabilityFilter' | 'defaultCloseDateOffset'
type SwitchName = {
  [Name in keyof CompanySettings]: CompanySettings[Name] extends boolean ? Name : never
}[keyof CompanySettings]

const key = ['settings', 'company'] as const

export function CompanySection({
  client,
  mayChange,
}: {
  readonly client: Client
  readonly mayChange: boolean
}) {
  const t = useText('settings')
  const cache = useQueryClient()
  const answer = useQuery({ queryKey: key, queryFn: () => client.call(api.settings.read, {}) }).data
  const [refused, setRefused] = useState<string | null>(null)
  const [faults, setFaults] = useState<Partial<Record<NumberName, string>>>({})

  if (!answer)
    return (
      <Panel title={t('section_company')} flush>
        <SkeletonRows what={t('loading')} rows={8} />
      </Panel>
    )
  if (!answer.ok)
    return (
      <Failed title={t('loadFailed')} onRetry={() => void cache.invalidateQueries({ queryKey: key })}>
        {t('nothingLost', { why: say(answer.failure.message) })}
      </Failed>
    )

  const settings = companySettingsOf(answer.value.settings)
  const save = async (change: Partial<CompanySettings>) => {
    const saved = await client.call(api.settings.write, { body: { opportunities: change } })
    if (saved.ok) {
      cache.setQueryData(key, saved)
      setRefused(null)
      announce(t('saved'), { topic: 'settings' })
      return
    }
    setRefused(refusal(saved.failure))
    announce(refusal(saved.failure))
    await cache.invalidateQueries({ queryKey: key })
  }
  const toggle = (name: SwitchName, help?: string) => (
    <SwitchField
      label={t(name)}
      help={help}
      checked={settings[name]}
      disabled={!mayChange}
      onChange={(on) => void save({ [name]: on })}
    />
  )
  const leaveNumber = (name: NumberName, typed: string) => {
    const parsed = companySchema.shape[name].safeParse(typed === '' ? Number.NaN : Number(typed))
    setFaults({ ...faults, [name]: parsed.error?.issues[0]?.message })
    if (parsed.success && parsed.data !== settings[name]) void save({ [name]: parsed.data })
  }
  const number = (name: NumberName) => (
    <div className={styles.narrow}>
      <TextField
        key={settings[name]}
        label={t(name)}
        help={t(`${name}Help`)}
        error={faults[name]}
        type="number"
        defaultValue={settings[name]}
        disabled={!mayChange}
        onBlur={(event) => leaveNumber(name, event.target.value)}
      />
    </div>
  )
  return (
    <>
      {refused ? <Notice tone="error" title={refused} /> : null}
      <Panel title={t('display')} description={t('displayLead')}>
        <div className={styles.rows}>
          <div className={styles.narrow}>
            <SelectField
              label={t('defaultView')}
              value={settings.defaultView}
              disabled={!mayChange}
              options={defaultViews.map((value) => ({ value, label: t(`view_${value}`) }))}
              onChange={(event) => {
                const chosen = defaultViews.find((view) => view === event.target.value)
                if (chosen) void save({ defaultView: chosen })
              }}
            />
          </div>
          {number('itemsPerPage')}
          {toggle('showProbability')}
          {toggle('showValue')}
          {toggle('showDates')}
        </div>
      </Panel>
      <Panel title={t('automation')} description={t('automationLead')}>
        <div className={styles.rows}>
          {toggle('autoCalculateProbability', t('autoCalculateProbabilityHelp'))}
          {toggle('sendStageNotifications')}
          {toggle('createEventOnStageChange')}
          {toggle('autoGenerateInvoice')}
        </div>
      </Panel>
      <Panel title={t('pipeline')} description={t('pipelineLead')}>
        <div className={styles.rows}>
          {toggle('showPipelineView')}
          {number('defaultProbabilityFilter')}
          {number('defaultCloseDateOffset')}
        </div>
      </Panel>
    </>
  )
}
