/**
 * Drawing a transition by the pointer: from a stage's handle to another stage, or an end of an existing transition to
 * another stage. While hovering a target that is refused, the reason stands beside the pointer. Dropped on an empty
 * place it asks which kind of stage is to appear there, connected (LinkMenu.tsx).
 */
import { useReactFlow } from '@xyflow/react'
import { useCallback, useState } from 'react'
import { createStore, type StoreApi } from 'zustand/vanilla'
import { type CommandCall, type PayloadOf, refusalOf } from '../../domain/commands/registry.ts'
import type { ProcessDocument } from '../../domain/process/process.ts'
import type { Position } from '../../domain/process/stage.ts'
import { connectionRefused } from '../../editor/announcements.ts'
import type { Editor } from '../../editor/editor.ts'
import { stageNameOf } from '../../editor/rowNames.ts'
import { text } from '../../text/index.ts'
import { announce } from '../../ui/announcer/index.ts'
import { autoPan } from './autoPan.ts'
import type { LinkStart } from './CanvasContext.ts'
import { cardHeight, cardWidth, snapped } from './geometry.ts'
import { followPointer } from './pointer.ts'
import { revealMade } from './revealMade.ts'
import { routeToPoint } from './routes.ts'

export interface Link {
  /** In canvas pixels. */
  readonly path: string
  readonly refused: boolean
  /** What letting go would do, or why it may not be done. */
  readonly word: string
  /** In pixels of the window. */
  readonly pointer: Position
  readonly targetId: string | null
  /** The stage a new one is to follow, while it is asked which kind that shall be. */
  readonly askedAfter: string | null
}

export function useLink(
  editor: Editor,
  host: HTMLElement | null,
): {
  readonly link: StoreApi<Link | null>
  readonly startLink: (start: LinkStart, event: PointerEvent) => void
  /** Answers the menu: a stage of this kind where the line ends; null for none. */
  readonly answer: (kind: PayloadOf<'addStage'>['kind'] | null) => void
} {
  const flow = useReactFlow()
  const [link] = useState(() => createStore<Link | null>(() => null))

  const startLink = useCallback(
    (start: LinkStart, down: PointerEvent) => {
      const { document, readOnly } = editor.store.getState()
      const fixed = fixedEnd(document, start)
      if (readOnly !== null || !fixed) return

      const look = (event: PointerEvent): Link => {
        const pointer = { x: event.clientX, y: event.clientY }
        const targetId = stageAt(pointer)
        const call = callFor(document, start, targetId)
        const reason = call ? refusalOf(document, call) : null
        const word = reason ?? (targetId ? connectWord(document, targetId) : emptyWord(start))
        return {
          path: routeToPoint(fixed.position, flow.screenToFlowPosition(pointer), fixed.loose),
          refused: reason !== null,
          word,
          pointer,
          targetId,
          askedAfter: null,
        }
      }
      const finish = ({ targetId, refused, word }: Link) => {
        const call = callFor(document, start, targetId)
        if (call && refused) announce(connectionRefused(word))
        else if (call) revealMade(editor, editor.run(call))
      }
      const pan = autoPan(host, flow, (event) => link.setState(look(event), true))
      const gesture = {
        move(event: PointerEvent) {
          link.setState(look(event), true)
          pan.at(event)
        },
        end(drop: PointerEvent | null) {
          pan.stop()
          const now = drop && look(drop)
          const asks =
            now && start.kind === 'connect' && now.targetId === null && isOnCanvas(host, now.pointer)
          link.setState(asks ? { ...now, word: '', askedAfter: start.fromStageId } : null, true)
          if (now && !asks) finish(now)
        },
      }
      // A click on the handle arms it: the line follows the pointer until the next click (no drag needed).
      followPointer(down, { ...gesture, click: () => followPointer(down, gesture, true) })
    },
    [editor, flow, host, link],
  )
  const answer = useCallback<ReturnType<typeof useLink>['answer']>(
    (kind) => {
      const asked = link.getState()
      link.setState(null, true)
      if (!kind || !asked?.askedAfter) return
      const at = flow.screenToFlowPosition(asked.pointer)
      const position = snapped({ x: at.x - cardWidth / 2, y: at.y - cardHeight / 2 })
      const payload = { afterStageId: asked.askedAfter, connect: true, position, kind }
      revealMade(editor, editor.dispatch('addStage', payload))
    },
    [editor, flow, link],
  )
  return { link, startLink, answer }
}

/** The card that stays while the other end follows the pointer. */
function fixedEnd(
  document: ProcessDocument,
  start: LinkStart,
): { readonly position: Position; readonly loose: 'source' | 'target' } | null {
  if (start.kind === 'connect') {
    const stage = document.stages[start.fromStageId]
    return stage ? { position: stage.position, loose: 'target' } : null
  }
  const transition = document.transitions[start.transitionId]
  if (!transition) return null
  const fixedId = start.end === 'source' ? transition.toStageId : transition.fromStageId
  const stage = document.stages[fixedId ?? '']
  return stage ? { position: stage.position, loose: start.end } : null
}

type LinkCall = Extract<CommandCall, { id: 'connectStages' | 'reconnectTransition' }>

function callFor(document: ProcessDocument, start: LinkStart, stageId: string | null): LinkCall | null {
  if (stageId === null || !document.stages[stageId]) return null
  if (start.kind === 'connect') {
    const connections = [{ fromStageId: start.fromStageId, toStageId: stageId }]
    return { id: 'connectStages', payload: { connections } }
  }
  const { transitionId, end } = start
  const payload =
    end === 'source' ? { transitionId, fromStageId: stageId } : { transitionId, toStageId: stageId }
  return { id: 'reconnectTransition', payload }
}

const connectWord = (document: ProcessDocument, stageId: string): string =>
  text('canvas', 'connectHere', { name: stageNameOf(document, stageId) })
const emptyWord = (start: LinkStart): string =>
  start.kind === 'connect' ? text('canvas', 'newStageHere') : ''

const isOnCanvas = (host: HTMLElement | null, { x, y }: Position): boolean =>
  host?.contains(document.elementFromPoint(x, y)) ?? false

/** The stage whose card lies under a point of the window. */
export function stageAt({ x, y }: Position): string | null {
  const hit = document.elementFromPoint(x, y)
  return hit?.closest('[data-stage-id]')?.getAttribute('data-stage-id') ?? null
}
