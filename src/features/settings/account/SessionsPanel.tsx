import Logout from '@mui/icons-material/LogoutOutlined'
import Button from '@mui/material/Button'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../../../contract/api.ts'
import type { SessionRow } from '../../../contract/sessions.ts'
import type { Client } from '../../../data/api/client.ts'
import { language, say, useText } from '../../../text/index.ts'
import { ToolButton } from '../../../ui/actions/ToolButton.tsx'
import { announce } from '../../../ui/announcer/index.ts'
import { StatusPill } from '../../../ui/display/StatusPill.tsx'
import { Answered } from '../../../ui/feedback/Answered.tsx'
import { ConfirmDialog } from '../../../ui/feedback/ConfirmDialog.tsx'
import { Notice } from '../../../ui/feedback/Notice.tsx'
import { Panel } from '../../../ui/layout/Panel.tsx'
import { type Column, DataTable } from '../../../ui/tables/DataTable.tsx'
import styles from '../Settings.module.css'
import { deviceName } from './deviceName.ts'

export const sessionsKey = ['settings', 'sessions'] as const

const when = (at: string): string =>
  new Intl.DateTimeFormat(language(), { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(at))

/** Every place where one is signed in; all but this one can be ended from here. */
export function SessionsPanel({ client }: { readonly client: Client }) {
  const t = useText('people')
  const cache = useQueryClient()
  const answer = useQuery({ queryKey: sessionsKey, queryFn: () => client.call(api.sessions.list, {}) }).data
  const [ending, setEnding] = useState<SessionRow | null>(null)
  const [busy, setBusy] = useState(false)
  const [refused, setRefused] = useState<string | null>(null)
  const again = () => cache.invalidateQueries({ queryKey: sessionsKey })

  const settle = async (said: string, failure: string | null) => {
    setBusy(false)
    setEnding(null)
    setRefused(failure)
    announce(failure ?? said)
    await again()
  }
  const end = async (row: SessionRow) => {
    setBusy(true)
    const done = await client.call(api.sessions.end, { params: { id: row.id } })
    await settle(
      t('sessionEnded', { device: deviceName(row.device) }),
      done.ok ? null : t('notChanged', { why: say(done.failure.message) }),
    )
  }
  const endOthers = async () => {
    setBusy(true)
    const done = await client.call(api.sessions.endOthers, { body: {} })
    await settle(
      done.ok ? t('othersEnded', { count: done.value.ended }) : '',
      done.ok ? null : t('notChanged', { why: say(done.failure.message) }),
    )
  }
  const columns: readonly Column<SessionRow>[] = [
    {
      id: 'device',
      header: t('device'),
      rowHeader: true,
      cell: (row) => (
        <>
          {deviceName(row.device)}{' '}
          {row.current ? <StatusPill tone="accent">{t('thisDevice')}</StatusPill> : null}
        </>
      ),
    },
    {
      id: 'address',
      header: t('address'),
      cell: (row) => <span className={styles.code}>{row.address}</span>,
    },
    { id: 'signedIn', header: t('signedInAt'), cell: (row) => when(row.signed_in_at) },
    { id: 'lastUsed', header: t('lastUsedAt'), cell: (row) => when(row.last_used_at) },
    {
      id: 'tools',
      header: <span className="sr-only">{t('tools')}</span>,
      align: 'end',
      width: 64,
      cell: (row) =>
        row.current ? null : (
          <ToolButton
            size="small"
            label={t('endSession', { device: deviceName(row.device) })}
            icon={<Logout />}
            onClick={() => setEnding(row)}
          />
        ),
    },
  ]
  const others = answer?.ok === true && answer.value.results.length > 1
  const device = ending ? deviceName(ending.device) : ''
  return (
    <>
      {refused ? <Notice tone="error" title={refused} /> : null}
      <Panel
        title={t('sessions')}
        description={t('sessionsLead')}
        flush
        actions={
          others ? (
            <Button variant="outlined" size="small" loading={busy} onClick={() => void endOthers()}>
              {t('endOthers')}
            </Button>
          ) : null
        }
      >
        <Answered
          answer={answer}
          loading={t('loading')}
          failed={t('loadFailed')}
          onRetry={() => void again()}
        >
          {({ results }) => (
            <DataTable
              caption={t('sessionsCaption', { count: results.length })}
              columns={columns}
              rows={results}
              rowId={(row) => row.id}
            />
          )}
        </Answered>
      </Panel>
      <ConfirmDialog
        open={ending !== null}
        title={t('endSessionTitle', { device })}
        confirmLabel={t('endSessionConfirm')}
        danger
        busy={busy}
        onClose={() => setEnding(null)}
        onConfirm={() => {
          if (ending) void end(ending)
        }}
      >
        {t('endSessionBody')}
      </ConfirmDialog>
    </>
  )
}
