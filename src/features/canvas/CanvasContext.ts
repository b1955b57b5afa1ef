/** What cards and chips need of the canvas they stand on. Stable for as long as the canvas is on screen. */
import { createContext, use } from 'react'

/** A transition being drawn by the pointer: a new one from a stage, or one end of an existing one. */
export type LinkStart =
  | { readonly kind: 'connect'; readonly fromStageId: string }
  | { readonly kind: 'reconnect'; readonly transitionId: string; readonly end: 'source' | 'target' }

export interface CanvasTools {
  readonly startCardDrag: (stageId: string, event: PointerEvent) => void
  readonly startLink: (start: LinkStart, event: PointerEvent) => void
}

export const CanvasContext = createContext<CanvasTools | null>(null)

export function useCanvasTools(): CanvasTools {
  const tools = use(CanvasContext)
  if (!tools) throw new Error('This belongs on the canvas.')
  return tools
}
