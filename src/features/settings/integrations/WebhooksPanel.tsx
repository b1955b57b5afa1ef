import History from '@mui/icons-material/History'
import { useState } from 'react'
import type { z } from 'zod'
import { api } from '../../../contract/api.ts'
import type { WebhookRow, webhookFields } from '../../../contract/webhooks.ts'
import type { Client } from '../../../data/api/client.ts'
import { useText } from '../../../text/index.ts'
import { ToolButton } from '../../../ui/actions/ToolButton.tsx'
import { StatusPill } from '../../../ui/display/StatusPill.tsx'
import { RowsPanel } from '../RowsPanel.tsx'
import styles from '../Settings.module.css'
import { type RowSource, useRows } from '../useRows.ts'
import { SecretDialog } from './SecretDialog.tsx'
import { StatePill } from './StatePill.tsx'
import { WebhookDialog } from './WebhookDialog.tsx'

export type WebhookBody = z.output<typeof webhookFields>

const { webhooks } = api

interface WebhooksPanelProps {
  readonly client: Client
  readonly onLog: (hook: WebhookRow) => void
}

/** Who is told: made, changed, deleted here; what was sent to one stands behind its own button. */
export function WebhooksPanel({ client, onLog }: WebhooksPanelProps) {
  const t = useText('integrations')
  const [made, setMade] = useState<{ readonly name: string; readonly secret: string } | null>(null)
  const source: RowSource<WebhookRow, WebhookBody> = {
    name: 'webhooks',
    list: () => client.call(webhooks.list, {}),
    create: async (body) => {
      const done = await client.call(webhooks.create, { body })
      if (done.ok) setMade(done.value)
      return done
    },
    update: (change) => client.call(webhooks.update, change),
    remove: (row) => client.call(webhooks.delete, row),
  }
  const rows = useRows(source)
  return (
    <>
      <RowsPanel
        title={t('webhooks')}
        lead={t('webhooksLead')}
        caption={(count) => t('webhooksCaption', { count })}
        newLabel={t('newWebhook')}
        empty={{ title: t('noWebhooks'), body: t('noWebhooksBody') }}
        mayChange
        rows={rows}
        idOf={(row) => row.id}
        nameOf={(row) => row.name}
        savedName={(body) => body.name}
        textOf={(row) => `${row.name} ${row.url}`}
        removeBody={t('removeBody')}
        columns={[
          { id: 'name', header: t('name'), rowHeader: true, cell: (row) => row.name },
          { id: 'url', header: t('address'), cell: (row) => <span className={styles.code}>{row.url}</span> },
          {
            id: 'events',
            header: t('events'),
            cell: ({ events }) =>
              events.length === 0 ? t('allEvents') : t('eventsCount', { count: events.length }),
          },
          {
            id: 'status',
            header: t('state'),
            cell: ({ is_active: active }) => (
              <StatusPill tone={active ? 'success' : 'neutral'}>
                {t(active ? 'active' : 'inactive')}
              </StatusPill>
            ),
          },
          {
            id: 'last',
            header: t('lastDelivery'),
            cell: (row) => (
              <span className={styles.withTool} data-deliveries={row.id}>
                {row.last_delivery ? <StatePill state={row.last_delivery.state} /> : t('never')}
                <ToolButton
                  size="small"
                  label={t('showLog', { name: row.name })}
                  icon={<History />}
                  onClick={() => onLog(row)}
                />
              </span>
            ),
          },
        ]}
        dialog={(given) => <WebhookDialog {...given} />}
      />
      {made ? <SecretDialog {...made} onClose={() => setMade(null)} /> : null}
    </>
  )
}
