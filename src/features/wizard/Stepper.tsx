import Check from '@mui/icons-material/Check'
import PriorityHigh from '@mui/icons-material/PriorityHigh'
import { useText } from '../../text/index.ts'
import styles from './wizard.module.css'
import { type WizardStep, wizardSteps } from './wizardSteps.ts'

interface StepperProps {
  readonly step: WizardStep
  readonly reached: number
  readonly wrong: ReadonlySet<WizardStep>
  readonly onStep: (step: WizardStep) => void
}

/** The way through the wizard: steps that were reached can be gone back to. */
export function Stepper({ step, reached, wrong, onStep }: StepperProps) {
  const t = useText('wizard')
  return (
    <nav aria-label={t('steps')} className={styles.stepper}>
      <ol>
        {wizardSteps.map((one, index) => {
          const current = one === step
          const done = index < reached && !current
          const state = wrong.has(one) && done ? 'wrong' : done ? 'done' : current ? 'current' : 'ahead'
          const content = (
            <>
              <span className={styles.mark} aria-hidden>
                {state === 'wrong' ? <PriorityHigh /> : state === 'done' ? <Check /> : index + 1}
              </span>
              <span className={styles.stepName}>{t(`step_${one}`)}</span>
              {state === 'done' ? <span className="sr-only">, {t('completed')}</span> : null}
              {state === 'wrong' ? <span className="sr-only">, {t('hasErrors')}</span> : null}
            </>
          )
          return (
            <li key={one} data-state={state} aria-current={current ? 'step' : undefined}>
              {index <= reached && !current ? (
                <button type="button" onClick={() => onStep(one)}>
                  {content}
                </button>
              ) : (
                <span>{content}</span>
              )}
            </li>
          )
        })}
      </ol>
    </nav>
  )
}
