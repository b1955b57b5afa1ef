/** While something is dragged to an edge of the canvas the view goes along, the faster the nearer the edge. */
import type { ReactFlowInstance } from '@xyflow/react'

const edge = 44
const fastest = 14

export interface AutoPan {
  readonly at: (event: PointerEvent) => void
  readonly stop: () => void
}

/** `again` is called with the last event after every step of the view: what is dragged lies elsewhere now. */
export function autoPan(
  host: HTMLElement | null,
  flow: Pick<ReactFlowInstance, 'getViewport' | 'setViewport'>,
  again: (event: PointerEvent) => void,
): AutoPan {
  let frame = 0
  let last: PointerEvent | null = null
  const step = () => {
    frame = 0
    const by = last && host ? speedAt(last, host.getBoundingClientRect()) : null
    if (!last || !by || (by.x === 0 && by.y === 0)) return
    const { x, y, zoom } = flow.getViewport()
    void flow.setViewport({ x: x - by.x, y: y - by.y, zoom })
    again(last)
    frame = requestAnimationFrame(step)
  }
  return {
    at(event) {
      last = event
      if (frame === 0) frame = requestAnimationFrame(step)
    },
    stop: () => cancelAnimationFrame(frame),
  }
}

function speedAt({ clientX, clientY }: PointerEvent, { left, top, right, bottom }: DOMRect) {
  // Far outside is another part of the page, where nobody waits for the canvas.
  const outside =
    clientX < left - edge || clientX > right + edge || clientY < top - edge || clientY > bottom + edge
  if (outside) return null
  const along = (low: number, high: number) => {
    const inset = low < high ? edge - low : edge - high
    const part = Math.max(0, Math.min(1, inset / edge))
    return Math.round(part * fastest) * (low < high ? -1 : 1)
  }
  return { x: along(clientX - left, right - clientX), y: along(clientY - top, bottom - clientY) }
}
