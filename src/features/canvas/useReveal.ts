/** Focus and view on the canvas: what was asked for is shown, what has focus is in view, and focus is never lost. */
import { useReactFlow } from '@xyflow/react'
import { useEffect, useRef } from 'react'
import { graphOf } from '../../domain/process/graph.ts'
import { useEditor, useEditorState } from '../../editor/react.ts'
import { sameElement } from '../../editor/session.ts'
import { drawn } from './flow.ts'
import { bringIntoView, elementAt, elementOf, type Insets } from './focus.ts'
import { cardHeight, cardWidth } from './geometry.ts'

/** The canvas is one Tab stop: something on it must always be the one that takes focus. */
export function useFirstActive(): void {
  const editor = useEditor()
  const active = useEditorState((state) => state.session.active)
  const document = useEditorState((state) => state.document)
  useEffect(() => {
    if (active && drawn(document, active)) return
    const { entry, stages } = graphOf(document)
    const first = entry ?? stages[0]
    if (first) editor.setActive({ kind: 'stage', id: first.id })
  }, [active, document, editor])
}

export function useReveal(host: HTMLElement | null, insets: Insets): void {
  const editor = useEditor()
  const flow = useReactFlow()
  const reveal = useEditorState((state) => state.session.reveal)
  const shown = useRef<number | null>(null)
  useEffect(() => {
    if (!host) return
    // What was asked for before the canvas appeared is shown; it takes focus only where nobody else has it.
    const earlier = shown.current === null
    const known = shown.current ?? 0
    shown.current = reveal?.at ?? known
    if (!reveal || reveal.at === known) return
    // The list beside the canvas focuses its own row.
    const elsewhere = document.activeElement?.closest('[data-outline]') != null
    const takesFocus = reveal.focus && !elsewhere && (!earlier || document.activeElement === document.body)
    // A dialog that is opened while the card is on its way keeps the focus it took.
    const before = new Set(dialogs())
    // So does whatever somebody went on to meanwhile.
    const from = document.activeElement
    const wentOn = () => {
      const now = document.activeElement
      return from !== now && host.contains(from) && now !== document.body
    }
    let tries = 0
    let frame = 0
    // A card that was made just now is in the page a frame or two later; one far outside may not be in it at all.
    const look = () => {
      const { document: now } = editor.store.getState()
      const target = drawn(now, reveal.element)
      const element = target ? elementOf(host, target) : null
      if (element) {
        bringIntoView(host, element, flow, insets)
        if (!takesFocus || wentOn() || dialogs().some((dialog) => !before.has(dialog))) return
        // A modal dialog would pull focus back, and off the field that had it: one on its way out is waited for.
        if (!document.activeElement?.closest('[aria-modal=true]')) element.focus({ preventScroll: true })
        else if (tries++ < 30) frame = requestAnimationFrame(look)
        return
      }
      tries += 1
      if (tries === 3 && target) {
        const stage =
          now.stages[target.kind === 'stage' ? target.id : (now.transitions[target.id]?.toStageId ?? '')]
        if (stage) {
          const { x, y } = stage.position
          void flow.setCenter(x + cardWidth / 2, y + cardHeight / 2, { zoom: flow.getZoom(), duration: 0 })
        }
      }
      if (tries < 30) frame = requestAnimationFrame(look)
    }
    frame = requestAnimationFrame(look)
    return () => cancelAnimationFrame(frame)
  }, [editor, host, reveal, flow, insets])
  useEffect(() => {
    if (!host) return
    const focused = (event: FocusEvent) => {
      const target = event.target instanceof HTMLElement ? event.target : null
      if (target?.matches('[data-stage-id], [data-transition-id]') && target.matches(':focus-visible'))
        bringIntoView(host, target, flow, insets)
    }
    host.addEventListener('focusin', focused)
    return () => host.removeEventListener('focusin', focused)
  }, [host, flow, insets])
  useFocusHeir(host)
}

const dialogs = (): Element[] => [...document.querySelectorAll('[role=dialog], [role=alertdialog]')]

/** Where the focused element was removed (delete, undo, somebody else's change), its heir takes over. */
function useFocusHeir(host: HTMLElement | null): void {
  const editor = useEditor()
  useEffect(() => {
    if (!host) return
    let had = false
    const note = () => {
      had = host.contains(document.activeElement)
    }
    // A removed element loses focus without a word in some browsers, so the last known state counts.
    const lost = () => setTimeout(note, 0)
    host.addEventListener('focusin', note)
    host.addEventListener('focusout', lost)
    const stop = editor.onChange(({ origin }) => {
      if (!had) return
      requestAnimationFrame(() =>
        requestAnimationFrame(() => {
          const now = document.activeElement
          const { active } = editor.store.getState().session
          const lostFocus = now === null || now === document.body
          // Undo makes what it brings back the active element; focus goes with it.
          const restored = origin === 'undo' || origin === 'redo'
          if (
            !lostFocus &&
            !(
              restored &&
              host.contains(now) &&
              !sameElement(elementAt(now), active && drawn(editor.store.getState().document, active))
            )
          )
            return
          if (active) editor.reveal(active, { focus: true })
          else host.querySelector<HTMLElement>('[data-empty-canvas] button')?.focus()
        }),
      )
    })
    return () => {
      stop()
      host.removeEventListener('focusin', note)
      host.removeEventListener('focusout', lost)
    }
  }, [editor, host])
}
