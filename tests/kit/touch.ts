/** Fingers in browser tests: the pointer and touch events that a touch screen causes, at the places where they are. */
import { settled } from './pointer.ts'

interface Point {
  readonly x: number
  readonly y: number
}

/** One finger on the screen, from `fingerDown` to `lift`. */
export interface Finger {
  readonly moveTo: (to: Point) => Promise<void>
  readonly lift: () => Promise<void>
}

const down = new Map<number, { readonly target: Element; at: Point }>()
let fingers = 0

const init = (pointerId: number, { x, y }: Point, buttons: number): PointerEventInit => ({
  bubbles: true,
  cancelable: true,
  composed: true,
  clientX: x,
  clientY: y,
  button: buttons === 0 ? -1 : 0,
  buttons,
  pointerId,
  pointerType: 'touch',
  isPrimary: down.size <= 1,
})

/** All fingers go to the target of the first one, as browsers do. */
function touch(type: string, changed: number): void {
  const finger = down.get(changed)
  if (!finger) return
  const list = [...down].map(
    ([identifier, { target, at }]) => new Touch({ identifier, target, clientX: at.x, clientY: at.y }),
  )
  const own = list.filter(({ identifier }) => identifier === changed)
  const touches = type === 'touchend' ? list.filter(({ identifier }) => identifier !== changed) : list
  finger.target.dispatchEvent(
    new TouchEvent(type, { bubbles: true, cancelable: true, composed: true, touches, changedTouches: own }),
  )
}

export const middleOf = (element: Element): Point => {
  const { left, top, width, height } = element.getBoundingClientRect()
  return { x: left + width / 2, y: top + height / 2 }
}

export async function fingerDown(at: Point): Promise<Finger> {
  const target = document.elementFromPoint(at.x, at.y) ?? document.body
  fingers += 1
  const id = 100 + fingers
  const finger = { target, at }
  down.set(id, finger)
  target.dispatchEvent(new PointerEvent('pointerdown', init(id, at, 1)))
  touch('touchstart', id)
  await settled()
  return {
    async moveTo(to) {
      const from = finger.at
      for (let step = 1; step <= 5; step += 1) {
        finger.at = { x: from.x + ((to.x - from.x) * step) / 5, y: from.y + ((to.y - from.y) * step) / 5 }
        target.dispatchEvent(new PointerEvent('pointermove', init(id, finger.at, 1)))
        touch('touchmove', id)
      }
      await settled()
    },
    async lift() {
      target.dispatchEvent(new PointerEvent('pointerup', init(id, finger.at, 0)))
      touch('touchend', id)
      down.delete(id)
      await settled()
    },
  }
}
