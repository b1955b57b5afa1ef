/**
 * What surrounds a step of any wizard: the way there, its heading, what is wrong with it, Back and Continue, help and
 * a preview beside it. Focus goes to the heading with every step; a step is left forward only when nothing is wrong
 * and no cell holds what was refused. Left otherwise, it is found again as it was, with that and what is wrong.
 */
import Button from '@mui/material/Button'
import {
  type FormEvent,
  type ReactNode,
  useEffect,
  useEffectEvent,
  useLayoutEffect,
  useRef,
  useState,
} from 'react'
import { useText } from '../../text/index.ts'
import type { FormError } from '../../ui/forms/ErrorSummary.tsx'
import { ErrorSummary } from '../../ui/forms/index.ts'
import { type RefusedTexts, RefusedTextsContext, refusedCells } from '../../ui/tables/refusedCells.ts'
import { Stepper } from './Stepper.tsx'
import styles from './shell.module.css'

export interface ShellStep {
  readonly id: string
  readonly name: string
  /** What to know here, in a sentence or two. */
  readonly help: string
  readonly errors: readonly FormError[]
}

interface WizardShellProps {
  readonly steps: readonly ShellStep[]
  readonly place: number
  readonly reached: number
  readonly onPlace: (place: number) => void
  /** Asked before a step is left forward; a sentence keeps it. */
  readonly onLeave?: (id: string) => string | null
  /** Why the last attempt did not work, beside what is wrong with the step. */
  readonly failure: string | null
  /** The heading as it is shown, for the page's title. */
  readonly onHeading?: ((heading: string) => void) | undefined
  /** The buttons that end the last step. A submit there calls `onFinish` once nothing is wrong in any step. */
  readonly finish: ReactNode
  readonly onFinish: () => void
  /** Undo, discard: at the end of the line of buttons. */
  readonly tools: ReactNode
  /** The graph beside the step; none where the step shows it. */
  readonly preview: ReactNode
  readonly figures: ReactNode
  readonly level?: 2 | 3
  /** What the cells of each step refused: written here, and told each time. None where steps have no such cells. */
  readonly refused?: { readonly texts: readonly RefusedTexts[]; readonly onChange: () => void }
  /** The step, given the errors to show in place. */
  readonly children: (errors: readonly FormError[]) => ReactNode
}

export function WizardShell(props: WizardShellProps) {
  const { steps, place, reached, onPlace, onLeave, failure, finish, onFinish, level = 2 } = props
  const t = useText('wizard')
  const form = useRef<HTMLFormElement>(null)
  const headingRef = useRef<HTMLHeadingElement>(null)
  const [attempt, setAttempt] = useState(0)
  const [refusal, setRefusal] = useState<string | null>(null)
  /** What the last attempt found in the cells of each step. */
  const [refused, setRefused] = useState(() => steps.map((): readonly FormError[] => []))
  /** What it found wrong else. What is wrong since then waits for the next: nobody is told while typing. */
  const [told, setTold] = useState(() => steps.map((): readonly FormError[] => []))
  const texts = props.refused?.texts ?? []
  const step = steps[place]
  const cells = texts[place]
  const heading = t('stepHeading', { number: place + 1, count: steps.length, name: step?.name ?? '' })

  const shown = useRef(place)
  useEffect(() => {
    if (shown.current === place) return
    shown.current = place
    headingRef.current?.focus()
  }, [place])
  const tellHeading = useEffectEvent((words: string) => props.onHeading?.(words))
  useEffect(() => tellHeading(heading), [heading])

  /** The cells of a step that comes back are others, with the same texts. */
  const lookAgain = useEffectEvent(() => {
    if (form.current && (refused[place]?.length ?? 0) > 0)
      setRefused(refused.with(place, refusedCells(form.current)))
  })
  // biome-ignore lint/correctness/useExhaustiveDependencies: another step has other cells
  useLayoutEffect(() => lookAgain(), [place])

  const goTo = (next: number) => {
    setRefusal(null)
    onPlace(next)
  }
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    // Forms of dialogs opened from a step bubble up to here.
    if (event.target !== event.currentTarget) return
    const typed = refusedCells(event.currentTarget)
    setRefused(refused.with(place, typed))
    const wrong = typed.length > 0 || (step?.errors.length ?? 0) > 0
    const kept = wrong || !step ? null : (onLeave?.(step.id) ?? null)
    setRefusal(kept)
    if (wrong || kept !== null) {
      setAttempt(attempt + 1)
      setTold(told.with(place, step?.errors ?? []))
      return
    }
    setTold(told.with(place, []))
    cells?.clear()
    if (place + 1 < steps.length) {
      goTo(place + 1)
      return
    }
    const first = steps.findIndex(({ errors }, index) => errors.length > 0 || texts[index]?.size)
    if (first < 0) {
      onFinish()
      return
    }
    const left = [...(texts[first]?.values() ?? [])]
    setRefused(
      refused.with(
        first,
        left.map(({ refusal }) => ({ field: '', message: refusal ?? '' })),
      ),
    )
    setTold(told.with(first, steps[first]?.errors ?? []))
    goTo(first)
  }

  const stillWrong = ({ field, message }: FormError) =>
    step?.errors.some((error) => error.field === field && error.message === message)
  const errors = [...(refused[place] ?? []), ...(told[place] ?? []).filter(stillWrong)]
  const why = refusal ?? failure
  const Heading = `h${level}` as const
  const HelpHeading = level === 2 ? 'h3' : 'h4'
  return (
    <div className={styles.wizard}>
      <Stepper
        steps={steps.map(({ id, name, errors: found }) => ({ id, name, wrong: found.length > 0 }))}
        place={place}
        reached={reached}
        onPlace={goTo}
      />
      <form ref={form} noValidate onSubmit={submit} className={styles.main}>
        <Heading ref={headingRef} tabIndex={-1} className={styles.heading}>
          {heading}
        </Heading>
        <ErrorSummary
          errors={why === null ? errors : [...errors, { field: '', message: why }]}
          attempt={attempt}
        />
        <RefusedTextsContext
          value={cells && props.refused ? { texts: cells, onChange: props.refused.onChange } : null}
        >
          <div className={styles.content}>{props.children(errors)}</div>
        </RefusedTextsContext>
        <footer className={styles.footer}>
          {place > 0 ? (
            <Button variant="outlined" onClick={() => goTo(place - 1)}>
              {t('back')}
            </Button>
          ) : null}
          {place + 1 < steps.length ? (
            <Button type="submit" variant="contained">
              {t('next')}
            </Button>
          ) : (
            finish
          )}
          <span className={styles.footerEnd}>{props.tools}</span>
        </footer>
      </form>
      <aside className={styles.aside} aria-label={t('preview')}>
        {props.preview ? <div className={styles.preview}>{props.preview}</div> : null}
        {props.figures}
        <section className={styles.help} aria-labelledby={`wizard-help-${level}`}>
          <HelpHeading id={`wizard-help-${level}`}>{t('help')}</HelpHeading>
          <p>{step?.help}</p>
        </section>
      </aside>
    </div>
  )
}
