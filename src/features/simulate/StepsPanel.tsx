import Button from '@mui/material/Button'
import { useEffect, useRef } from 'react'
import { daysBetween } from '../../domain/engine/dates.ts'
import { useEditorState } from '../../editor/react.ts'
import { useText } from '../../text/index.ts'
import { Panel } from '../../ui/layout/Panel.tsx'
import card from './exit.module.css'
import styles from './lists.module.css'
import type { Walk, WalkStep } from './walk.ts'
import { effectsInWords, lineInWords } from './walkWords.ts'

interface StepsPanelProps {
  readonly walk: Walk
  readonly steps: readonly WalkStep[]
  /** Goes on in a new walk after this many actions. */
  readonly onBranch: (actions: number) => void
}

/** The walk so far as a list that can be read, copied and gone on from at any point. */
export function StepsPanel({ walk, steps, onBranch }: StepsPanelProps) {
  const t = useText('simulate')
  const { document, reference } = useEditorState((state) => ({
    document: state.document,
    reference: state.reference,
  }))
  const day = (moment: string) => Math.floor(daysBetween(walk.start.at, moment))
  const last = steps.length - 1
  const frame = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const box = frame.current
    if (box && last > 0) box.scrollTop = box.scrollHeight
  }, [last])
  return (
    <Panel title={t('steps')} level={3}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a long walk scrolls, and scrolling works by keys as well */}
      <div ref={frame} className={styles.scroll} role="group" aria-label={t('steps')} tabIndex={0}>
        <ol className={styles.steps} start={0}>
          {steps.map((step, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a step is its place in the walk
            <li key={index} aria-current={index === last ? 'step' : undefined}>
              {step.lines.map((line, place) => {
                const effects = effectsInWords(line)
                const outcome = line.kind === 'move' ? line.verdict?.outcome : undefined
                return (
                  // biome-ignore lint/suspicious/noArrayIndexKey: lines of a step never change their order
                  <div key={place} data-kind={line.kind} data-outcome={outcome}>
                    <p>{lineInWords({ document, reference }, line)}</p>
                    {effects.length > 0 ? (
                      <ul className={card.effects}>
                        {effects.map((effect, at) => (
                          // biome-ignore lint/suspicious/noArrayIndexKey: sentences may repeat, their order stays
                          <li key={at}>{effect}</li>
                        ))}
                      </ul>
                    ) : null}
                  </div>
                )
              })}
              <div className={styles.stepFoot}>
                <span>{t('stepDay', { count: day(step.now) })}</span>
                {index < last ? (
                  <Button
                    size="small"
                    variant="text"
                    aria-label={t('continueFromOf', { number: index })}
                    onClick={() => onBranch(index)}
                  >
                    {t('continueFrom')}
                  </Button>
                ) : null}
              </div>
            </li>
          ))}
        </ol>
      </div>
    </Panel>
  )
}
