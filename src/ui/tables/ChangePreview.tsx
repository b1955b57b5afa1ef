import BlockOutlined from '@mui/icons-material/BlockOutlined'
import { useText } from '../../text/entrance.ts'
import { DataTable } from './DataTable.tsx'
import type { PlannedChange } from './plan.ts'
import styles from './preview.module.css'

const most = 200

/** Each value as it was and as it becomes; what is left out comes first, with its reason. */
export function ChangePreview({ changes }: { readonly changes: readonly PlannedChange[] }) {
  const t = useText('tables')
  const out = changes.filter(({ refusal }) => refusal !== null)
  const counted = changes.length - out.length
  const value = (text: string) =>
    text === '' ? <span className={styles.empty}>{t('previewEmpty')}</span> : text
  return (
    <div className={styles.preview}>
      <p className={styles.summary} role="status">
        {counted === 0 ? t('previewNothing') : t('previewCount', { count: counted })}{' '}
        {out.length > 0 ? t('previewLeftCount', { count: out.length }) : null}
      </p>
      {changes.length > 0 ? (
        <div className={styles.rows}>
          <DataTable
            caption={t('previewCaption', { count: changes.length })}
            rows={[...out, ...changes.filter(({ refusal }) => refusal === null)].slice(0, most)}
            rowId={({ id }) => id}
            columns={[
              {
                id: 'subject',
                header: t('previewSubject'),
                rowHeader: true,
                cell: ({ subject }) => <span className={styles.long}>{subject}</span>,
              },
              { id: 'field', header: t('previewField'), cell: ({ field }) => field },
              { id: 'was', header: t('previewWas'), cell: ({ was }) => value(was) },
              {
                id: 'becomes',
                header: t('previewBecomes'),
                cell: ({ becomes, refusal }) =>
                  refusal === null ? (
                    <strong>{value(becomes)}</strong>
                  ) : (
                    <span className={styles.out}>
                      <BlockOutlined aria-hidden />
                      <span>
                        {becomes === '' ? null : <del>{becomes}</del>}{' '}
                        {t('previewLeftOut', { reason: refusal })}
                      </span>
                    </span>
                  ),
              },
            ]}
          />
          {changes.length > most ? (
            <p className={styles.summary}>{t('previewMore', { count: changes.length - most })}</p>
          ) : null}
        </div>
      ) : null}
    </div>
  )
}
