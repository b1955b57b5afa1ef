import { zodResolver } from '@hookform/resolvers/zod'
import { useState } from 'react'
import type { z } from 'zod'
import { type EventKind, eventKinds } from '../../../contract/events.ts'
import { type WebhookRow, webhookFields } from '../../../contract/webhooks.ts'
import { useText } from '../../../text/index.ts'
import { SwitchField, TextField } from '../../../ui/forms/index.ts'
import { RowDialog } from '../RowDialog.tsx'
import type { DialogGiven } from '../RowsPanel.tsx'
import styles from '../Settings.module.css'
import { useRowForm } from '../useRowForm.ts'
import type { WebhookBody } from './WebhooksPanel.tsx'

const schema = webhookFields.pick({ name: true, url: true, is_active: true }).required()
type Values = z.output<typeof schema>

const groups = ['stage', 'transition', 'process', 'publish_request', 'company'] as const
type Group = (typeof groups)[number]

/** `stage.created` stands under the stages; what has no group of its own under the company. */
const groupOf = (kind: EventKind): Group => groups.find((group) => kind.startsWith(`${group}.`)) ?? 'company'

export function WebhookDialog({ row, onSave, onClose }: DialogGiven<WebhookRow, WebhookBody>) {
  const t = useText('integrations')
  const words = useText('settings')
  const [all, setAll] = useState(row === null || row.events.length === 0)
  const [chosen, setChosen] = useState<readonly string[]>(row?.events ?? [])
  const faultsBeside =
    all || chosen.length > 0 ? [] : [{ field: `webhook-events-${eventKinds[0]}`, message: t('noEvents') }]
  const { form, field, dialog } = useRowForm<Values>({
    id: 'webhook',
    fields: ['name', 'url'],
    resolver: zodResolver(schema),
    faultsBeside,
    onSave: (values) =>
      onSave({ ...values, events: all ? [] : eventKinds.filter((kind) => chosen.includes(kind)) }),
    values: { name: row?.name ?? '', url: row?.url ?? 'https://', is_active: row?.is_active ?? true },
  })
  const toggle = (kind: EventKind, on: boolean) =>
    setChosen((had) => (on ? [...had, kind] : had.filter((one) => one !== kind)))
  return (
    <RowDialog
      title={row ? words('edit', { name: row.name }) : t('newWebhook')}
      size="md"
      onClose={onClose}
      {...dialog}
    >
      <TextField {...field('name')} label={t('name')} required autoFocus maxLength={100} />
      <TextField
        {...field('url')}
        label={t('address')}
        help={t('addressHelp')}
        required
        type="url"
        spellCheck={false}
        maxLength={2_000}
      />
      <SwitchField label={t('allEvents')} help={t('allEventsHelp')} checked={all} onChange={setAll} />
      {all ? null : (
        <div className={styles.kindGroups}>
          {groups.map((group) => (
            <fieldset key={group} className={styles.kinds}>
              <legend>{t(`group_${group}`)}</legend>
              {eventKinds
                .filter((kind) => groupOf(kind) === group)
                .map((kind) => (
                  <label key={kind} className={styles.kind}>
                    <input
                      type="checkbox"
                      id={`webhook-events-${kind}`}
                      checked={chosen.includes(kind)}
                      onChange={({ target }) => toggle(kind, target.checked)}
                    />
                    <span className={styles.code}>{kind}</span>
                  </label>
                ))}
            </fieldset>
          ))}
        </div>
      )}
      <SwitchField
        label={t('active')}
        help={t('activeHelp')}
        checked={form.watch('is_active')}
        onChange={(is_active) => form.setValue('is_active', is_active)}
      />
    </RowDialog>
  )
}
