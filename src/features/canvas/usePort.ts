/** What actions ask of the canvas: zoom, walk, layout, move mode. The one place where they meet React Flow. */
import { useReactFlow } from '@xyflow/react'
import { useMemo, useRef } from 'react'
import type { CanvasPort, NewStage } from '../../editor/actions/index.ts'
import type { Editor, ElementRef } from '../../editor/editor.ts'
import {
  directionOf,
  firstTransition,
  follow,
  goTo,
  type Place,
  type Step,
  standing,
  walk,
} from '../../editor/navigation.ts'
import { sameElement } from '../../editor/session.ts'
import { verbosity } from '../../text/verbosity.ts'
import { announce } from '../../ui/announcer/index.ts'
import { prefersReducedMotion } from '../../ui/theme/index.ts'
import { cardHeight, cardWidth, fitPadding } from './geometry.ts'

export interface PortNeeds {
  readonly editor: Editor
  readonly host: HTMLElement | null
  readonly layOut: () => void
  readonly globals: readonly [drawn: boolean, draw: (drawn: boolean) => void]
  readonly startMove: (stageId: string) => void
  readonly openMenu: () => void
  readonly place: (stage: NewStage, pointer: PointerEvent) => void
}

export function usePort({
  editor,
  host,
  layOut,
  globals: [drawsGlobals, drawGlobals],
  startMove,
  openMenu,
  place: placeNew,
}: PortNeeds): CanvasPort {
  const flow = useReactFlow()
  const place = useRef<Place | null>(null)

  return useMemo(() => {
    const motion = () => ({ duration: prefersReducedMotion() ? 0 : 160 })
    const active = (): ElementRef | null => editor.store.getState().session.active
    const here = (): Place | null => {
      const element = active()
      if (!element) return null
      return place.current && sameElement(place.current.element, element) ? place.current : standing(element)
    }
    const go = (step: Step) => {
      if (step.place) {
        place.current = step.place
        const asExit = step.place.element.kind === 'transition' && step.place.by?.from === 'source'
        editor.reveal(step.place.element, { focus: true, asExit })
      }
      const passed = step.place && verbosity() === 'detailed' ? step.via : null
      for (const words of [passed, step.say]) if (words) announce(words)
    }
    const from = (next: (at: Place) => Step) => {
      const { document } = editor.store.getState()
      const at = here()
      go(at ? next(at) : goTo(document, null, 'start'))
    }
    const selected = () =>
      editor.store.getState().session.selection.flatMap(({ kind, id }) => (kind === 'stage' ? [{ id }] : []))

    return {
      zoomIn: () => void flow.zoomIn(motion()),
      zoomOut: () => void flow.zoomOut(motion()),
      fit: () => void flow.fitView({ padding: fitPadding, maxZoom: 1, ...motion() }),
      zoomTo: (zoom) => void flow.zoomTo(zoom, motion()),
      drawsGlobals,
      toggleGlobals: () => drawGlobals(!drawsGlobals),
      zoomToSelection() {
        const nodes = selected()
        void flow.fitView({
          padding: fitPadding,
          maxZoom: 1.5,
          ...motion(),
          ...(nodes.length > 0 ? { nodes } : {}),
        })
      },
      pan({ x, y }) {
        const view = flow.getViewport()
        void flow.setViewport({ ...view, x: view.x - x * 80, y: view.y - y * 80 }, motion())
      },
      centre() {
        const box = host?.getBoundingClientRect()
        if (!box) return { x: 0, y: 0 }
        const middle = flow.screenToFlowPosition({ x: box.x + box.width / 2, y: box.y + box.height / 2 })
        return { x: middle.x - cardWidth / 2, y: middle.y - cardHeight / 2 }
      },
      layout: layOut,
      startMoveMode: startMove,
      walk: (key) => from((at) => walk(editor.store.getState().document, at, directionOf(key))),
      goTo: (where) => go(goTo(editor.store.getState().document, active(), where)),
      follow: (number) => from((at) => follow(editor.store.getState().document, at, number)),
      focusTransitions: () => from((at) => firstTransition(editor.store.getState().document, at)),
      openMenu,
      place: placeNew,
    }
  }, [editor, flow, host, layOut, drawsGlobals, drawGlobals, startMove, openMenu, placeNew])
}
