/** Real focus on the canvas's elements, and the view that follows it. */
import type { ReactFlowInstance } from '@xyflow/react'
import type { ElementRef } from '../../editor/editor.ts'
import { prefersReducedMotion } from '../../ui/theme/index.ts'
import { shiftInto } from './geometry.ts'

/** What lies over the edges of the canvas, in pixels: an element under it is not seen. */
export interface Insets {
  readonly top: number
  readonly right: number
  readonly bottom: number
  readonly left: number
}

const margin = 24

export function elementOf(host: HTMLElement, { kind, id }: ElementRef): HTMLElement | null {
  return host.querySelector<HTMLElement>(`[data-${kind}-id="${CSS.escape(id)}"]`)
}

/** The stage or transition that an event on the canvas is about: its card, its chip or its arrow. */
export function elementAt(target: EventTarget | null): ElementRef | null {
  const hit = target instanceof Element ? target : null
  const globalId = hit?.closest('[data-global-id]')?.getAttribute('data-global-id')
  if (globalId) return { kind: 'transition', id: globalId }
  const stageId = hit?.closest('[data-stage-id]')?.getAttribute('data-stage-id')
  if (stageId) return { kind: 'stage', id: stageId }
  const chip = hit?.closest('[data-transition-id], [data-arrow-id]')
  const id = chip?.getAttribute('data-transition-id') ?? chip?.getAttribute('data-arrow-id')
  return id ? { kind: 'transition', id } : null
}

/** Moves the view by as little as brings the whole element inside the canvas. */
export function bringIntoView(
  host: HTMLElement,
  element: HTMLElement,
  flow: Pick<ReactFlowInstance, 'getViewport' | 'setViewport'>,
  insets: Insets,
): void {
  const frame = host.getBoundingClientRect()
  const shift = shiftInto(element.getBoundingClientRect(), {
    left: frame.left + insets.left + margin,
    top: frame.top + insets.top + margin,
    right: frame.right - insets.right - margin,
    bottom: frame.bottom - insets.bottom - margin,
  })
  if (shift.x === 0 && shift.y === 0) return
  const { x, y, zoom } = flow.getViewport()
  void flow.setViewport(
    { x: x + shift.x, y: y + shift.y, zoom },
    { duration: prefersReducedMotion() ? 0 : 160 },
  )
}
