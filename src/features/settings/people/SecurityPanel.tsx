/** What the company asks of its people beyond their sign-in. For administrators; saves at once. */
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../../../contract/api.ts'
import type { Client } from '../../../data/api/client.ts'
import { say, useText } from '../../../text/index.ts'
import { announce } from '../../../ui/announcer/index.ts'
import { Answered } from '../../../ui/feedback/Answered.tsx'
import { Notice } from '../../../ui/feedback/Notice.tsx'
import { SwitchField } from '../../../ui/forms/index.ts'
import { Panel } from '../../../ui/layout/Panel.tsx'

const key = ['settings', 'security'] as const

export function SecurityPanel({ client }: { readonly client: Client }) {
  const t = useText('people')
  const cache = useQueryClient()
  const answer = useQuery({ queryKey: key, queryFn: () => client.call(api.security.readPolicy, {}) }).data
  const [refused, setRefused] = useState<string | null>(null)
  const load = () => cache.invalidateQueries({ queryKey: key })
  const save = async (fresh_second_factor: boolean) => {
    const etag = answer?.ok ? answer.etag : null
    const saved = await client.call(api.security.writePolicy, {
      body: { fresh_second_factor },
      ...(etag ? { ifMatch: etag } : {}),
    })
    const failure = saved.ok ? null : t('notChanged', { why: say(saved.failure.message) })
    if (saved.ok) cache.setQueryData(key, saved)
    else await load()
    setRefused(failure)
    announce(failure ?? t(fresh_second_factor ? 'freshFactorOn' : 'freshFactorOff'))
  }
  return (
    <Panel title={t('security')} description={t('securityLead')}>
      {refused ? <Notice tone="error" title={refused} /> : null}
      <Answered
        answer={answer}
        loading={t('securityLoading')}
        failed={t('loadFailed')}
        onRetry={() => void load()}
      >
        {({ fresh_second_factor }) => (
          <SwitchField
            label={t('freshFactor')}
            help={t('freshFactorHelp')}
            checked={fresh_second_factor}
            onChange={(on) => void save(on)}
          />
        )}
      </Answered>
    </Panel>
  )
}
