import type { DeliveryRow } from '../../../contract/webhooks.ts'
import { say, useText } from '../../../text/index.ts'
import { HouseDialog } from '../../../ui/feedback/HouseDialog.tsx'
import { Notice } from '../../../ui/feedback/Notice.tsx'
import styles from '../Settings.module.css'

interface DeliveryDialogProps {
  readonly delivery: DeliveryRow
  readonly onClose: () => void
}

/** One delivery whole: why it did not arrive, how the answer began, what was sent. */
export function DeliveryDialog({ delivery, onClose }: DeliveryDialogProps) {
  const t = useText('integrations')
  const { id, kind, failure, excerpt, status, body } = delivery
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
