/** Gestures of a real mouse in browser tests, in steps as a hand makes them. */

interface Drag {
  /** From this point inside the element, else from its middle. */
  readonly from?: { readonly x: number; readonly y: number }
  readonly to?: Element
  readonly by?: { readonly x: number; readonly y: number }
  readonly escape?: boolean
  readonly shift?: boolean
  readonly control?: boolean
  /** Called when the pointer has arrived and is still down. */
  readonly hover?: () => void
}

const frame = () => new Promise<void>((resolve) => requestAnimationFrame(() => resolve()))

/** Lets what was asked for (reveal, focus, paint) happen. */
export async function settled(): Promise<void> {
  for (let frames = 0; frames < 4; frames += 1) await frame()
}

/** What focus is on, as a screen reader calls it. */
export const focused = (): string => {
  const element = document.activeElement
  return element?.getAttribute('aria-label') ?? element?.textContent ?? ''
}

/** Pointer down on the element, moves, pointer up: the events that a mouse causes, at the places where it is. */
export async function drag(
  element: Element,
  { from, to, by, escape: cancelled = false, shift = false, control = false, hover }: Drag,
): Promise<void> {
  const box = element.getBoundingClientRect()
  const start = from
    ? { x: box.left + from.x, y: box.top + from.y }
    : { x: box.left + box.width / 2, y: box.top + box.height / 2 }
  const target = to?.getBoundingClientRect()
  const end = target
    ? { x: target.left + target.width / 2, y: target.top + target.height / 2 }
    : { x: start.x + (by?.x ?? 0), y: start.y + (by?.y ?? 0) }
  const at = ({ x, y }: { x: number; y: number }, buttons: number): PointerEventInit => ({
    bubbles: true,
    cancelable: true,
    composed: true,
    clientX: x,
    clientY: y,
    button: 0,
    buttons,
    pointerId: 1,
    pointerType: 'mouse',
    isPrimary: true,
    shiftKey: shift,
    ctrlKey: control,
  })
  const under = ({ x, y }: { x: number; y: number }) => document.elementFromPoint(x, y) ?? document.body
  element.dispatchEvent(new PointerEvent('pointerdown', at(start, 1)))
  element.dispatchEvent(new MouseEvent('mousedown', at(start, 1)))
  const steps = 6
  for (let step = 1; step <= steps; step += 1) {
    const place = {
      x: start.x + ((end.x - start.x) * step) / steps,
      y: start.y + ((end.y - start.y) * step) / steps,
    }
    under(place).dispatchEvent(new PointerEvent('pointermove', at(place, 1)))
    await frame()
  }
  await frame()
  hover?.()
  if (cancelled) window.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }))
  under(end).dispatchEvent(new PointerEvent('pointerup', at(end, 0)))
  under(end).dispatchEvent(new MouseEvent('mouseup', at(end, 0)))
  await frame()
}
