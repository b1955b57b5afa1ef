import { useQuery, useQueryClient } from '@tanstack/react-query'
import { api } from '../../../contract/api.ts'
import type { MailRow } from '../../../contract/mail.ts'
import type { Client } from '../../../data/api/client.ts'
import { language, say, useText } from '../../../text/index.ts'
import { Answered } from '../../../ui/feedback/Answered.tsx'
import { EmptyState } from '../../../ui/feedback/EmptyState.tsx'
import { Panel } from '../../../ui/layout/Panel.tsx'
import { type Column, DataTable } from '../../../ui/tables/DataTable.tsx'
import styles from '../Settings.module.css'
import { StatePill } from './StatePill.tsx'

const key = ['settings', 'mails'] as const

/** What stages sent by mail, and by which way it leaves. */
export function MailsPanel({ client }: { readonly client: Client }) {
  const t = useText('integrations')
  const cache = useQueryClient()
  const answer = useQuery({ queryKey: key, queryFn: () => client.call(api.mail.list, {}) }).data
  const columns: readonly Column<MailRow>[] = [
    { id: 'subject', header: t('subject'), rowHeader: true, cell: ({ subject }) => subject },
    { id: 'to', header: t('to'), cell: ({ to }) => <span className={styles.code}>{to}</span> },
    {
      id: 'state',
      header: t('state'),
      cell: ({ state, failure }) => (
        <>
          <StatePill state={state} />
          {failure === null ? null : <p className={styles.muted}>{say(failure)}</p>}
        </>
      ),
    },
    {
      id: 'at',
      header: t('sentAt'),
      cell: ({ created_at }) =>
        new Intl.DateTimeFormat(language(), { dateStyle: 'short', timeStyle: 'short' }).format(
          new Date(created_at),
        ),
    },
  ]
  return (
    <Panel title={t('mails')} description={answer?.ok ? t(`mailsLead_${answer.value.way}`) : undefined} flush>
      <Answered
        answer={answer}
        loading={t('mails')}
        failed={t('loadFailed')}
        onRetry={() => void cache.invalidateQueries({ queryKey: key })}
      >
        {({ results }) =>
          results.length === 0 ? (
            <EmptyState level={3} title={t('noMails')}>
              {t('noMailsBody')}
            </EmptyState>
          ) : (
            <DataTable
              caption={t('mailsCaption', { count: results.length })}
              columns={columns}
              rows={results}
              rowId={(row) => row.id}
            />
          )
        }
      </Answered>
    </Panel>
  )
}
