import type { DeliveryRow } from '../../../contract/webhooks.ts'
import { language, say, useText } from '../../../text/index.ts'
import { HouseDialog } from '../../../ui/feedback/HouseDialog.tsx'
import { Notice } from '../../../ui/feedback/Notice.tsx'
import { DataTable } from '../../../ui/tables/DataTable.tsx'
import styles from '../Settings.module.css'

const when = (at: string): string =>
  new Intl.DateTimeFormat(language(), { dateStyle: 'short', timeStyle: 'medium' }).format(new Date(at))

interface DeliveryDialogProps {
  readonly delivery: DeliveryRow
  readonly onClose: () => void
}

/** One delivery whole: why it did not arrive, how each try went, how the answer began, what was sent. */
export function DeliveryDialog({ delivery, onClose }: DeliveryDialogProps) {
  const t = useText('integrations')
  const { id, kind, failure, excerpt, status, body, tries } = delivery
  return (
    <HouseDialog open title={kind} size="md" onClose={onClose}>
      <div className={styles.form}>
        {failure === null ? null : <Notice tone="error" title={say(failure)} />}
        <dl className={styles.sent}>
          <dt>{t('messageId')}</dt>
          <dd className={styles.code}>{id}</dd>
          <dt>{t('answer')}</dt>
          <dd>{status ?? t('noAnswer')}</dd>
        </dl>
        {tries.length > 1 ? (
          <DataTable
            caption={t('triesCaption', { count: tries.length })}
            columns={[
              { id: 'at', header: t('sentAt'), rowHeader: true, cell: ({ at }) => when(at) },
              { id: 'answer', header: t('answer'), cell: ({ status: code }) => code ?? t('noAnswer') },
              { id: 'why', header: t('why'), cell: ({ failure: why }) => (why === null ? '' : say(why)) },
            ]}
            rows={tries}
            rowId={({ at }) => at}
          />
        ) : null}
        {status === null ? null : (
          <Raw title={t('answerBegins')} text={excerpt === '' ? t('emptyAnswer') : (excerpt ?? '')} />
        )}
        <Raw title={t('body')} text={JSON.stringify(body, null, 2)} />
      </div>
    </HouseDialog>
  )
}

/** Scrolls by keyboard, so that one can read it whole without a mouse. */
function Raw({ title, text }: { readonly title: string; readonly text: string }) {
  return (
    <section aria-label={title}>
      <p className={styles.muted}>{title}</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keyboard. */}
      <pre className={styles.raw} tabIndex={0}>
        {text}
      </pre>
    </section>
  )
}
