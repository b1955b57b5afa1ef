/**
 * A walk past the parts of the design place. It stands beside the work and never in its way: nothing is covered from
 * clicks but by its own card, focus goes to it only when it was asked for, F6 finds it, Escape ends it.
 */
import Close from '@mui/icons-material/Close'
import Button from '@mui/material/Button'
import { type KeyboardEvent, useEffect, useEffectEvent, useLayoutEffect, useRef, useState } from 'react'
import type { TextKey } from '../../text/entrance.ts'
import { useText } from '../../text/index.ts'
import { ToolButton } from '../../ui/actions/ToolButton.tsx'
import { announce } from '../../ui/announcer/index.ts'
import styles from './onboarding.module.css'
import { placeCard } from './placeCard.ts'
import { type Anchor, anchorOf, useAnchor } from './useAnchor.ts'

type Words = Extract<TextKey<'onboarding'>, `title_${string}` | `body_${string}`>
interface Stop {
  readonly title: Words
  /** What is said, by the part of the page (the element with `data-tour` of this name) that shows it. */
  readonly at: Readonly<Record<string, Words>>
}

/** A narrow window has a list instead of palette and canvas, and details only once they are asked for. */
const stops: readonly [Stop, ...Stop[]] = [
  { title: 'title_palette', at: { palette: 'body_palette', addStage: 'body_palette_list' } },
  { title: 'title_canvas', at: { canvas: 'body_canvas', list: 'body_canvas_list' } },
  {
    title: 'title_details',
    at: { details: 'body_details', stage: 'body_details_list', canvas: 'body_details_canvas' },
  },
  { title: 'title_figures', at: { figures: 'body_figures' } },
  { title: 'title_problems', at: { problems: 'body_problems' } },
  { title: 'title_publish', at: { publish: 'body_publish' } },
]
const partsOf = stops.map(({ at }) => Object.keys(at))
const nowhere: readonly string[] = []

export function Tour({ onClose }: { readonly onClose: () => void }) {
  const t = useText('onboarding')
  const [number, setNumber] = useState(0)
  const [at, setAt] = useState({ left: -9_999, top: 0 })
  const card = useRef<HTMLElement>(null)
  const heading = useRef<HTMLHeadingElement>(null)
  const cameFrom = useRef<Element | null>(null)
  const anchor = useAnchor(partsOf[number] ?? nowhere)
  const last = number === stops.length - 1

  const arrive = useEffectEvent(() => {
    cameFrom.current = document.activeElement
    heading.current?.focus()
    announce(t('keys'), { kind: 'hint' })
  })
  useEffect(() => arrive(), [])
  // biome-ignore lint/correctness/useExhaustiveDependencies: the card's size follows the words of the stop
  useLayoutEffect(() => {
    const box = card.current?.getBoundingClientRect()
    if (box) setAt(placeCard(anchor?.box ?? null, box, { width: innerWidth, height: innerHeight }))
  }, [anchor, number])

  const wordsOf = (place: number, where: Anchor | null) => {
    const { title, at: said } = stops[place] ?? stops[0]
    const [first = title] = Object.values(said)
    return { title: t(title), body: t((where && said[where.part]) ?? first) }
  }
  const go = (next: number) => {
    setNumber(next)
    const { title, body } = wordsOf(next, anchorOf(partsOf[next] ?? nowhere))
    announce(t('spoken', { title, body }), { topic: 'tour' })
  }
  const close = () => {
    const inside = card.current?.contains(document.activeElement)
    onClose()
    announce(t('finished'))
    if (!inside) return
    const back = cameFrom.current
    const main = document.getElementById('main')
    if (back instanceof HTMLElement && back.isConnected && back !== document.body) back.focus()
    else main?.focus()
  }
  const onKey = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return
    event.stopPropagation()
    close()
  }
  const { title, body } = wordsOf(number, anchor)
  return (
    <>
      {anchor ? <div className={styles.ring} style={anchor.box} aria-hidden /> : null}
      <section
        ref={card}
        data-region
        className={styles.tour}
        style={at}
        aria-label={t('tour')}
        onKeyDown={onKey}
      >
        <div className={styles.tourHead}>
          <span>{t('stop', { number: number + 1, count: stops.length })}</span>
          <ToolButton size="small" label={t('skip')} icon={<Close />} onClick={close} />
        </div>
        <h2 ref={heading} tabIndex={-1}>
          {title}
        </h2>
        <p>{body}</p>
        <div className={styles.tourEnd}>
          {number > 0 ? (
            <Button size="small" variant="outlined" onClick={() => go(number - 1)}>
              {t('back')}
            </Button>
          ) : null}
          <Button size="small" variant="contained" onClick={() => (last ? close() : go(number + 1))}>
            {t(last ? 'finish' : 'next')}
          </Button>
        </div>
      </section>
    </>
  )
}
