/** One entry: why, and what it was before and after. */
import Button from '@mui/material/Button'
import { useQuery } from '@tanstack/react-query'
import type { WireAuditEntry } from '../../contract/audit.ts'
import type { Backend } from '../../data/api/backend.ts'
import { asKept } from '../../text/asKept.ts'
import { language, text, useText } from '../../text/index.ts'
import { ChangeList } from '../../ui/display/ChangeList.tsx'
import { HouseDialog } from '../../ui/feedback/HouseDialog.tsx'
import { Notice } from '../../ui/feedback/Notice.tsx'
import { SkeletonRows } from '../../ui/feedback/SkeletonRows.tsx'
import { About } from './About.tsx'
import styles from './audit.module.css'
import { wordsOfType } from './auditWords.ts'
import { processChanges } from './processChanges.ts'
import { valueLines } from './valueLines.ts'

interface EntryDetailsProps {
  readonly entry: WireAuditEntry
  readonly backend: Pick<Backend, 'version' | 'referenceData'>
  readonly onClose: () => void
}

export function EntryDetails({ entry, backend, onClose }: EntryDetailsProps) {
  const t = useText('audit')
  const { seq, at, by, type, body, erased, hash } = entry
  const reason = typeof body.reason === 'string' ? body.reason : null
  const time = new Intl.DateTimeFormat(language(), { dateStyle: 'long', timeStyle: 'medium' })
  return (
    <HouseDialog
      open
      size="md"
      title={wordsOfType(type)}
      onClose={onClose}
      actions={<Button onClick={onClose}>{t('close')}</Button>}
    >
      <dl className={styles.facts}>
        <dt>{t('number')}</dt>
        <dd>{t('entry', { seq })}</dd>
        <dt>{t('about')}</dt>
        <dd>
          <About entry={entry} />
        </dd>
        <dt>{t('when')}</dt>
        <dd>
          <time dateTime={at}>{time.format(new Date(at))}</time>
        </dd>
        <dt>{t('person')}</dt>
        <dd>{by ? asKept(by.name) : t('nobody')}</dd>
        {reason === null ? null : (
          <>
            <dt>{t('reason')}</dt>
            <dd>{reason}</dd>
          </>
        )}
        <dt>{t('hash')}</dt>
        <dd className={styles.code}>{hash === '' ? text('hidden', 'hidden') : hash}</dd>
      </dl>
      {erased ? <Notice tone="info" title={t('erased')} /> : null}
      <h3 className={styles.heading}>{t('changes')}</h3>
      <Changes entry={entry} backend={backend} />
    </HouseDialog>
  )
}

function Changes({ entry, backend }: Omit<EntryDetailsProps, 'onClose'>) {
  const t = useText('audit')
  const ofProcess = entry.entity === 'process' && entry.revision !== null
  const query = useQuery({
    queryKey: ['audit', 'changes', entry.seq],
    enabled: ofProcess,
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: () => processChanges(backend, entry.entity_id, entry.revision ?? 0),
  })
  if (ofProcess && query.isPending) return <SkeletonRows what={t('loadingChanges')} rows={4} />
  if (ofProcess && query.data && query.data.length > 0)
    return <ChangeList groups={query.data} becomes={t('becomes')} changed={t('changed')} level={4} />
  const lines = valueLines(entry.body)
  if (lines.length === 0) return <p className={styles.muted}>{t('noChanges')}</p>
  return (
    <dl className={styles.values}>
      {lines.map(({ name, from, to }) => (
        <div key={name}>
          <dt className={styles.code}>{name}</dt>
          <dd>
            {from === undefined ? null : (
              <>
                <del>{from ?? t('none_value')}</del> <span className="sr-only">{t('becomes')}</span>
                <span aria-hidden>→</span>{' '}
              </>
            )}
            <span>{to ?? t('none_value')}</span>
          </dd>
        </div>
      ))}
    </dl>
  )
}
