/** What cards and chips need of the canvas they stand on. Stable once the canvas is on screen. */
import { createContext, use } from 'react'
import type { ElementRef } from '../../editor/editor.ts'

/** A transition being drawn by the pointer: a new one from a stage, or one end of an existing one. */
export type LinkStart =
  | { readonly kind: 'connect'; readonly fromStageId: string }
  | { readonly kind: 'reconnect'; readonly transitionId: string; readonly end: 'source' | 'target' }

export interface CanvasTools {
  /** Opens what people said about an element. */
  readonly showComments: (element: ElementRef) => void
  readonly startCardDrag: (stageId: string, event: PointerEvent) => void
  readonly startLink: (start: LinkStart, event: PointerEvent) => void
}

export const CanvasContext = createContext<CanvasTools | null>(null)

export function useCanvasTools(): CanvasTools {
  const tools = use(CanvasContext)
  if (!tools) throw new Error('This belongs on the canvas.')
  return tools
}

/**
 * Where chips are put; null for the first moment. React Flow's own `EdgeLabelRenderer` searches the page for it once an
 * edge and change, which with a thousand edges is most of what an edit costs. Cards do not wait for it.
 */
export const ChipLayerContext = createContext<Element | null>(null)
