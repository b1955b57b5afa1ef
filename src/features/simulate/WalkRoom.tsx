/** A walk under way: where the deal stands, its exits, the deal itself and the steps so far. */
import EmojiEventsOutlined from '@mui/icons-material/EmojiEventsOutlined'
import SportsScoreOutlined from '@mui/icons-material/SportsScoreOutlined'
import Button from '@mui/material/Button'
import { useEffect, useEffectEvent, useMemo, useRef, useState } from 'react'
import { useStore } from 'zustand'
import { daysBetween } from '../../domain/engine/dates.ts'
import { locksOn } from '../../domain/engine/locks.ts'
import { isUnseen } from '../../domain/process/hidden.ts'
import type { Logic } from '../../domain/process/rule.ts'
import { stageKind } from '../../domain/process/stage.ts'
import type { Who } from '../../domain/process/who.ts'
import { whyHidden } from '../../editor/hidden.ts'
import { useEditorState } from '../../editor/react.ts'
import { stageNameOf } from '../../editor/rowNames.ts'
import { useText } from '../../text/index.ts'
import { announce } from '../../ui/announcer/index.ts'
import { EmptyState } from '../../ui/feedback/EmptyState.tsx'
import { DealPanel } from './DealPanel.tsx'
import { ExitCard } from './ExitCard.tsx'
import { exitsOf } from './exits.ts'
import { PlayAs } from './PlayAs.tsx'
import { SaveScenarioDialog } from './SaveScenarioDialog.tsx'
import { StepsPanel } from './StepsPanel.tsx'
import styles from './simulate.module.css'
import { useAskedFields } from './useAskedFields.ts'
import { useSpokenSteps } from './useSpokenSteps.ts'
import { WalkGraph } from './WalkGraph.tsx'
import { WalkTools } from './WalkTools.tsx'
import { type WalkAction, type WalkStep, waitsFor } from './walk.ts'
import type { NamedWalk, WalkStore } from './walkStore.ts'

interface WalkRoomProps {
  readonly store: WalkStore
  readonly walk: NamedWalk
  readonly steps: readonly WalkStep[]
  readonly step: WalkStep
}

const typesText = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.closest('input, select, textarea, [contenteditable]') !== null

export function WalkRoom({ store, walk, steps, step }: WalkRoomProps) {
  const t = useText('simulate')
  const { document, reference } = useEditorState((state) => ({
    document: state.document,
    reference: state.reference,
  }))
  const [saving, setSaving] = useState(false)
  const heading = useRef<HTMLHeadingElement>(null)
  const place = useMemo(() => ({ document, reference }), [document, reference])
  const playedAs = useStore(store.state, (state) => state.playedAs)
  const exits = useMemo(() => exitsOf(place, step, playedAs), [place, step, playedAs])
  const locks = useMemo(() => locksOn(document, reference, step.deal), [document, reference, step.deal])
  const stage = document.stages[step.deal.stageId]
  const name = stageNameOf(document, step.deal.stageId)
  const kind = stage ? stageKind(stage) : 'open'
  const moves = steps.flatMap(({ lines }) => lines).filter((line) => line.fromStageId !== line.stageId).length
  const asked = useAskedFields(exits, `${walk.number} ${moves}`)
  useSpokenSteps(place, walk, steps, exits)

  // The card that was pressed is gone after a move: focus goes on at what took its place.
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked again after every move
  useEffect(() => {
    if (window.document.activeElement === window.document.body) heading.current?.focus()
  }, [moves])

  const act = (action: WalkAction) => store.act(action)
  const playAs = (who: Who | null) => {
    store.playAs(who)
    const open = exitsOf(place, step, who).filter(({ verdict }) => verdict.outcome !== 'blocked').length
    announce(t('saidExits', { open, all: exits.length }))
  }
  const take = (index: number) => {
    const exit = exits[index]
    if (!exit || (exit.verdict.outcome === 'blocked' && exit.transition.isAutomatic)) return
    if (exit.waiting && exit.verdict.outcome === 'pending') return
    const { id, toStageId } = exit.transition
    act({ do: 'move', stageId: toStageId, transitionId: id, ...(playedAs && { as: playedAs }) })
  }
  const set = (key: string, value: Logic) => act({ do: 'set_fields', fields: { [key]: value } })
  const onDigit = useEffectEvent((event: KeyboardEvent) => {
    if (!/^[1-9]$/.test(event.key) || event.ctrlKey || event.metaKey || event.altKey) return
    if (event.defaultPrevented || saving || typesText(event.target)) return
    if (window.document.querySelector('[aria-modal="true"]')) return
    event.preventDefault()
    take(Number(event.key) - 1)
  })
  useEffect(() => {
    const listen = (event: KeyboardEvent) => onDigit(event)
    window.document.addEventListener('keydown', listen)
    return () => window.document.removeEventListener('keydown', listen)
  }, [])

  return (
    <div className={styles.walk}>
      <WalkTools store={store} walk={walk} steps={steps} onSave={() => setSaving(true)} />
      <div className={styles.picture}>
        <WalkGraph steps={steps} exits={exits} />
      </div>
      <div className={styles.columns}>
        <section className={styles.main} aria-labelledby="walk-now">
          <div className={styles.now} data-kind={kind}>
            <h3 id="walk-now" ref={heading} tabIndex={-1}>
              {t('nowIn', { stage: name })}
            </h3>
            <span>{t('day', { count: Math.floor(daysBetween(walk.start.at, step.now)) })}</span>
          </div>
          {kind === 'open' ? (
            <>
              {stage && isUnseen(reference, stage, 'guidance') ? (
                <p className={styles.guidance}>
                  <strong>{t('guidance')}</strong> {whyHidden(reference)}
                </p>
              ) : null}
              {stage?.guidance.trim() ? (
                <p className={styles.guidance}>
                  <strong>{t('guidance')}</strong> {stage.guidance}
                </p>
              ) : null}
              {exits.length === 0 ? (
                <EmptyState level={3} title={t('noExits')}>
                  {t('noExitsBody', { stage: name })}
                </EmptyState>
              ) : (
                <>
                  <p className={styles.quiet}>
                    {t('exits')}.{' '}
                    <span className={styles.keys}>{t('exitsHint', { last: Math.min(9, exits.length) })}</span>
                  </p>
                  <PlayAs value={playedAs} onChange={playAs} />
                  <ul className={styles.exits}>
                    {exits.map((exit, index) => (
                      <ExitCard
                        key={`${moves} ${exit.transition.id}`}
                        exit={exit}
                        digit={index < 9 ? index + 1 : null}
                        fields={step.deal.fields}
                        asked={asked.get(exit.transition.id) ?? []}
                        onTake={() => take(index)}
                        onSet={set}
                        locks={locks}
                        onDecide={(decision, role) => act({ do: decision, role })}
                        onRecall={() => act({ do: 'recall', ...(playedAs && { as: playedAs }) })}
                      />
                    ))}
                  </ul>
                </>
              )}
            </>
          ) : (
            <EmptyState
              level={3}
              icon={kind === 'won' ? <EmojiEventsOutlined /> : <SportsScoreOutlined />}
              title={t(kind)}
              actions={
                <>
                  <Button variant="contained" onClick={() => setSaving(true)}>
                    {t('save')}
                  </Button>
                  <Button variant="outlined" onClick={() => store.show(null)}>
                    {t('anotherDeal')}
                  </Button>
                </>
              }
            >
              {t('closedBody', {
                count: Math.floor(daysBetween(walk.start.at, step.now)),
                moves: t('moves', { count: moves }),
              })}
            </EmptyState>
          )}
        </section>
        <div className={styles.side}>
          <StepsPanel
            walk={walk}
            steps={steps}
            onBranch={(actions) => {
              const number = store.branch(actions)
              const there = stageNameOf(document, steps[actions]?.deal.stageId ?? '')
              announce(t('branched', { number, step: actions, stage: there }))
              heading.current?.focus()
            }}
          />
          <DealPanel step={step} onSet={set} onWait={(days) => store.act(...waitsFor(place, step, days))} />
        </div>
      </div>
      {saving ? <SaveScenarioDialog walk={walk} steps={steps} onClose={() => setSaving(false)} /> : null}
    </div>
  )
}
