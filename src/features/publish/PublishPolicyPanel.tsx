/** How the company publishes: whether anybody may do so alone, and on which clock. Both save at once. */
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { PublishPolicy } from '../../contract/publishRequests.ts'
import type { PublishRequests } from '../../data/api/publishRequests.ts'
import { say, useText } from '../../text/index.ts'
import { announce } from '../../ui/announcer/index.ts'
import { Failed } from '../../ui/feedback/Failed.tsx'
import { Notice } from '../../ui/feedback/Notice.tsx'
import { SkeletonRows } from '../../ui/feedback/SkeletonRows.tsx'
import { SelectField } from '../../ui/forms/SelectField.tsx'
import { SwitchField } from '../../ui/forms/SwitchField.tsx'
import { Panel } from '../../ui/layout/Panel.tsx'
import styles from './publish.module.css'

interface PublishPolicyPanelProps {
  readonly requests: Pick<PublishRequests, 'policy' | 'savePolicy'>
  readonly mayChange: boolean
}

const key = ['publishPolicy'] as const
/** `UTC` is a zone everywhere, and in no browser's list. */
const zones = ['UTC', ...Intl.supportedValuesOf('timeZone').filter((zone) => zone !== 'UTC')]

export function PublishPolicyPanel({ requests, mayChange }: PublishPolicyPanelProps) {
  const t = useText('publish')
  const cache = useQueryClient()
  const answer = useQuery({ queryKey: key, queryFn: requests.policy }).data
  const [refused, setRefused] = useState<string | null>(null)
  if (!answer)
    return (
      <Panel title={t('policyTitle')} flush>
        <SkeletonRows what={t('policyLoading')} rows={2} />
      </Panel>
    )
  if (!answer.ok)
    return (
      <Failed title={t('policyNotLoaded')} onRetry={() => void cache.invalidateQueries({ queryKey: key })}>
        {say(answer.failure.message)}
      </Failed>
    )
  const policy = answer.value
  const save = async (change: Partial<PublishPolicy>) => {
    const saved = await requests.savePolicy(change)
    setRefused(saved.ok ? null : say(saved.failure.message))
    if (saved.ok) cache.setQueryData(key, saved)
    announce(saved.ok ? t('policySaved') : `${t('policyFailed')} ${say(saved.failure.message)}`, {
      topic: 'settings',
    })
  }
  return (
    <Panel title={t('policyTitle')} description={t('policyLead')}>
      <div className={styles.policy}>
        {refused === null ? null : (
          <Notice tone="error" title={t('policyFailed')}>
            {refused}
          </Notice>
        )}
        <SwitchField
          label={t('policyFourEyes')}
          help={t('policyFourEyesHelp')}
          checked={policy.four_eyes}
          disabled={!mayChange}
          onChange={(four_eyes) => void save({ four_eyes })}
        />
        <div className={styles.moment}>
          <SelectField
            label={t('policyZone')}
            help={t('policyZoneHelp')}
            value={policy.time_zone}
            disabled={!mayChange}
            options={[...new Set([policy.time_zone, ...zones])].map((zone) => ({
              value: zone,
              label: zone.replaceAll('_', ' '),
            }))}
            onChange={(event) => void save({ time_zone: event.target.value })}
          />
        </div>
        {mayChange ? null : <p className={styles.hint}>{t('policyReadOnly')}</p>}
      </div>
    </Panel>
  )
}
