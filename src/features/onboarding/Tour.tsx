/**
 * A walk past the parts of the design place. It stands beside the work and never in its way: nothing is covered from
 * clicks but by its own card, focus goes to it only when it was asked for, F6 finds it, Escape ends it.
 */
import Close from '@mui/icons-material/Close'
import Button from '@mui/material/Button'
import { type KeyboardEvent, useEffect, useEffectEvent, useLayoutEffect, useRef, useState } from 'react'
import { useText } from '../../text/index.ts'
import { ToolButton } from '../../ui/actions/ToolButton.tsx'
import { announce } from '../../ui/announcer/index.ts'
import styles from './onboarding.module.css'
import { placeCard } from './placeCard.ts'
import { useAnchor } from './useAnchor.ts'

/** The parts it goes past: elements with `data-tour` of this name. */
const stops = ['palette', 'canvas', 'details', 'figures', 'problems', 'publish'] as const

export function Tour({ onClose }: { readonly onClose: () => void }) {
  const t = useText('onboarding')
  const [number, setNumber] = useState(0)
  const [at, setAt] = useState({ left: -9_999, top: 0 })
  const card = useRef<HTMLElement>(null)
  const heading = useRef<HTMLHeadingElement>(null)
  const cameFrom = useRef<Element | null>(null)
  const stop = stops[number] ?? 'canvas'
  const anchor = useAnchor(stop)
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
    if (box) setAt(placeCard(anchor, box, { width: innerWidth, height: innerHeight }))
  }, [anchor, number])

  const go = (next: number) => {
    setNumber(next)
    const name = stops[next] ?? 'canvas'
    announce(t('spoken', { title: t(`title_${name}`), body: t(`body_${name}`) }), { topic: 'tour' })
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
  return (
    <>
      {anchor ? <div className={styles.ring} style={anchor} aria-hidden /> : null}
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
          {t(`title_${stop}`)}
        </h2>
        <p>{t(`body_${stop}`)}</p>
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
