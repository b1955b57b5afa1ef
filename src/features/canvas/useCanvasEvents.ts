/** Keys and pointers on the canvas, once for all cards and chips: each event asks what it is about. */
import { useReactFlow } from '@xyflow/react'
import type { FocusEvent, KeyboardEvent, MouseEvent, RefObject } from 'react'
import { actions, type EditorUi } from '../../editor/actions/index.ts'
import type { ElementRef } from '../../editor/editor.ts'
import { useEditor } from '../../editor/react.ts'
import { sameElement } from '../../editor/session.ts'
import { actionFor, handleKey, placeOf, type ShortcutSettings } from '../../editor/shortcuts.ts'
import { drawn } from './flow.ts'
import { elementAt, elementOf } from './focus.ts'
import { cardHeight, cardWidth, snapped } from './geometry.ts'
import { revealMade } from './revealMade.ts'
import type { MoveMode } from './useMoveMode.ts'
import { useTouch } from './useTouch.ts'

interface Needs {
  readonly host: HTMLElement | null
  readonly ui: EditorUi
  readonly settings: ShortcutSettings
  readonly move: MoveMode
  readonly onMenu: RefObject<
    (element: ElementRef | null, at: { readonly x: number; readonly y: number }) => void
  >
}

export function useCanvasEvents({ host, ui, settings, move, onMenu }: Needs) {
  const editor = useEditor()
  const flow = useReactFlow()

  const focus = (element: ReturnType<typeof elementAt>) => {
    const shown = element && drawn(editor.store.getState().document, element)
    if (shown && host) elementOf(host, shown)?.focus({ preventScroll: true })
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (move.handleKey(event)) {
      event.preventDefault()
      event.stopPropagation()
      return
    }
    // Buttons of the empty canvas keep their own keys.
    if (event.target instanceof HTMLButtonElement && (event.key === 'Enter' || event.key === ' ')) return
    // Attention on one element is a mode: Escape leaves it before it clears the selection.
    if (event.key === 'Escape' && editor.store.getState().session.spotlight) {
      event.preventDefault()
      void actions.spotlight.run(editor, ui)
      return
    }
    const place = placeOf(event.target, 'canvas')
    const action = actionFor(event.nativeEvent, place, settings)
    // The browser's own copy, cut and paste events follow and need no permission (useClipboard.ts).
    if (action?.id === 'copy' || action?.id === 'cut' || action?.id === 'paste') return
    if (handleKey(event.nativeEvent, place, settings, { editor, ui })) event.preventDefault()
  }
  const onClick = (event: MouseEvent) => {
    const element = elementAt(event.target)
    if (!element) return
    const { selection } = editor.store.getState().session
    const others = selection.filter((one) => !sameElement(one, element))
    const had = others.length < selection.length
    const add = event.shiftKey || event.ctrlKey || event.metaKey
    editor.select(add ? (had ? others : [...others, element]) : [element])
    editor.setActive(element)
    focus(element)
  }
  const onDoubleClick = (event: MouseEvent) => {
    const element = elementAt(event.target)
    if (element) {
      ui.showDetails(element)
      return
    }
    const target = event.target instanceof Element ? event.target : null
    if (!target?.closest('.react-flow__pane')) return
    const at = flow.screenToFlowPosition({ x: event.clientX, y: event.clientY })
    const position = snapped({ x: at.x - cardWidth / 2, y: at.y - cardHeight / 2 })
    revealMade(editor, editor.dispatch('addStage', { position }))
  }
  const openMenuOn = (target: EventTarget | null, at: { readonly x: number; readonly y: number }) => {
    const element = elementAt(target)
    if (element) {
      const { selection } = editor.store.getState().session
      if (!selection.some((one) => sameElement(one, element))) editor.select([element])
      editor.setActive(element)
      focus(element)
    } else editor.select([])
    onMenu.current(element, at)
  }
  const onContextMenu = (event: MouseEvent) => {
    event.preventDefault()
    const { pointerType } =
      event.nativeEvent instanceof PointerEvent ? event.nativeEvent : { pointerType: 'mouse' }
    // The menu key also makes a contextmenu event, and so does a resting finger: both have opened the menu already.
    if (pointerType === '' || pointerType === 'touch') return
    openMenuOn(event.target, { x: event.clientX, y: event.clientY })
  }
  useTouch(host, openMenuOn)
  const onFocus = (event: FocusEvent) => {
    const element = elementAt(event.target)
    const { session, document } = editor.store.getState()
    // A card may stand for a global transition that leads to it: then that stays the active element.
    const shown = session.active && drawn(document, session.active)
    if (element && !sameElement(shown, element)) editor.setActive(element)
  }
  const onBlur = (event: FocusEvent) => {
    if (!event.currentTarget.contains(event.relatedTarget)) move.drop()
  }
  return { onKeyDown, onClick, onDoubleClick, onContextMenu, onFocus, onBlur }
}
