import Check from '@mui/icons-material/Check'
import PriorityHigh from '@mui/icons-material/PriorityHigh'
import { useText } from '../../text/index.ts'
import styles from './shell.module.css'

export interface Step {
  readonly id: string
  readonly name: string
  /** Something in it has to be put right before the end. */
  readonly wrong: boolean
}

interface StepperProps {
  readonly steps: readonly Step[]
  readonly place: number
  /** The furthest step that was reached. */
  readonly reached: number
  readonly onPlace: (place: number) => void
}

/** The way through a wizard: steps that were reached can be gone back to. */
export function Stepper({ steps, place, reached, onPlace }: StepperProps) {
  const t = useText('wizard')
  return (
    <nav aria-label={t('steps')} className={styles.stepper}>
      <ol>
        {steps.map(({ id, name, wrong }, index) => {
          const current = index === place
          const done = index < reached && !current
          const state = wrong && done ? 'wrong' : done ? 'done' : current ? 'current' : 'ahead'
          const content = (
            <>
              <span className={styles.mark} aria-hidden>
                {state === 'wrong' ? <PriorityHigh /> : state === 'done' ? <Check /> : index + 1}
              </span>
              <span className={styles.stepName}>{name}</span>
              {state === 'done' ? <span className="sr-only">, {t('completed')}</span> : null}
              {state === 'wrong' ? <span className="sr-only">, {t('hasErrors')}</span> : null}
            </>
          )
          return (
            <li key={id} data-state={state} aria-current={current ? 'step' : undefined}>
              {index <= reached && !current ? (
                <button type="button" onClick={() => onPlace(index)}>
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
