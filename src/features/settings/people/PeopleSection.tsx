/** Everybody in the company: role and access of each but oneself, changed at once. For administrators. */
import Block from '@mui/icons-material/Block'
import HowToReg from '@mui/icons-material/HowToRegOutlined'
import LockReset from '@mui/icons-material/LockReset'
import Button from '@mui/material/Button'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../../../contract/api.ts'
import type { User } from '../../../contract/auth.ts'
import type { MemberRow } from '../../../contract/members.ts'
import { type Role, roles } from '../../../contract/roles.ts'
import type { Client } from '../../../data/api/client.ts'
import type { Result } from '../../../data/api/failure.ts'
import { say, useText } from '../../../text/index.ts'
import { roleName } from '../../../text/roleName.ts'
import { ToolButton } from '../../../ui/actions/ToolButton.tsx'
import { announce } from '../../../ui/announcer/index.ts'
import { StatusPill } from '../../../ui/display/StatusPill.tsx'
import { Answered } from '../../../ui/feedback/Answered.tsx'
import { ConfirmDialog } from '../../../ui/feedback/ConfirmDialog.tsx'
import { Notice } from '../../../ui/feedback/Notice.tsx'
import { SelectField } from '../../../ui/forms/index.ts'
import { Panel } from '../../../ui/layout/Panel.tsx'
import { type Column, DataTable } from '../../../ui/tables/DataTable.tsx'
import styles from '../Settings.module.css'
import { Address } from './Address.tsx'
import { InvitationsPanel, invitationsKey } from './InvitationsPanel.tsx'
import { InviteDialog } from './InviteDialog.tsx'
import { MaskingPanel } from './MaskingPanel.tsx'
import { SecurityPanel } from './SecurityPanel.tsx'

const key = ['settings', 'members'] as const

interface PeopleSectionProps {
  readonly client: Client
  readonly user: User
}

export function PeopleSection({ client, user }: PeopleSectionProps) {
  const t = useText('people')
  const cache = useQueryClient()
  const allowed = user.permissions.includes('manage_members')
  const answer = useQuery({
    queryKey: key,
    queryFn: () => client.call(api.members.list, {}),
    enabled: allowed,
  }).data
  const [inviting, setInviting] = useState(false)
  const [asking, setAsking] = useState<{
    readonly about: MemberRow
    readonly to: 'shutOut' | 'resetFactor'
  } | null>(null)
  const [busy, setBusy] = useState(false)
  const [refused, setRefused] = useState<string | null>(null)
  if (!allowed) return <Notice tone="info" title={t('notYours')} />

  const settle = async (working: Promise<Result<unknown>>, said: string) => {
    setBusy(true)
    const done = await working
    const failure = done.ok ? null : t('notChanged', { why: say(done.failure.message) })
    setBusy(false)
    setAsking(null)
    setRefused(failure)
    announce(failure ?? said)
    await cache.invalidateQueries({ queryKey: key })
  }
  const change = ({ id }: MemberRow, body: { role?: Role; is_active?: boolean }, said: string) =>
    settle(client.call(api.members.update, { params: { id }, body }), said)
  const resetFactor = ({ id, display_name: name }: MemberRow) =>
    settle(
      client.call(api.members.resetSecondFactor, { params: { id }, body: {} }),
      t('factorIsReset', { name }),
    )
  const columns: readonly Column<MemberRow>[] = [
    {
      id: 'name',
      header: t('person'),
      rowHeader: true,
      cell: (row) => (
        <>
          {row.display_name} {row.id === user.id ? <StatusPill tone="accent">{t('you')}</StatusPill> : null}
        </>
      ),
    },
    {
      id: 'email',
      header: t('email'),
      cell: (row) => (
        <>
          <Address>{row.email}</Address>{' '}
          {row.address_proven ? null : <StatusPill>{t('addressUnproven')}</StatusPill>}
        </>
      ),
    },
    {
      id: 'role',
      header: t('role'),
      width: 210,
      cell: (row) =>
        row.id === user.id ? (
          roleName(row.role)
        ) : (
          <SelectField
            hideLabel
            label={t('roleOf', { name: row.display_name })}
            value={row.role}
            disabled={busy}
            options={roles.map((value) => ({ value, label: roleName(value) }))}
            onChange={({ target }) => {
              const role = roles.find((one) => one === target.value)
              if (!role) return
              const said = t('roleChanged', { name: row.display_name, role: roleName(role) })
              void change(row, { role }, said)
            }}
          />
        ),
    },
    {
      id: 'status',
      header: t('status'),
      cell: (row) => (
        <StatusPill tone={row.is_active ? 'success' : 'neutral'}>
          {t(row.is_active ? 'mayComeIn' : 'shutOut')}
        </StatusPill>
      ),
    },
    {
      id: 'factor',
      header: t('secondFactor'),
      cell: (row) => (
        <StatusPill tone={row.second_factor ? 'success' : 'neutral'}>
          {t(row.second_factor ? 'factorOn' : 'factorOff')}
        </StatusPill>
      ),
    },
    {
      id: 'tools',
      header: <span className="sr-only">{t('tools')}</span>,
      align: 'end',
      width: 96,
      cell: (row) => {
        if (row.id === user.id) return null
        const name = row.display_name
        return (
          <div className={styles.buttons}>
            {row.second_factor ? (
              <ToolButton
                size="small"
                label={t('resetFactor', { name })}
                icon={<LockReset />}
                onClick={() => setAsking({ about: row, to: 'resetFactor' })}
              />
            ) : null}
            {row.is_active ? (
              <ToolButton
                size="small"
                label={t('shutOutOne', { name })}
                icon={<Block />}
                onClick={() => setAsking({ about: row, to: 'shutOut' })}
              />
            ) : (
              <ToolButton
                size="small"
                label={t('letIn', { name })}
                icon={<HowToReg />}
                onClick={() => void change(row, { is_active: true }, t('isLetIn', { name }))}
              />
            )}
          </div>
        )
      },
    },
  ]
  const name = asking?.about.display_name ?? ''
  const resets = asking?.to === 'resetFactor'
  return (
    <>
      {refused ? <Notice tone="error" title={refused} /> : null}
      <Panel
        title={t('members')}
        description={t('membersLead', { company: user.company.name })}
        flush
        actions={
          <Button variant="outlined" size="small" onClick={() => setInviting(true)}>
            {t('invite')}
          </Button>
        }
      >
        <Answered
          answer={answer}
          loading={t('membersLoading')}
          failed={t('loadFailed')}
          onRetry={() => void cache.invalidateQueries({ queryKey: key })}
        >
          {({ results }) => (
            <DataTable
              caption={t('membersCaption', { count: results.length })}
              columns={columns}
              rows={results}
              rowId={(row) => row.id}
            />
          )}
        </Answered>
      </Panel>
      <InvitationsPanel client={client} />
      <SecurityPanel client={client} />
      <MaskingPanel client={client} />
      {inviting ? (
        <InviteDialog
          client={client}
          onClose={() => {
            setInviting(false)
            void cache.invalidateQueries({ queryKey: invitationsKey })
          }}
        />
      ) : null}
      <ConfirmDialog
        open={asking !== null}
        title={t(resets ? 'resetFactorTitle' : 'shutOutTitle', { name })}
        confirmLabel={t(resets ? 'resetFactorConfirm' : 'shutOutConfirm')}
        danger
        busy={busy}
        onClose={() => setAsking(null)}
        onConfirm={() => {
          if (!asking) return
          if (resets) void resetFactor(asking.about)
          else void change(asking.about, { is_active: false }, t('isShutOut', { name }))
        }}
      >
        {t(resets ? 'resetFactorBody' : 'shutOutBody')}
      </ConfirmDialog>
    </>
  )
}
