/**
 * Fingers on the canvas. Two of them move and zoom the view wherever they lie, on cards too; one that rests opens the
 * menu of what lies under it. One finger on the free canvas is React Flow's, one on a card drags the card.
 */
import { type ReactFlowInstance, useReactFlow } from '@xyflow/react'
import { useEffect, useRef } from 'react'
import type { Position } from '../../domain/process/stage.ts'
import { cancelGesture, swallowClick } from './pointer.ts'

/** Milliseconds until a resting finger means the menu, as on phones. */
const rest = 500
/** A finger that rests still trembles. */
const tremble = 10
const least = 0.05
const most = 3

type View = Pick<ReactFlowInstance, 'getViewport' | 'setViewport'>

interface Pinch {
  readonly middle: Position
  readonly apart: number
  readonly view: { readonly x: number; readonly y: number; readonly zoom: number }
}

export function useTouch(
  host: HTMLElement | null,
  onLongPress: (target: EventTarget | null, at: Position) => void,
): void {
  const flow = useReactFlow()
  const longPress = useRef(onLongPress)
  longPress.current = onLongPress
  useEffect(
    () => (host ? watchFingers(host, flow, (target, at) => longPress.current(target, at)) : undefined),
    [host, flow],
  )
}

function watchFingers(
  host: HTMLElement,
  flow: View,
  onLongPress: (target: EventTarget | null, at: Position) => void,
): () => void {
  const fingers = new Map<number, Position>()
  let pinch: Pinch | null = null
  let timer: ReturnType<typeof setTimeout> | undefined
  /** From the second finger until the last one leaves, nothing else may follow what is left of the gesture. */
  let ours = false
  let pressed = false

  const onDown = (event: PointerEvent) => {
    if (event.pointerType !== 'touch') return
    const at = { x: event.clientX, y: event.clientY }
    if (fingers.size === 0) pressed = false
    fingers.set(event.pointerId, at)
    clearTimeout(timer)
    if (fingers.size === 2) {
      cancelGesture()
      ours = true
      pinch = pinchOf(host, fingers, flow)
    }
    if (ours) {
      event.stopPropagation()
      return
    }
    const { target } = event
    timer = setTimeout(() => {
      cancelGesture()
      pressed = true
      onLongPress(target, at)
    }, rest)
  }
  const onMove = (event: PointerEvent) => {
    const from = fingers.get(event.pointerId)
    if (!from) return
    const at = { x: event.clientX, y: event.clientY }
    if (pinch) {
      fingers.set(event.pointerId, at)
      follow(host, pinch, fingers, flow)
    } else if (Math.hypot(at.x - from.x, at.y - from.y) > tremble) clearTimeout(timer)
  }
  const onUp = (event: PointerEvent) => {
    if (!fingers.delete(event.pointerId)) return
    clearTimeout(timer)
    pinch = null
    if (pressed) swallowClick()
    if (fingers.size > 0) return
    if (ours) swallowClick()
    ours = false
  }
  const swallow = (event: TouchEvent) => {
    if (ours) event.stopPropagation()
  }
  /** The finger that opened the menu does not also press what it finds under itself there. */
  const noClick = (event: TouchEvent) => {
    if (pressed && event.cancelable) event.preventDefault()
  }
  host.addEventListener('pointerdown', onDown, true)
  host.addEventListener('touchend', noClick, true)
  host.addEventListener('touchstart', swallow, true)
  host.addEventListener('touchmove', swallow, true)
  addEventListener('pointermove', onMove)
  addEventListener('pointerup', onUp, true)
  addEventListener('pointercancel', onUp, true)
  return () => {
    clearTimeout(timer)
    host.removeEventListener('pointerdown', onDown, true)
    host.removeEventListener('touchend', noClick, true)
    host.removeEventListener('touchstart', swallow, true)
    host.removeEventListener('touchmove', swallow, true)
    removeEventListener('pointermove', onMove)
    removeEventListener('pointerup', onUp, true)
    removeEventListener('pointercancel', onUp, true)
  }
}

/** Middle and distance of the first two fingers, in pixels of the host. */
function spread(host: HTMLElement, fingers: ReadonlyMap<number, Position>): Omit<Pinch, 'view'> | null {
  const [a, b] = fingers.values()
  if (!a || !b) return null
  const { left, top } = host.getBoundingClientRect()
  return {
    middle: { x: (a.x + b.x) / 2 - left, y: (a.y + b.y) / 2 - top },
    apart: Math.max(1, Math.hypot(a.x - b.x, a.y - b.y)),
  }
}

function pinchOf(host: HTMLElement, fingers: ReadonlyMap<number, Position>, flow: View): Pinch | null {
  const start = spread(host, fingers)
  return start && { ...start, view: flow.getViewport() }
}

/** What lay between the fingers stays between them. */
function follow(
  host: HTMLElement,
  { middle, apart, view }: Pinch,
  fingers: ReadonlyMap<number, Position>,
  flow: View,
): void {
  const now = spread(host, fingers)
  if (!now) return
  const zoom = Math.min(most, Math.max(least, (view.zoom * now.apart) / apart))
  const scale = zoom / view.zoom
  void flow.setViewport({
    x: now.middle.x - (middle.x - view.x) * scale,
    y: now.middle.y - (middle.y - view.y) * scale,
    zoom,
  })
}
