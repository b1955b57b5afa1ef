/** What was sent to one address: how it was answered, what comes again, and a test to see whether anybody is there. */
import ArrowBack from '@mui/icons-material/ArrowBack'
import Refresh from '@mui/icons-material/Refresh'
import Replay from '@mui/icons-material/Replay'
import VisibilityOutlined from '@mui/icons-material/VisibilityOutlined'
import Button from '@mui/material/Button'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { api } from '../../../contract/api.ts'
import type { DeliveryRow, WebhookRow } from '../../../contract/webhooks.ts'
import type { Client } from '../../../data/api/client.ts'
import type { Failure } from '../../../data/api/failure.ts'
import { language, say, useText } from '../../../text/index.ts'
import { ToolButton } from '../../../ui/actions/ToolButton.tsx'
import { announce } from '../../../ui/announcer/index.ts'
import { Answered } from '../../../ui/feedback/Answered.tsx'
import { ConfirmDialog } from '../../../ui/feedback/ConfirmDialog.tsx'
import { EmptyState } from '../../../ui/feedback/EmptyState.tsx'
import { Notice } from '../../../ui/feedback/Notice.tsx'
import { Panel } from '../../../ui/layout/Panel.tsx'
import { type Column, DataTable } from '../../../ui/tables/DataTable.tsx'
import styles from '../Settings.module.css'
import { DeliveryDialog } from './DeliveryDialog.tsx'
import { SecretDialog } from './SecretDialog.tsx'
import { StatePill } from './StatePill.tsx'

const { webhooks } = api
const pageSize = 25
/** While something is on its way, its answer is waited for. */
const soonMilliseconds = 1_500

const when = (at: string): string =>
  new Intl.DateTimeFormat(language(), { dateStyle: 'short', timeStyle: 'medium' }).format(new Date(at))

const isOnItsWay = ({ state, failure }: DeliveryRow): boolean => state === 'waiting' && failure === null

interface DeliveryLogProps {
  readonly client: Client
  readonly hook: WebhookRow
  readonly onBack: () => void
}

export function DeliveryLog({ client, hook, onBack }: DeliveryLogProps) {
  const t = useText('integrations')
  const words = useText('settings')
  const cache = useQueryClient()
  const [page, setPage] = useState(1)
  const [looking, setLooking] = useState<DeliveryRow | null>(null)
  const [asking, setAsking] = useState(false)
  const [busy, setBusy] = useState(false)
  const [secret, setSecret] = useState<string | null>(null)
  const [refused, setRefused] = useState<string | null>(null)
  const back = useRef<HTMLButtonElement>(null)
  useEffect(() => back.current?.focus(), [])
  const params = { id: hook.id }
  const key = ['settings', 'deliveries', hook.id, page]
  const answer = useQuery({
    queryKey: key,
    queryFn: () => client.call(webhooks.deliveries, { params, query: { page, page_size: pageSize } }),
    refetchInterval: ({ state: { data } }) =>
      data?.ok && data.value.results.some(isOnItsWay) ? soonMilliseconds : false,
  }).data
  const again = () => cache.invalidateQueries({ queryKey: ['settings', 'deliveries', hook.id] })

  const settle = async (done: { ok: true } | { ok: false; failure: Failure }, said: string) => {
    setBusy(false)
    setAsking(false)
    const failure = done.ok ? null : t('notDone', { why: say(done.failure.message) })
    setRefused(failure)
    announce(failure ?? said)
    await again()
  }
  const test = async () => {
    setBusy(true)
    setPage(1)
    await settle(await client.call(webhooks.test, { params, body: {} }), t('testSent'))
  }
  const redeliver = async ({ id: delivery, kind }: DeliveryRow) => {
    const done = await client.call(webhooks.redeliver, { params: { ...params, delivery }, body: {} })
    await settle(done, t('redelivered', { event: kind }))
  }
  const renew = async () => {
    setBusy(true)
    const done = await client.call(webhooks.renewSecret, { params, body: {} })
    if (done.ok) setSecret(done.value.secret)
    await settle(done, t('secretTitle', { name: hook.name }))
  }

  const columns: readonly Column<DeliveryRow>[] = [
    {
      id: 'kind',
      header: t('event'),
      rowHeader: true,
      cell: ({ kind }) => <span className={styles.code}>{kind}</span>,
    },
    { id: 'state', header: t('state'), cell: ({ state }) => <StatePill state={state} /> },
    {
      id: 'answer',
      header: t('answer'),
      cell: ({ status, milliseconds, failure, next_at }) => (
        <>
          {status ?? (failure === null ? null : t('noAnswer'))}
          {milliseconds === null ? null : (
            <span className={styles.code}> {t('took', { count: milliseconds })}</span>
          )}
          {next_at !== null && failure !== null ? (
            <p className={styles.muted}>{t('nextTry', { when: when(next_at) })}</p>
          ) : null}
        </>
      ),
    },
    { id: 'attempts', header: t('attempts'), align: 'end', cell: ({ attempts }) => attempts },
    { id: 'at', header: t('sentAt'), cell: ({ created_at }) => when(created_at) },
    {
      id: 'tools',
      header: <span className="sr-only">{words('actions')}</span>,
      align: 'end',
      width: 80,
      cell: (row) => (
        <div className={styles.buttons}>
          <ToolButton
            size="small"
            label={t('details', { event: row.kind })}
            icon={<VisibilityOutlined />}
            onClick={() => setLooking(row)}
          />
          {isOnItsWay(row) ? null : (
            <ToolButton
              size="small"
              label={t('redeliver', { event: row.kind })}
              icon={<Replay />}
              onClick={() => void redeliver(row)}
            />
          )}
        </div>
      ),
    },
  ]
  return (
    <>
      <div>
        <Button ref={back} size="small" startIcon={<ArrowBack />} onClick={onBack}>
          {t('back')}
        </Button>
      </div>
      {refused ? <Notice tone="error" title={refused} /> : null}
      <Panel
        title={t('log', { name: hook.name })}
        description={
          <>
            {t('logLead')} <span className={styles.code}>{hook.url}</span>
          </>
        }
        flush
        actions={
          <div className={styles.beside}>
            <ToolButton size="small" label={t('refresh')} icon={<Refresh />} onClick={() => void again()} />
            <Button variant="outlined" size="small" onClick={() => setAsking(true)}>
              {t('renew')}
            </Button>
            <Button variant="outlined" size="small" loading={busy} onClick={() => void test()}>
              {t('test')}
            </Button>
          </div>
        }
      >
        <Answered
          answer={answer}
          loading={t('log', { name: hook.name })}
          failed={t('loadFailed')}
          onRetry={() => void again()}
        >
          {({ results, next, previous }) =>
            results.length === 0 ? (
              <EmptyState level={3} title={t('noLog')}>
                {t('noLogBody')}
              </EmptyState>
            ) : (
              <>
                <DataTable
                  caption={t('logCaption', { count: results.length })}
                  columns={columns}
                  rows={results}
                  rowId={(row) => row.id}
                />
                {next || previous ? (
                  <div className={styles.pages}>
                    <Button
                      variant="outlined"
                      size="small"
                      disabled={!previous}
                      onClick={() => setPage(page - 1)}
                    >
                      {t('later')}
                    </Button>
                    <Button
                      variant="outlined"
                      size="small"
                      disabled={!next}
                      onClick={() => setPage(page + 1)}
                    >
                      {t('earlier')}
                    </Button>
                  </div>
                ) : null}
              </>
            )
          }
        </Answered>
      </Panel>
      {looking ? <DeliveryDialog delivery={looking} onClose={() => setLooking(null)} /> : null}
      <ConfirmDialog
        open={asking}
        title={t('renewTitle', { name: hook.name })}
        confirmLabel={t('renewConfirm')}
        danger
        busy={busy}
        onClose={() => setAsking(false)}
        onConfirm={() => void renew()}
      >
        {t('renewBody')}
      </ConfirmDialog>
      {secret ? <SecretDialog name={hook.name} secret={secret} onClose={() => setSecret(null)} /> : null}
    </>
  )
}
