/**
 * The process as a drawing. React Flow mounts, pans and zooms; the document lies in the editor, keys and pointers are
 * handled here, and every change is a command. One Tab stop; arrows walk the process.
 */
import { Background, MiniMap, ReactFlow, ReactFlowProvider, useReactFlow, useStore } from '@xyflow/react'
import '@xyflow/react/dist/base.css'
import {
  type KeyboardEvent,
  type MouseEvent,
  type ReactNode,
  useCallback,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react'
import { graphOf } from '../../domain/process/graph.ts'
import type { CanvasPort, EditorUi } from '../../editor/actions/index.ts'
import type { ElementRef } from '../../editor/editor.ts'
import { canvasName } from '../../editor/names.ts'
import { useEditor, useEditorState } from '../../editor/react.ts'
import { sameElement } from '../../editor/session.ts'
import { handleKey, placeOf, type ShortcutSettings } from '../../editor/shortcuts.ts'
import { useText } from '../../text/index.ts'
import { ArrowHeads } from './ArrowHeads.tsx'
import { CanvasContext, type CanvasTools } from './CanvasContext.ts'
import styles from './canvas.module.css'
import { edgesOf, nodesOf } from './flow.ts'
import { bringIntoView, elementAt, elementOf, type Insets } from './focus.ts'
import { LinkOverlay } from './LinkOverlay.tsx'
import { StageCard, toneOf } from './StageCard.tsx'
import { TransitionArrow } from './TransitionArrow.tsx'
import { useCardDrag } from './useCardDrag.ts'
import { useLayout } from './useLayout.ts'
import { useLink } from './useLink.ts'
import { useMarquee } from './useMarquee.ts'
import { useMoveMode } from './useMoveMode.ts'
import { usePort } from './usePort.ts'

const nodeTypes = { stage: StageCard }
const edgeTypes = { transition: TransitionArrow }
/** Below this zoom only names can be read, so only names are shown. */
const farZoom = 0.55
/** Above so many stages those outside the view are not in the page. */
const allInPage = 200
const noInsets: Insets = { top: 0, right: 0, bottom: 0, left: 0 }

export interface CanvasProps {
  readonly ui: EditorUi
  readonly settings: ShortcutSettings
  /** Gives the canvas's abilities to the actions, and takes them back with null. */
  readonly onPort: (port: CanvasPort | null) => void
  readonly onMenu: (element: ElementRef | null, at: { readonly x: number; readonly y: number }) => void
  /** What to show while there is no stage. */
  readonly empty?: ReactNode
  readonly insets?: Insets
  readonly minimap?: boolean
}

export function Canvas(props: CanvasProps) {
  return (
    <ReactFlowProvider>
      <Drawing {...props} />
    </ReactFlowProvider>
  )
}

function Drawing({ ui, settings, onPort, onMenu, empty, insets = noInsets, minimap = false }: CanvasProps) {
  const t = useText('canvas')
  const speech = useText('speech')
  const editor = useEditor()
  const document = useEditorState((state) => state.document)
  const readOnly = useEditorState((state) => state.readOnly)
  const [host, setHost] = useState<HTMLElement | null>(null)
  const nodes = useMemo(() => nodesOf(document), [document])
  const edges = useMemo(() => edgesOf(document), [document])
  const startCardDrag = useCardDrag(editor)
  const { link, startLink } = useLink(editor)
  const marquee = useMarquee(editor, host)
  const move = useMoveMode(editor)
  const layOut = useLayout(editor)
  const far = useStore(({ transform }) => transform[2] < farZoom)
  const menu = useRef(onMenu)
  menu.current = onMenu

  const openMenuAtActive = useCallback(() => {
    const { active } = editor.store.getState().session
    const element = active && host ? elementOf(host, active) : null
    const box = element?.getBoundingClientRect()
    menu.current(active, box ? { x: box.left + 12, y: box.bottom } : { x: 0, y: 0 })
  }, [editor, host])
  const port = usePort({ editor, host, layOut, startMove: move.start, openMenu: openMenuAtActive })
  useEffect(() => {
    onPort(port)
    return () => onPort(null)
  }, [onPort, port])
  const tools = useMemo<CanvasTools>(() => ({ startCardDrag, startLink }), [startCardDrag, startLink])

  useFirstActive()
  useReveal(host, insets)
  useEffect(() => {
    // Phone readers ignore "application"; the list view is their way in, and a named group harms nobody.
    host?.querySelector('.react-flow')?.setAttribute('role', 'group')
  }, [host])

  const onKeyDown = (event: KeyboardEvent) => {
    if (move.handleKey(event)) {
      event.preventDefault()
      event.stopPropagation()
      return
    }
    const used = handleKey(event.nativeEvent, placeOf(event.target, 'canvas'), settings, { editor, ui })
    if (used) event.preventDefault()
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
    if (host) elementOf(host, element)?.focus({ preventScroll: true })
  }
  const onContextMenu = (event: MouseEvent) => {
    event.preventDefault()
    const element = elementAt(event.target)
    if (element) {
      const { selection } = editor.store.getState().session
      if (!selection.some((one) => sameElement(one, element))) editor.select([element])
      editor.setActive(element)
    }
    onMenu(element, { x: event.clientX, y: event.clientY })
  }

  const count = nodes.length
  return (
    <CanvasContext value={tools}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: keys of the focused card or chip arrive here */}
      <div
        ref={setHost}
        className={styles.host}
        data-far={far || undefined}
        onKeyDown={onKeyDown}
        onBlur={(event) => {
          if (!event.currentTarget.contains(event.relatedTarget)) move.drop()
        }}
        onClick={onClick}
        onDoubleClick={(event) => {
          const element = elementAt(event.target)
          if (element) ui.showDetails(element)
        }}
        onFocus={(event) => {
          const element = elementAt(event.target)
          if (element) editor.setActive(element)
        }}
        onContextMenu={onContextMenu}
      >
        <ReactFlow
          nodes={nodes}
          edges={edges}
          nodeTypes={nodeTypes}
          edgeTypes={edgeTypes}
          aria-label={canvasName({ document, problems: editor.problems() })}
          aria-description={speech('canvasDescription')}
          fitView
          fitViewOptions={{ padding: 0.12, maxZoom: 1 }}
          minZoom={0.05}
          maxZoom={3}
          nodesDraggable={false}
          nodesConnectable={false}
          nodesFocusable={false}
          edgesFocusable={false}
          edgesReconnectable={false}
          elementsSelectable={false}
          disableKeyboardA11y
          autoPanOnNodeFocus={false}
          onlyRenderVisibleElements={count > allInPage}
          deleteKeyCode={null}
          selectionKeyCode={null}
          multiSelectionKeyCode={null}
          panActivationKeyCode={null}
          zoomActivationKeyCode={null}
          zoomOnDoubleClick={false}
          panOnScroll
          onPaneClick={() => editor.select([])}
        >
          <Background gap={20} size={1} color="var(--color-grid)" />
          {minimap ? (
            <div aria-hidden>
              <MiniMap
                pannable
                zoomable
                nodeColor={(node) => {
                  const stage = document.stages[node.id]
                  return stage ? `var(--stage-${toneOf(stage)}-border)` : 'var(--color-line)'
                }}
                bgColor="var(--color-surface)"
                maskColor="color-mix(in srgb, var(--color-bg) 70%, transparent)"
                ariaLabel={null}
              />
            </div>
          ) : null}
        </ReactFlow>
        <ArrowHeads />
        <LinkOverlay link={link} host={host} />
        {marquee ? (
          <div
            className={styles.marquee}
            style={{
              left: marquee.left,
              top: marquee.top,
              width: marquee.right - marquee.left,
              height: marquee.bottom - marquee.top,
            }}
          />
        ) : null}
        {count === 0 && readOnly === null ? (
          <div className={styles.empty}>{empty ?? t('emptyTitle')}</div>
        ) : null}
      </div>
    </CanvasContext>
  )
}

/** The canvas is one Tab stop: something on it must always be the one that takes focus. */
function useFirstActive(): void {
  const editor = useEditor()
  const active = useEditorState((state) => state.session.active)
  const document = useEditorState((state) => state.document)
  useEffect(() => {
    if (active) return
    const { entry, stages } = graphOf(document)
    const first = entry ?? stages[0]
    if (first) editor.setActive({ kind: 'stage', id: first.id })
  }, [active, document, editor])
}

/** Brings into view, and on wish into focus, what somebody asked to reveal; also what got focus by itself. */
function useReveal(host: HTMLElement | null, insets: Insets): void {
  const editor = useEditor()
  const flow = useReactFlow()
  const reveal = useEditorState((state) => state.session.reveal)
  const shown = useRef(0)
  useEffect(() => {
    if (!host || !reveal || reveal.at === shown.current) return
    shown.current = reveal.at
    let tries = 0
    let frame = 0
    // A card that was made just now is in the page a frame or two later.
    const look = () => {
      const element = elementOf(host, reveal.element)
      if (!element) {
        tries += 1
        if (tries < 20) frame = requestAnimationFrame(look)
        return
      }
      bringIntoView(host, element, flow, insets)
      if (reveal.focus) element.focus({ preventScroll: true })
    }
    frame = requestAnimationFrame(look)
    return () => cancelAnimationFrame(frame)
  }, [host, reveal, flow, insets])
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
  // Focus is never lost: where the focused element was removed, its heir takes over.
  useEffect(() => {
    if (!host) return
    let had = false
    const note = () => {
      had = host.contains(window.document.activeElement)
    }
    host.addEventListener('focusin', note)
    host.addEventListener('focusout', () => queueMicrotask(note))
    return editor.onChange(() => {
      if (!had) return
      requestAnimationFrame(() => {
        const now = window.document.activeElement
        const { active } = editor.store.getState().session
        if (active && (now === null || now === window.document.body)) editor.reveal(active, { focus: true })
      })
    })
  }, [editor, host])
}
