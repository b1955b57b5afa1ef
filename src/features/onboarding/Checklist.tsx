import Check from '@mui/icons-material/Check'
import Close from '@mui/icons-material/Close'
import { useText } from '../../text/index.ts'
import { ToolButton } from '../../ui/actions/ToolButton.tsx'
import { announce } from '../../ui/announcer/index.ts'
import styles from './onboarding.module.css'

/** What makes a process that can be relied on, in the order in which it is done. */
export const firstSteps = ['drawn', 'checked', 'simulated', 'published'] as const
export type FirstStep = (typeof firstSteps)[number]

interface ChecklistProps {
  readonly done: ReadonlySet<FirstStep>
  /** Where a step is done; null where something has to be done before it. */
  readonly onGo: (step: FirstStep) => (() => void) | null
  readonly onHide: () => void
}

/** The first process, step by step: what is ticked was really done on this device. */
export function Checklist({ done, onGo, onHide }: ChecklistProps) {
  const t = useText('onboarding')
  const count = firstSteps.length
  const all = done.size === count
  const hide = () => {
    onHide()
    announce(t('hidden'))
    document.querySelector('h1')?.focus()
  }
  return (
    <section className={styles.checklist} aria-labelledby="first-process">
      <div className={styles.checklistHead}>
        <div>
          <h2 id="first-process">{t('checklist')}</h2>
          <p>{all ? t('allDone') : t('checklistLead')}</p>
        </div>
        <span className={styles.progress}>{t('progress', { done: done.size, count })}</span>
        <ToolButton size="small" label={t('hide')} icon={<Close />} onClick={hide} />
      </div>
      <ol>
        {firstSteps.map((step, index) => {
          const isDone = done.has(step)
          const go = isDone ? null : onGo(step)
          const words = (
            <>
              <span className={styles.tick} aria-hidden>
                {isDone ? <Check /> : index + 1}
              </span>
              <span className={styles.stepWords}>
                <strong>
                  {t(`step_${step}`)}
                  {isDone ? <span className="sr-only">, {t('done')}</span> : null}
                </strong>
                <small>{t(`hint_${step}`)}</small>
              </span>
            </>
          )
          return (
            <li key={step} data-done={isDone || undefined}>
              {go ? (
                <button type="button" onClick={go}>
                  {words}
                </button>
              ) : (
                <span>{words}</span>
              )}
            </li>
          )
        })}
      </ol>
    </section>
  )
}
