/**
 * Moving a stage by the keyboard: M, then arrows, Enter drops, Escape puts it back. Said in relations, never in
 * coordinates.
 */
import { useCallback, useRef } from 'react'
import type { StoreApi } from 'zustand/vanilla'
import type { ProcessDocument } from '../../domain/process/process.ts'
import type { Position, SalesStage } from '../../domain/process/stage.ts'
import type { Editor } from '../../editor/editor.ts'
import { stageNameOf } from '../../editor/rowNames.ts'
import { text } from '../../text/index.ts'
import { announce } from '../../ui/announcer/index.ts'
import { cardBox, cardHeight, cardWidth, touches } from './geometry.ts'
import { type Guide, snap } from './snapping.ts'
import type { Carrying } from './useCardDrag.ts'

const step = 20
const ways = {
  ArrowRight: { x: 1, y: 0, word: 'moved_right' },
  ArrowLeft: { x: -1, y: 0, word: 'moved_left' },
  ArrowUp: { x: 0, y: -1, word: 'moved_up' },
  ArrowDown: { x: 0, y: 1, word: 'moved_down' },
} as const
type Arrow = keyof typeof ways

interface Moving {
  readonly stageId: string
  relation: string
  /** The stage whose line it is on, so that each line is said once. */
  alignedWith: string | null
}

export interface MoveMode {
  readonly start: (stageId: string) => void
  /** True where the key belonged to the move. */
  readonly handleKey: (event: { readonly key: string; readonly shiftKey: boolean }) => boolean
  /** Focus leaves: the stage stays where it is now. */
  readonly drop: () => void
}

export function useMoveMode(editor: Editor, carrying: StoreApi<Carrying | null>): MoveMode {
  const moving = useRef<Moving | null>(null)
  const explained = useRef(false)

  const placeNow = useCallback(
    (stageId: string): Position | undefined => {
      const { session, document } = editor.store.getState()
      return session.dragging?.[stageId] ?? document.stages[stageId]?.position
    },
    [editor],
  )

  const start = useCallback(
    (stageId: string) => {
      const { document, readOnly } = editor.store.getState()
      if (readOnly !== null) {
        announce(readOnly)
        return
      }
      const name = stageNameOf(document, stageId)
      moving.current = { stageId, relation: '', alignedWith: null }
      announce(text('canvas', explained.current ? 'moveStartAgain' : 'moveStart', { name }))
      explained.current = true
    },
    [editor],
  )

  const drop = useCallback(() => {
    const { current } = moving
    moving.current = null
    if (!current) return
    carrying.setState(null, true)
    const { stageId } = current
    const place = placeNow(stageId)
    if (place) editor.dispatch('moveStages', { positions: { [stageId]: place } })
    editor.setDragging(null)
    const { document } = editor.store.getState()
    const [left] = neighbours(document, stageId, place ?? { x: 0, y: 0 })
    const relation = left ? text('canvas', 'relation', { name: left.stageName }) : ''
    announce(text('canvas', 'moveDropped', { name: stageNameOf(document, stageId), relation }))
  }, [editor, carrying, placeNow])

  const handleKey = useCallback<MoveMode['handleKey']>(
    ({ key, shiftKey }) => {
      const { current } = moving
      if (!current) return false
      const { document } = editor.store.getState()
      const name = stageNameOf(document, current.stageId)
      if (key === 'Enter' || key === ' ') drop()
      else if (key === 'Escape') {
        moving.current = null
        carrying.setState(null, true)
        editor.setDragging(null)
        announce(text('canvas', 'moveCancelled', { name }))
      } else if (isArrow(key)) {
        const from = placeNow(current.stageId)
        if (!from) return true
        const by = step * (shiftKey ? 5 : 1)
        const way = ways[key]
        const wanted = { x: from.x + way.x * by, y: from.y + way.y * by }
        const mate = stageOnLine(document, current.stageId, wanted, way.x === 0 ? 'y' : 'x')
        const place = mate
          ? { ...wanted, ...(way.x === 0 ? { y: mate.position.y } : { x: mate.position.x }) }
          : wanted
        editor.setDragging({ [current.stageId]: place })
        carrying.setState(
          { guides: guidesAt(document, current.stageId, place), insertion: null, pointer: place },
          true,
        )
        const words = moveWords(document, current, place, key)
        const isNews = mate && mate.id !== current.alignedWith
        current.alignedWith = mate?.id ?? null
        const line = isNews ? ` ${text('canvas', 'alignedWith', { name: mate.stageName })}` : ''
        announce(`${words}${line}`, { topic: 'move' })
      } else return key !== 'Tab'
      return true
    },
    [editor, carrying, drop, placeNow],
  )
  return { start, handleKey, drop }
}

/** The stage on whose line the way ends, within half a step of it: the nearest of them. */
function stageOnLine(
  document: ProcessDocument,
  stageId: string,
  place: Position,
  axis: 'x' | 'y',
): SalesStage | undefined {
  const off = (stage: SalesStage) => Math.abs(stage.position[axis] - place[axis])
  const far = (stage: SalesStage) => Math.hypot(stage.position.x - place.x, stage.position.y - place.y)
  return Object.values(document.stages)
    .filter((stage) => stage.id !== stageId && off(stage) <= step / 2)
    .sort((a, b) => off(a) - off(b) || far(a) - far(b))[0]
}

function guidesAt(document: ProcessDocument, stageId: string, place: Position): readonly Guide[] {
  const others = Object.values(document.stages).filter((stage) => stage.id !== stageId)
  return snap(
    cardBox(place),
    others.map((stage) => cardBox(stage.position)),
    0.5,
  ).guides
}

const isArrow = (key: string): key is Arrow => Object.hasOwn(ways, key)

function moveWords(document: ProcessDocument, current: Moving, place: Position, key: Arrow): string {
  const direction = text('canvas', ways[key].word)
  const others = Object.values(document.stages).filter((stage) => stage.id !== current.stageId)
  const under = others.find((stage) => touches(cardBox(stage.position), cardBox(place)))
  if (under) return text('canvas', 'overlaps', { name: under.stageName })
  const relation = relationOf(document, current.stageId, place, direction)
  if (relation === '' || relation.slice(direction.length) === current.relation) return direction
  current.relation = relation.slice(direction.length)
  return relation
}

function relationOf(document: ProcessDocument, stageId: string, place: Position, direction: string): string {
  const [left, right] = neighbours(document, stageId, place)
  if (left && right)
    return text('canvas', 'movedBetween', {
      direction,
      left: left.stageName,
      right: right.stageName,
    })
  if (left) return text('canvas', 'movedRightOf', { direction, name: left.stageName })
  if (right) return text('canvas', 'movedLeftOf', { direction, name: right.stageName })
  const others = Object.values(document.stages).filter(
    (stage) => stage.id !== stageId && Math.abs(stage.position.x - place.x) < cardWidth,
  )
  const above = others
    .filter((stage) => stage.position.y < place.y)
    .sort((a, b) => b.position.y - a.position.y)[0]
  if (above) return text('canvas', 'movedBelow', { direction, name: above.stageName })
  const below = others
    .filter((stage) => stage.position.y > place.y)
    .sort((a, b) => a.position.y - b.position.y)[0]
  return below ? text('canvas', 'movedAbove', { direction, name: below.stageName }) : ''
}

/** The nearest stages left and right in the same row. */
function neighbours(
  document: ProcessDocument,
  stageId: string,
  place: Position,
): [SalesStage | undefined, SalesStage | undefined] {
  const row = Object.values(document.stages).filter(
    (stage) => stage.id !== stageId && Math.abs(stage.position.y - place.y) < cardHeight,
  )
  const left = row
    .filter((stage) => stage.position.x <= place.x)
    .sort((a, b) => b.position.x - a.position.x)[0]
  const right = row
    .filter((stage) => stage.position.x > place.x)
    .sort((a, b) => a.position.x - b.position.x)[0]
  return [left, right]
}
