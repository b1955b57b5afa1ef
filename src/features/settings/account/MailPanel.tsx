import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../../../contract/api.ts'
import type { MailPreferences } from '../../../contract/mail.ts'
import { mailLanguages } from '../../../contract/mailLanguage.ts'
import type { Client } from '../../../data/api/client.ts'
import { say, useText } from '../../../text/index.ts'
import { announce } from '../../../ui/announcer/index.ts'
import { Answered } from '../../../ui/feedback/Answered.tsx'
import { Notice } from '../../../ui/feedback/Notice.tsx'
import { SelectField, SwitchField } from '../../../ui/forms/index.ts'
import { Panel } from '../../../ui/layout/Panel.tsx'
import styles from '../Settings.module.css'

const key = ['settings', 'mailPreferences'] as const

/** In which language one is written to, and whether at all where it is not needed. Saved at once. */
export function MailPanel({ client }: { readonly client: Client }) {
  const t = useText('integrations')
  const cache = useQueryClient()
  const answer = useQuery({ queryKey: key, queryFn: () => client.call(api.mail.preferences, {}) }).data
  const [refused, setRefused] = useState<string | null>(null)
  const save = async (body: Partial<MailPreferences>) => {
    const done = await client.call(api.mail.prefer, { body })
    const failure = done.ok ? null : t('notDone', { why: say(done.failure.message) })
    setRefused(failure)
    announce(failure ?? t('mailSaved'))
    await cache.invalidateQueries({ queryKey: key })
  }
  return (
    <Panel title={t('yourMail')} description={t('yourMailLead')}>
      {refused ? <Notice tone="error" title={refused} /> : null}
      <Answered
        answer={answer}
        loading={t('yourMail')}
        failed={t('loadFailed')}
        onRetry={() => void cache.invalidateQueries({ queryKey: key })}
      >
        {(preferences) => (
          <div className={styles.rows}>
            <div className={styles.narrow}>
              <SelectField
                label={t('language')}
                value={preferences.language}
                options={mailLanguages.map((value) => ({ value, label: t(`language_${value}`) }))}
                onChange={({ target }) => {
                  const chosen = mailLanguages.find((one) => one === target.value)
                  if (chosen) void save({ language: chosen })
                }}
              />
            </div>
            <SwitchField
              label={t('aboutDeals')}
              help={t('aboutDealsHelp')}
              checked={preferences.about_deals}
              onChange={(about_deals) => void save({ about_deals })}
            />
          </div>
        )}
      </Answered>
    </Panel>
  )
}
