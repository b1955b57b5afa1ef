/**
 * The process as a drawing. React Flow mounts, pans and zooms; the document lies in the editor, keys and pointers are
 * handled here, and every change is a command. One Tab stop; arrows walk the process.
 */
import { Background, MiniMap, ReactFlow, ReactFlowProvider, useStore } from '@xyflow/react'
import '@xyflow/react/dist/base.css'
import {
  type CSSProperties,
  type ReactNode,
  useCallback,
  useDeferredValue,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react'
import type { CanvasPort, EditorUi } from '../../editor/actions/index.ts'
import type { ElementRef } from '../../editor/editor.ts'
import { canvasName } from '../../editor/names.ts'
import { useEditor, useEditorState } from '../../editor/react.ts'
import type { ShortcutSettings } from '../../editor/shortcuts.ts'
import { useText } from '../../text/index.ts'
import { useKeptSwitch } from '../../ui/display/useKeptSwitch.ts'
import { later } from '../../ui/later.tsx'
import { whenIdle } from '../../ui/whenIdle.ts'
import { ArrowHeads } from './ArrowHeads.tsx'
import { CanvasContext, type CanvasTools, ChipLayerContext } from './CanvasContext.ts'
import type { CanvasToolbarProps } from './CanvasToolbar.tsx'
import styles from './canvas.module.css'
import { EmptyCanvas } from './EmptyCanvas.tsx'
import { edgesOf, globalEdgesOf, nodesOf } from './flow.ts'
import { elementOf, type Insets } from './focus.ts'
import { GestureOverlay } from './GestureOverlay.tsx'
import { GlobalArrow } from './GlobalArrow.tsx'
import { nameSizeAt, smallSizeAt } from './geometry.ts'
import { LayoutProgress } from './LayoutProgress.tsx'
import { LinkMenu } from './LinkMenu.tsx'
import { SpotlightNote } from './SpotlightNote.tsx'
import { StageCard } from './StageCard.tsx'
import { stageColorOf } from './stageTone.ts'
import { TransitionArrow } from './TransitionArrow.tsx'
import { useCanvasEvents } from './useCanvasEvents.ts'
import { useCardDrag } from './useCardDrag.ts'
import { useClipboard } from './useClipboard.ts'
import { useLayout } from './useLayout.ts'
import { useLink } from './useLink.ts'
import { useMarquee } from './useMarquee.ts'
import { useMoveMode } from './useMoveMode.ts'
import { usePlace } from './usePlace.ts'
import { usePort } from './usePort.ts'
import { useFirstActive, useReveal } from './useReveal.ts'
import { useView } from './useView.ts'

/** The process is seen first; what stands around it comes a moment later, the tools with all their icons. */
const CanvasToolbar = later<CanvasToolbarProps>(
  async () => (await import('./CanvasToolbar.tsx')).CanvasToolbar,
  () => false,
)
const nodeTypes = { stage: StageCard }
const edgeTypes = { transition: TransitionArrow, global: GlobalArrow }
/** Above so many stages those outside the view come into the page a moment after the others. */
const allAtOnce = 60
/** Above so many stages those outside the view are not in the page: readers that browse it have the list. */
const allInPage = 200
/** In a canvas narrower than this the overview map stands above the toolbar, in pixels. */
const besideToolbar = 800
/** The toolbar lies over the lower edge. */
const noInsets: Insets = { top: 0, right: 0, bottom: 48, left: 0 }

/** From afar only names are shown; from further off arrows are drawn stronger; at last there are only colours. */
const distance = (nameSize: number): 0 | 1 | 2 | 3 =>
  nameSize > 40 ? 3 : nameSize > 28 ? 2 : nameSize > 20 ? 1 : 0

/** Properties of the canvas, so that no card is rendered again. */
const sizedWords = (
  name: number,
  small: number,
): CSSProperties & { '--name-size': string; '--small-size': string } => ({
  '--name-size': `${name}px`,
  '--small-size': `${small}px`,
})
/** From this size on small words have the room of the stage's number as well, in canvas pixels. */
const dense = 18

export interface CanvasProps {
  readonly ui: EditorUi
  readonly settings: ShortcutSettings
  /** Gives the canvas's abilities to the actions, and takes them back with null. */
  readonly onPort: (port: CanvasPort | null) => void
  readonly onMenu: (element: ElementRef | null, at: { readonly x: number; readonly y: number }) => void
  /** Opens what people said about an element; its details without it. */
  readonly onComments?: (element: ElementRef) => void
  /** More ways to begin, beside the first stage, while there is none (templates, import): buttons. */
  readonly empty?: ReactNode
  readonly insets?: Insets
}

export function Canvas(props: CanvasProps) {
  return (
    <ReactFlowProvider>
      <Drawing {...props} />
    </ReactFlowProvider>
  )
}

function Drawing({
  ui: screen,
  settings,
  onPort,
  onMenu,
  onComments,
  empty,
  insets = noInsets,
}: CanvasProps) {
  const speech = useText('speech')
  const editor = useEditor()
  const document = useEditorState((state) => state.document)
  const [host, setHost] = useState<HTMLElement | null>(null)
  const [minimap, setMinimap] = useKeptSwitch('minimap', matchMedia('(min-width: 700px)').matches)
  const nodes = useMemo(() => nodesOf(document), [document])
  const [globals, setGlobals] = useKeptSwitch('globalArrows', false)
  const edges = useMemo(
    () => (globals ? [...edgesOf(document), ...globalEdgesOf(document)] : edgesOf(document)),
    [document, globals],
  )
  const { carrying, startCardDrag } = useCardDrag(editor, host)
  const { link, startLink, answer } = useLink(editor, host)
  const marquee = useMarquee(editor, host)
  const { placing, place } = usePlace(editor, host)
  const move = useMoveMode(editor, carrying)
  const layout = useLayout(editor)
  const view = useView(editor, host)
  const nameSize = useStore(({ transform }) => nameSizeAt(transform[2]))
  const smallSize = useStore(({ transform }) => smallSizeAt(transform[2]))
  const far = distance(nameSize)
  const menu = useRef(onMenu)
  menu.current = onMenu

  const openMenu = useCallback(() => {
    const { active } = editor.store.getState().session
    const element = active && host ? elementOf(host, active) : null
    const box = (element ?? host)?.getBoundingClientRect()
    menu.current(active, box ? { x: box.left + 12, y: element ? box.bottom : box.top + 12 } : { x: 0, y: 0 })
  }, [editor, host])
  const port = usePort({
    editor,
    host,
    layOut: layout.start,
    globals: [globals, setGlobals],
    startMove: move.start,
    openMenu,
    place,
  })
  useEffect(() => {
    onPort(port)
    return () => onPort(null)
  }, [onPort, port])
  const ui = useMemo<EditorUi>(() => ({ ...screen, canvas: port }), [screen, port])
  const [chipLayer, setChipLayer] = useState<Element | null>(null)
  useLayoutEffect(() => setChipLayer(host?.querySelector('.react-flow__edgelabel-renderer') ?? null), [host])
  const showComments = useCallback(
    (element: ElementRef) => (onComments ?? screen.showDetails)(element),
    [onComments, screen],
  )
  const tools = useMemo<CanvasTools>(
    () => ({ startCardDrag, startLink, showComments }),
    [startCardDrag, startLink, showComments],
  )
  const events = useCanvasEvents({ host, ui, settings, move, onMenu: menu })
  useClipboard(host, ui)
  useFirstActive()
  useReveal(host, insets)
  useEffect(() => {
    // Phone readers ignore "application"; the list view is their way in, and a named group harms nobody.
    host?.querySelector('.react-flow')?.setAttribute('role', 'group')
    host?.querySelector('.react-flow__edges')?.setAttribute('aria-hidden', 'true')
  }, [host])

  const count = nodes.length
  const settled = useSettled(count > allAtOnce)
  const narrow = useStore(({ width }) => width < besideToolbar)
  const around = useDeferredValue(true, false)
  return (
    <CanvasContext value={tools}>
      <ChipLayerContext value={chipLayer}>
        <div className={styles.frame}>
          <CanvasToolbar ui={ui} settings={settings} minimap={minimap} onMinimap={setMinimap} />
          <LayoutProgress layout={layout} />
          <SpotlightNote ui={ui} settings={settings} />
          <div
            ref={setHost}
            dir="ltr"
            className={styles.host}
            data-far={far || undefined}
            data-dense={smallSize >= dense || undefined}
            style={sizedWords(nameSize, smallSize)}
            {...events}
          >
            {host ? (
              <ReactFlow
                nodes={nodes}
                edges={edges}
                nodeTypes={nodeTypes}
                edgeTypes={edgeTypes}
                aria-label={canvasName({ document, problems: editor.problems() })}
                aria-description={speech('canvasDescription')}
                defaultViewport={view.defaultViewport}
                onMoveEnd={view.onMoveEnd}
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
                onlyRenderVisibleElements={count > (settled ? allInPage : allAtOnce)}
                deleteKeyCode={null}
                selectionKeyCode={null}
                multiSelectionKeyCode={null}
                panActivationKeyCode={null}
                zoomActivationKeyCode={null}
                zoomOnDoubleClick={false}
                panOnScroll
                onPaneClick={() => editor.select([])}
              >
                <div aria-hidden>
                  <Background gap={20} size={1} color="var(--color-grid)" />
                </div>
                {around && minimap && count > 0 ? (
                  <div aria-hidden className={styles.minimap} data-raised={narrow || undefined}>
                    <MiniMap
                      pannable
                      zoomable
                      nodeColor={({ id }) => stageColorOf(document.stages[id])}
                      nodeStrokeWidth={0}
                      bgColor="var(--color-surface)"
                      maskColor="color-mix(in srgb, var(--color-bg) 72%, transparent)"
                      ariaLabel={null}
                    />
                  </div>
                ) : null}
              </ReactFlow>
            ) : null}
            <ArrowHeads />
            <GestureOverlay host={host} link={link} placing={placing} marquee={marquee} carrying={carrying} />
            <LinkMenu link={link} onAnswer={answer} />
            {count === 0 ? <EmptyCanvas ui={ui}>{empty}</EmptyCanvas> : null}
          </div>
        </div>
      </ChipLayerContext>
    </CanvasContext>
  )
}

/** False until the page has been drawn and nothing presses; asks only where the answer matters. */
function useSettled(matters: boolean): boolean {
  const [settled, setSettled] = useState(false)
  useEffect(() => {
    if (!matters) return
    let here = true
    void whenIdle().then(() => here && setSettled(true))
    return () => {
      here = false
    }
  }, [matters])
  return settled
}
