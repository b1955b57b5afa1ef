import Button from '@mui/material/Button'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../../../contract/api.ts'
import type { Client } from '../../../data/api/client.ts'
import { language, useText } from '../../../text/index.ts'
import { StatusPill } from '../../../ui/display/StatusPill.tsx'
import { Answered } from '../../../ui/feedback/Answered.tsx'
import { Panel } from '../../../ui/layout/Panel.tsx'
import { ByCodeDialog } from './ByCodeDialog.tsx'
import { sessionsKey } from './SessionsPanel.tsx'
import { SwitchOnDialog } from './SwitchOnDialog.tsx'
import styles from './secondFactor.module.css'

const key = ['settings', 'secondFactor'] as const

const dayOf = (at: string): string =>
  new Intl.DateTimeFormat(language(), { dateStyle: 'medium' }).format(new Date(at))

interface SecondFactorPanelProps {
  readonly client: Client
  readonly email: string
}

/** Whether a code is asked for beside the password, and what one can do about it. */
export function SecondFactorPanel({ client, email }: SecondFactorPanelProps) {
  const t = useText('secondFactor')
  const people = useText('people')
  const cache = useQueryClient()
  const answer = useQuery({ queryKey: key, queryFn: () => client.call(api.secondFactor.read, {}) }).data
  const [open, setOpen] = useState<'on' | 'renew' | 'off' | null>(null)
  const again = () => cache.invalidateQueries({ queryKey: key })
  const close = () => {
    setOpen(null)
    void again()
    void cache.invalidateQueries({ queryKey: sessionsKey })
  }
  return (
    <Panel title={t('title')} description={t('lead')}>
      <Answered
        answer={answer}
        loading={t('loading')}
        failed={people('loadFailed')}
        onRetry={() => void again()}
      >
        {({ enabled_at, recovery_codes_left: count }) => (
          <div className={styles.panel}>
            <div className={styles.state}>
              <StatusPill tone={enabled_at ? 'success' : 'neutral'}>
                {enabled_at ? t('onSince', { date: dayOf(enabled_at) }) : t('off')}
              </StatusPill>
              {enabled_at ? <p>{t('codesLeft', { count })}</p> : null}
            </div>
            <div className={styles.buttons}>
              {enabled_at ? (
                <>
                  <Button variant="outlined" onClick={() => setOpen('renew')}>
                    {t('renew')}
                  </Button>
                  <Button variant="outlined" color="error" onClick={() => setOpen('off')}>
                    {t('switchOff')}
                  </Button>
                </>
              ) : (
                <Button variant="outlined" onClick={() => setOpen('on')}>
                  {t('setUp')}
                </Button>
              )}
            </div>
          </div>
        )}
      </Answered>
      {open === 'on' ? <SwitchOnDialog client={client} email={email} onClose={close} /> : null}
      {open === 'renew' || open === 'off' ? (
        <ByCodeDialog key={open} to={open} client={client} email={email} onClose={close} />
      ) : null}
    </Panel>
  )
}
