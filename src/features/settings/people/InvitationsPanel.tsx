/** Who was invited and has not come yet: a new link, or the invitation taken back. Nothing where nobody is. */
import Close from '@mui/icons-material/Close'
import LinkIcon from '@mui/icons-material/Link'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../../../contract/api.ts'
import type { InvitationRow } from '../../../contract/invitations.ts'
import { mailLanguageOf } from '../../../contract/mailLanguage.ts'
import type { Client } from '../../../data/api/client.ts'
import type { Failure } from '../../../data/api/failure.ts'
import { language, say, useText } from '../../../text/index.ts'
import { roleName } from '../../../text/roleName.ts'
import { ToolButton } from '../../../ui/actions/ToolButton.tsx'
import { announce } from '../../../ui/announcer/index.ts'
import { StatusPill } from '../../../ui/display/StatusPill.tsx'
import { ConfirmDialog } from '../../../ui/feedback/ConfirmDialog.tsx'
import { Notice } from '../../../ui/feedback/Notice.tsx'
import { Panel } from '../../../ui/layout/Panel.tsx'
import { type Column, DataTable } from '../../../ui/tables/DataTable.tsx'
import styles from '../Settings.module.css'
import { Address } from './Address.tsx'
import { LinkDialog, type SentLink } from './LinkDialog.tsx'

export const invitationsKey = ['settings', 'invitations'] as const

const dayOf = (at: string): string =>
  new Intl.DateTimeFormat(language(), { dateStyle: 'medium' }).format(new Date(at))

export function InvitationsPanel({ client }: { readonly client: Client }) {
  const t = useText('people')
  const cache = useQueryClient()
  const answer = useQuery({
    queryKey: invitationsKey,
    queryFn: () => client.call(api.invitations.list, {}),
  }).data
  const [sent, setSent] = useState<SentLink | null>(null)
  const [withdrawing, setWithdrawing] = useState<InvitationRow | null>(null)
  const [busy, setBusy] = useState(false)
  const [refused, setRefused] = useState<string | null>(null)

  const settle = async (failure: Failure | null, said: string) => {
    const words = failure && t('notChanged', { why: say(failure.message) })
    setBusy(false)
    setWithdrawing(null)
    setRefused(words)
    announce(words ?? said)
    await cache.invalidateQueries({ queryKey: invitationsKey })
  }
  const renew = async ({ id, email }: InvitationRow) => {
    setBusy(true)
    const done = await client.call(api.invitations.renew, {
      params: { id },
      body: { language: mailLanguageOf(language()) },
    })
    if (done.ok) setSent(done.value)
    await settle(done.ok ? null : done.failure, t('linkTitle', { email }))
  }
  const withdraw = async ({ id, email }: InvitationRow) => {
    setBusy(true)
    const done = await client.call(api.invitations.withdraw, { params: { id } })
    await settle(done.ok ? null : done.failure, t('isWithdrawn', { email }))
  }
  const columns: readonly Column<InvitationRow>[] = [
    {
      id: 'email',
      header: t('email'),
      rowHeader: true,
      cell: (row) => <Address>{row.email}</Address>,
    },
    { id: 'role', header: t('role'), cell: (row) => roleName(row.role) },
    { id: 'by', header: t('invitedBy'), cell: (row) => row.invited_by },
    {
      id: 'until',
      header: t('linkUntil'),
      cell: (row) =>
        Date.parse(row.expires_at) > Date.now() ? (
          dayOf(row.expires_at)
        ) : (
          <StatusPill tone="warning">{t('linkOver')}</StatusPill>
        ),
    },
    {
      id: 'tools',
      header: <span className="sr-only">{t('tools')}</span>,
      align: 'end',
      width: 96,
      cell: (row) => (
        <div className={styles.buttons}>
          <ToolButton
            size="small"
            label={t('renewLink', { email: row.email })}
            icon={<LinkIcon />}
            onClick={() => void renew(row)}
          />
          <ToolButton
            size="small"
            label={t('withdrawOne', { email: row.email })}
            icon={<Close />}
            onClick={() => setWithdrawing(row)}
          />
        </div>
      ),
    },
  ]
  // Nobody invited, or not told yet: the members above say all there is.
  if (!answer?.ok || answer.value.results.length === 0) return null
  const { results } = answer.value
  const email = withdrawing?.email ?? ''
  return (
    <>
      {refused ? <Notice tone="error" title={refused} /> : null}
      <Panel title={t('invitations')} description={t('invitationsLead')} flush>
        <DataTable
          caption={t('invitationsCaption', { count: results.length })}
          columns={columns}
          rows={results}
          rowId={(row) => row.id}
        />
      </Panel>
      {sent ? <LinkDialog sent={sent} onClose={() => setSent(null)} /> : null}
      <ConfirmDialog
        open={withdrawing !== null}
        title={t('withdrawTitle', { email })}
        confirmLabel={t('withdrawConfirm')}
        danger
        busy={busy}
        onClose={() => setWithdrawing(null)}
        onConfirm={() => {
          if (withdrawing) void withdraw(withdrawing)
        }}
      >
        {t('withdrawBody')}
      </ConfirmDialog>
    </>
  )
}
