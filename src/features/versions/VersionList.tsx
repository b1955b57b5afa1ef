import Button from '@mui/material/Button'
import type { WireVersionSummary } from '../../contract/versions.ts'
import { asKept } from '../../text/asKept.ts'
import { language, useText } from '../../text/index.ts'
import { StatusPill } from '../../ui/display/StatusPill.tsx'
import type { Side } from './side.ts'
import styles from './versions.module.css'

interface VersionListProps {
  readonly rows: readonly WireVersionSummary[]
  /** Revision that is published now. */
  readonly current: number
  /** Fields and rows of the draft that are not published. */
  readonly draftChanges: number
  readonly chosen: Side | null
  readonly onChoose: (side: Side) => void
  /** Null where all are shown. */
  readonly onOlder: (() => void) | null
  readonly loadingOlder: boolean
}

/** All revisions, the draft on top; choosing one shows what it changed. */
export function VersionList({
  rows,
  current,
  draftChanges,
  chosen,
  onChoose,
  onOlder,
  loadingOlder,
}: VersionListProps) {
  const t = useText('versions')
  const time = new Intl.DateTimeFormat(language(), { dateStyle: 'medium', timeStyle: 'short' })
  return (
    <>
      <ol className={styles.list} aria-label={t('list')} reversed>
        <li>
          <button
            type="button"
            className={styles.version}
            aria-current={chosen === 'draft'}
            onClick={() => onChoose('draft')}
          >
            <span className={styles.versionHead}>
              <strong>{t('draft')}</strong>
            </span>
            <span className={styles.quiet}>
              {draftChanges === 0 ? t('draftSame') : t('draftChanges', { count: draftChanges })}
            </span>
          </button>
        </li>
        {rows.map((row) => (
          <li key={row.revision}>
            <button
              type="button"
              className={styles.version}
              aria-current={chosen === row.revision}
              onClick={() => onChoose(row.revision)}
            >
              <span className={styles.versionHead}>
                <strong>{t('revision', { revision: row.revision })}</strong>
                {row.revision === current ? <StatusPill tone="success">{t('current')}</StatusPill> : null}
                {row.kind === 'publish' ? null : <StatusPill>{t(`kind_${row.kind}`)}</StatusPill>}
              </span>
              <span className={row.reason ? styles.reason : styles.quiet}>{row.reason ?? t('noReason')}</span>
              <span className={styles.quiet}>
                {t('by', { name: asKept(row.by.name), time: time.format(new Date(row.at)) })}
              </span>
              {row.request ? (
                <span className={styles.quiet}>
                  {row.request.approved_by
                    ? t('fromReviewed', {
                        number: row.request.number,
                        name: asKept(row.request.requested_by.name),
                        approver: asKept(row.request.approved_by.name),
                      })
                    : t('fromRequest', {
                        number: row.request.number,
                        name: asKept(row.request.requested_by.name),
                      })}
                </span>
              ) : null}
              <span className={styles.counts}>
                {(['added', 'updated', 'removed'] as const).map((kind) =>
                  row.changes[kind] === 0 ? null : (
                    <span key={kind} data-kind={kind}>
                      {t(kind, { count: row.changes[kind] })}
                    </span>
                  ),
                )}
              </span>
            </button>
          </li>
        ))}
      </ol>
      {onOlder ? (
        <div className={styles.older}>
          <Button variant="outlined" loading={loadingOlder} onClick={onOlder}>
            {t('older')}
          </Button>
        </div>
      ) : null}
    </>
  )
}
