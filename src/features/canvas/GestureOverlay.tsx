/** What is seen while the pointer draws a transition or a box of selection, carries cards, or brings a new stage. */
import { ViewportPortal } from '@xyflow/react'
import { useEffect } from 'react'
import { useStore } from 'zustand'
import type { StoreApi } from 'zustand/vanilla'
import { useText } from '../../text/index.ts'
import styles from './canvas.module.css'
import cards from './card.module.css'
import face from './cardFace.module.css'
import { elementOf } from './focus.ts'
import { type Box, cardHeight, cardWidth } from './geometry.ts'
import type { Guide } from './snapping.ts'
import tones from './stageTone.module.css'
import type { Carrying } from './useCardDrag.ts'
import type { Link } from './useLink.ts'
import type { Placing } from './usePlace.ts'

interface GestureOverlayProps {
  readonly host: HTMLElement | null
  readonly link: StoreApi<Link | null>
  readonly placing: StoreApi<Placing | null>
  readonly marquee: StoreApi<Box | null>
  readonly carrying: StoreApi<Carrying | null>
}

export function GestureOverlay({ host, link, placing, marquee, carrying }: GestureOverlayProps) {
  return host ? (
    <>
      <LinkLine host={host} store={link} />
      <Ghost host={host} store={placing} />
      <Marquee store={marquee} />
      <Carried host={host} store={carrying} />
    </>
  ) : null
}

/** Marks the card or chip that letting go would change. */
function useTargetMark(host: HTMLElement, kind: 'stage' | 'transition', id: string | null, refused: boolean) {
  useEffect(() => {
    const element = id === null ? null : elementOf(host, { kind, id })
    element?.setAttribute('data-drop-target', refused ? 'refused' : 'allowed')
    return () => element?.removeAttribute('data-drop-target')
  }, [host, kind, id, refused])
}

interface WordProps {
  readonly word: string
  readonly refused: boolean
  readonly pointer: { readonly x: number; readonly y: number }
}

/** Beside the pointer, and left of it where there is no room at the right. */
function Word({ word, refused, pointer }: WordProps) {
  if (word === '') return null
  const x = Math.min(pointer.x + 16, Math.max(8, innerWidth - 300))
  return (
    <div
      className={styles.linkWord}
      data-refused={refused || undefined}
      style={{ left: x, top: pointer.y + 18 }}
      aria-hidden
    >
      {word}
    </div>
  )
}

function LinkLine({ host, store }: { readonly host: HTMLElement; readonly store: StoreApi<Link | null> }) {
  const link = useStore(store)
  useTargetMark(host, 'stage', link?.targetId ?? null, link?.refused ?? false)
  if (!link) return null
  return (
    <>
      <ViewportPortal>
        <svg className={styles.overlay} aria-hidden>
          <path className={styles.linkLine} d={link.path} data-refused={link.refused || undefined} />
        </svg>
      </ViewportPortal>
      <Word {...link} />
    </>
  )
}

/** The stage on its way from the palette, as large as it will be. */
function Ghost({ host, store }: { readonly host: HTMLElement; readonly store: StoreApi<Placing | null> }) {
  const t = useText('canvas')
  const placing = useStore(store)
  useTargetMark(host, 'transition', placing?.transitionId ?? null, placing?.refused ?? false)
  if (!placing) return null
  const { stage, pointer, zoom, word, refused, transitionId } = placing
  const kind = stage.kind ?? 'open'
  return (
    <>
      <div
        className={`${cards.card} ${styles.ghost} ${tones.tone}`}
        data-tone={kind === 'open' ? (stage.changes?.color ?? 'blue') : kind}
        data-kind={kind}
        style={{
          position: 'fixed',
          left: pointer.x - cardWidth / 2,
          top: pointer.y - cardHeight / 2,
          transform: `scale(${Math.min(1, zoom)})${transitionId === null ? '' : ' translateY(70%) scale(0.7)'}`,
        }}
        aria-hidden
      >
        <div className={face.cardBody}>
          <span className={face.stripe} />
          <span className={face.cardName}>{stage.name ?? t(kind)}</span>
        </div>
      </div>
      <Word word={word} refused={refused} pointer={pointer} />
    </>
  )
}

function Carried({ host, store }: { readonly host: HTMLElement; readonly store: StoreApi<Carrying | null> }) {
  const carrying = useStore(store)
  const insertion = carrying?.insertion ?? null
  useTargetMark(host, 'transition', insertion?.transitionId ?? null, insertion?.refused ?? false)
  if (!carrying) return null
  return (
    <>
      <ViewportPortal>
        <svg className={styles.overlay} aria-hidden>
          {carrying.guides.map((guide) => (
            <path
              key={`${guide.axis} ${guide.at} ${guide.from}`}
              className={styles.guide}
              d={guidePath(guide)}
              data-gap={guide.isGap || undefined}
            />
          ))}
        </svg>
      </ViewportPortal>
      {insertion ? <Word {...insertion} pointer={carrying.pointer} /> : null}
    </>
  )
}

/** A gap ends in small bars, as measures are drawn. */
function guidePath({ axis, at, from, to, isGap }: Guide): string {
  const point = (along: number, across: number) =>
    axis === 'x' ? `${across},${along}` : `${along},${across}`
  const line = `M${point(from, at)} L${point(to, at)}`
  if (!isGap) return line
  const bar = (along: number) => `M${point(along, at - 5)} L${point(along, at + 5)}`
  return `${line} ${bar(from)} ${bar(to)}`
}

function Marquee({ store }: { readonly store: StoreApi<Box | null> }) {
  const box = useStore(store)
  if (!box) return null
  const { left, top, right, bottom } = box
  return <div className={styles.marquee} style={{ left, top, width: right - left, height: bottom - top }} />
}
