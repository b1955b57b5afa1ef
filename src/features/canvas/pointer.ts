/** One gesture of the pointer, from down to up, wherever it goes. Escape and a lost pointer end it without effect. */

interface Gesture {
  readonly move: (event: PointerEvent) => void
  /** Null where it was cancelled. Only called where the pointer had moved, or `click` is set. */
  readonly end: (event: PointerEvent | null) => void
  /** Called instead of `end` where the pointer went up without having moved. */
  readonly click?: () => void
}

/** The hand trembles: closer than this is a click. */
const threshold = 5

/** The gesture that is under way; a second finger or a long press takes it back. */
let current: (() => void) | null = null

export const cancelGesture = (): void => current?.()

/** At most one `move` a frame. `moving` from the start where a click has armed the gesture. */
export function followPointer(down: PointerEvent, gesture: Gesture, moving = false): void {
  let moved = moving
  let frame = 0
  let last: PointerEvent | null = null

  const show = () => {
    frame = 0
    if (last) gesture.move(last)
  }
  const onMove = (event: PointerEvent) => {
    if (!moving && event.pointerId !== down.pointerId) return
    moved ||= Math.hypot(event.clientX - down.clientX, event.clientY - down.clientY) >= threshold
    if (!moved) return
    last = event
    if (frame === 0) frame = requestAnimationFrame(show)
  }
  const finish = (event: PointerEvent | null) => {
    cancelAnimationFrame(frame)
    current = null
    removeEventListener('pointermove', onMove)
    removeEventListener('pointerup', onUp)
    removeEventListener('pointercancel', onCancel)
    removeEventListener('keydown', onKey, true)
    if (!moved) {
      gesture.click?.()
      return
    }
    if (event) swallowClick()
    gesture.end(event)
  }
  const onUp = (event: PointerEvent) => {
    if (moving || event.pointerId === down.pointerId) finish(event)
  }
  const onCancel = () => finish(null)
  /** Not even a click comes of it. */
  const takeBack = () => {
    moved = true
    finish(null)
  }
  const onKey = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return
    event.stopPropagation()
    event.preventDefault()
    moved = true
    finish(null)
  }
  current = takeBack
  addEventListener('pointermove', onMove)
  addEventListener('pointerup', onUp)
  addEventListener('pointercancel', onCancel)
  addEventListener('keydown', onKey, true)
}

/** The click that ends a drag is not a click on what lies under it. */
export function swallowClick(): void {
  const swallow = (event: MouseEvent) => event.stopPropagation()
  addEventListener('click', swallow, { capture: true, once: true })
  setTimeout(() => removeEventListener('click', swallow, { capture: true }), 0)
}
