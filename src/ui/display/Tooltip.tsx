/**
 * More words about what is pointed at or has the focus ring (WCAG 1.4.13): Escape takes them away, the pointer may move
 * onto them, and they stay until it left both. A finger that rests sees them too. Never the only place of what they say.
 */
import { type ReactNode, useEffect, useId, useLayoutEffect, useRef, useState } from 'react'
import { createPortal } from 'react-dom'
import { overlayContainer } from '../theme/overlays.ts'
import styles from './display.module.css'

/** For the element that the words are about. */
export interface TooltipTrigger {
  readonly 'aria-describedby'?: string
  readonly onPointerEnter: (event: React.PointerEvent) => void
  readonly onPointerLeave: (event: React.PointerEvent) => void
  readonly onPointerDown: (event: React.PointerEvent) => void
  readonly onFocus: (event: React.FocusEvent) => void
  readonly onBlur: () => void
}

interface TooltipProps {
  readonly title: ReactNode
  /** The words are a description of the element, not its name again. */
  readonly describes?: boolean
  readonly children: (trigger: TooltipTrigger) => ReactNode
}

const enterMs = 400
/** Whoever goes along a toolbar has waited already. */
const nextMs = 100
const pressMs = 600
const leaveMs = 100
const touchMs = 1500
const gap = 6
const margin = 8

let lastHidden = Number.NEGATIVE_INFINITY

export function Tooltip({ title, describes = false, children }: TooltipProps) {
  const id = useId()
  const [anchor, setAnchor] = useState<Element | null>(null)
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined)
  const after = (ms: number, next: Element | null) => {
    clearTimeout(timer.current)
    timer.current = setTimeout(setAnchor, ms, next)
  }
  const hide = () => after(0, null)
  const show = (element: Element) =>
    after(performance.now() - lastHidden < enterMs ? nextMs : enterMs, element)
  useEffect(() => () => clearTimeout(timer.current), [])

  return (
    <>
      {children({
        ...(describes && anchor ? { 'aria-describedby': id } : {}),
        onPointerEnter: ({ pointerType, currentTarget }) => {
          if (pointerType !== 'touch') show(currentTarget)
        },
        onPointerLeave: ({ pointerType }) => after(pointerType === 'touch' ? touchMs : leaveMs, null),
        onPointerDown: ({ pointerType, currentTarget }) => {
          if (pointerType === 'touch') after(pressMs, currentTarget)
          else hide()
        },
        onFocus: ({ target, currentTarget }) => {
          if (target.matches(':focus-visible')) show(currentTarget)
        },
        onBlur: hide,
      })}
      {anchor ? (
        <Words
          id={id}
          anchor={anchor}
          onEnter={() => clearTimeout(timer.current)}
          onLeave={() => after(leaveMs, null)}
          onDismiss={hide}
        >
          {title}
        </Words>
      ) : null}
    </>
  )
}

interface WordsProps {
  readonly id: string
  readonly anchor: Element
  readonly onEnter: () => void
  readonly onLeave: () => void
  readonly onDismiss: () => void
  readonly children: ReactNode
}

function Words({ id, anchor, onEnter, onLeave, onDismiss, children }: WordsProps) {
  const place = useRef<HTMLDivElement>(null)
  const dismiss = useRef(onDismiss)
  useLayoutEffect(() => {
    dismiss.current = onDismiss
    const own = place.current
    if (!own) return
    const about = anchor.getBoundingClientRect()
    const { width, height } = own.getBoundingClientRect()
    const below = about.bottom + gap
    const middle = about.left + (about.width - width) / 2
    own.style.top = `${below + height + margin <= innerHeight ? below : about.top - gap - height}px`
    own.style.left = `${Math.max(margin, Math.min(middle, innerWidth - width - margin))}px`
  })
  useEffect(() => {
    const onKey = ({ key }: KeyboardEvent) => {
      if (key === 'Escape') dismiss.current()
    }
    const onScroll = () => dismiss.current()
    document.addEventListener('keydown', onKey)
    document.addEventListener('scroll', onScroll, true)
    return () => {
      lastHidden = performance.now()
      document.removeEventListener('keydown', onKey)
      document.removeEventListener('scroll', onScroll, true)
    }
  }, [])
  return createPortal(
    <div
      ref={place}
      id={id}
      role="tooltip"
      className={styles.tooltip}
      onPointerEnter={onEnter}
      onPointerLeave={onLeave}
    >
      {children}
    </div>,
    overlayContainer() ?? document.body,
  )
}
