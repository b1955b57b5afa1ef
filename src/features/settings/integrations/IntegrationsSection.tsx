/** Other systems that are told what happens here, and the mails that stages send. For administrators. */
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { User } from '../../../contract/auth.ts'
import type { WebhookRow } from '../../../contract/webhooks.ts'
import type { Client } from '../../../data/api/client.ts'
import { useText } from '../../../text/index.ts'
import { Notice } from '../../../ui/feedback/Notice.tsx'
import { DeliveryLog } from './DeliveryLog.tsx'
import { MailsPanel } from './MailsPanel.tsx'
import { WebhooksPanel } from './WebhooksPanel.tsx'

interface IntegrationsSectionProps {
  readonly client: Client
  readonly user: User
}

export function IntegrationsSection({ client, user }: IntegrationsSectionProps) {
  const t = useText('integrations')
  const cache = useQueryClient()
  const [watched, setWatched] = useState<WebhookRow | null>(null)
  if (!user.permissions.includes('manage_integrations')) return <Notice tone="info" title={t('notYours')} />
  const back = (hook: WebhookRow) => {
    setWatched(null)
    // What was sent last, and its revision where it got a new secret.
    void cache.invalidateQueries({ queryKey: ['settings', 'webhooks'] })
    requestAnimationFrame(() =>
      document.querySelector<HTMLElement>(`[data-deliveries="${CSS.escape(hook.id)}"] button`)?.focus(),
    )
  }
  if (watched) return <DeliveryLog client={client} hook={watched} onBack={() => back(watched)} />
  return (
    <>
      <WebhooksPanel client={client} onLog={setWatched} />
      <MailsPanel client={client} />
    </>
  )
}
