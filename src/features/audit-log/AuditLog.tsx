/** The audit log in pages, newest first: filtered, opened one by one, verified and taken away. */
import Button from '@mui/material/Button'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../../contract/api.ts'
import type { WireAuditEntry } from '../../contract/audit.ts'
import type { Backend } from '../../data/api/backend.ts'
import type { Client } from '../../data/api/client.ts'
import { asKept } from '../../text/asKept.ts'
import { language, useText } from '../../text/index.ts'
import { Answered } from '../../ui/feedback/Answered.tsx'
import { EmptyState } from '../../ui/feedback/EmptyState.tsx'
import { Panel } from '../../ui/layout/Panel.tsx'
import { type Column, DataTable } from '../../ui/tables/DataTable.tsx'
import { About } from './About.tsx'
import styles from './audit.module.css'
import { wordsOfType } from './auditWords.ts'
import { EntryDetails } from './EntryDetails.tsx'
import { Filters } from './Filters.tsx'
import { type AuditFilter, noFilter, queryOf } from './filter.ts'
import { Integrity } from './Integrity.tsx'

interface AuditLogProps {
  readonly backend: Pick<Backend, 'version' | 'referenceData'> & { readonly client: Client }
}

const pageSize = 25

export function AuditLog({ backend }: AuditLogProps) {
  const t = useText('audit')
  const { client } = backend
  const [filter, setFilter] = useState<AuditFilter>(noFilter)
  const [page, setPage] = useState(1)
  const [opened, setOpened] = useState<WireAuditEntry | null>(null)
  const { data: answer, refetch } = useQuery({
    queryKey: ['audit', filter, page],
    placeholderData: keepPreviousData,
    staleTime: 0,
    queryFn: () => client.call(api.audit.list, { query: { ...queryOf(filter), page, page_size: pageSize } }),
  })
  const time = new Intl.DateTimeFormat(language(), { dateStyle: 'medium', timeStyle: 'medium' })
  const columns: readonly Column<WireAuditEntry>[] = [
    {
      id: 'seq',
      header: t('number'),
      width: 72,
      cell: ({ seq }) => <span className={styles.code}>{seq}</span>,
    },
    { id: 'what', header: t('what'), width: 210, rowHeader: true, cell: ({ type }) => wordsOfType(type) },
    { id: 'about', header: t('about'), cell: (entry) => <About entry={entry} /> },
    { id: 'person', header: t('person'), width: 120, cell: ({ by }) => (by ? asKept(by.name) : t('nobody')) },
    {
      id: 'when',
      header: t('when'),
      width: 190,
      cell: ({ at }) => <time dateTime={at}>{time.format(new Date(at))}</time>,
    },
    {
      id: 'details',
      header: <span className="sr-only">{t('show')}</span>,
      align: 'end',
      cell: (entry) => (
        <Button size="small" aria-label={t('details', { seq: entry.seq })} onClick={() => setOpened(entry)}>
          {t('show')}
        </Button>
      ),
    },
  ]
  return (
    <>
      <Integrity client={client}>
        {(buttons) => (
          <Panel title={t('title')} description={t('lead')} actions={buttons} flush>
            <Filters
              client={client}
              filter={filter}
              onChange={(next) => {
                setFilter(next)
                setPage(1)
              }}
            />
            <Answered
              answer={answer}
              loading={t('loading')}
              failed={t('failed')}
              onRetry={() => void refetch()}
            >
              {({ results, count, total_pages }) =>
                count === 0 ? (
                  <EmptyState title={t('none')} level={3}>
                    {t('noneBody')}
                  </EmptyState>
                ) : (
                  <>
                    <DataTable
                      caption={t('caption', { count: results.length })}
                      columns={columns}
                      rows={results}
                      rowId={({ seq }) => String(seq)}
                    />
                    <Pages count={count} page={page} pages={total_pages} onPage={setPage} />
                  </>
                )
              }
            </Answered>
          </Panel>
        )}
      </Integrity>
      {opened ? <EntryDetails entry={opened} backend={backend} onClose={() => setOpened(null)} /> : null}
    </>
  )
}

interface PagesProps {
  readonly count: number
  readonly page: number
  readonly pages: number
  readonly onPage: (page: number) => void
}

function Pages({ count, page, pages, onPage }: PagesProps) {
  const t = useText('audit')
  return (
    <nav aria-label={t('pages')} className={styles.pages}>
      <span>{t('found', { count })}</span>
      <span className={styles.turn}>
        <Button size="small" disabled={page <= 1} onClick={() => onPage(page - 1)}>
          {t('newer')}
        </Button>
        <span aria-live="polite">{t('page', { page, pages })}</span>
        <Button size="small" disabled={page >= pages} onClick={() => onPage(page + 1)}>
          {t('older')}
        </Button>
      </span>
    </nav>
  )
}
