/**
 * The page that is measured: `?stages=100` draws our canvas with figures, `&peer=bare` the same graph in React Flow
 * alone, with the smallest node there is. Both tell the moment they are ready as `data-ready` on the root element.
 */
import { ReactFlow } from '@xyflow/react'
import '@xyflow/react/dist/style.css'
import { lazy, type ReactNode, Suspense, useEffect, useMemo } from 'react'
import { flushSync } from 'react-dom'
import { createRoot } from 'react-dom/client'
import { lint } from '../../../src/domain/lint/lint.ts'
import { stagesInOrder } from '../../../src/domain/process/process.ts'
import { emptyReferenceData } from '../../../src/domain/process/reference.ts'
import type { EditorUi } from '../../../src/editor/actions/index.ts'
import { createEditor } from '../../../src/editor/createEditor.ts'
import { EditorProvider } from '../../../src/editor/react.ts'
import { Canvas } from '../../../src/features/canvas/index.ts'
import { HouseTheme } from '../../../src/ui/theme/index.ts'
import { whenIdle } from '../../../src/ui/whenIdle.ts'
import { layeredProcess } from '../../kit/layeredProcess.ts'

const wishes = new URLSearchParams(location.search)
const document_ = layeredProcess(Number(wishes.get('stages') ?? 100))
const settings = { mac: false, singleKeys: true }

/** As in the app: the canvas comes first. */
const ExactStrip = lazy(async () => {
  await whenIdle()
  return { default: (await import('../../../src/features/strip/index.ts')).ExactStrip }
})

/** Two frames after the last node came, everything is painted. */
function Ready({ children }: { readonly children: ReactNode }) {
  useEffect(() => {
    const look = () => {
      if (!document.querySelector('.react-flow__node')) {
        requestAnimationFrame(look)
        return
      }
      requestAnimationFrame(() =>
        requestAnimationFrame(() => {
          document.documentElement.dataset.ready = performance.now().toFixed(1)
        }),
      )
    }
    look()
  }, [])
  return children
}

function Ours() {
  const editor = useMemo(() => {
    let count = 0
    return createEditor({
      lint,
      document: document_,
      base: null,
      reference: emptyReferenceData,
      actorId: 'bench',
      newId: () => `made-${++count}`,
      now: () => new Date().toISOString(),
    })
  }, [])
  const ui = useMemo<EditorUi>(
    () => ({
      canvas: null,
      announce: () => {},
      open: () => {},
      showDetails: () => {},
      show: () => {},
      clipboard: { write: async () => {}, read: async () => '' },
    }),
    [],
  )
  const stageId = document_.stages['stage-000003']?.id ?? ''
  const editProbability = (round: number) =>
    flushSync(() => {
      editor.dispatch('updateStage', { stageId, changes: { defaultProbability: 20 + (round % 5) } })
    })
  Object.assign(window, { editProbability })
  return (
    <HouseTheme>
      <EditorProvider editor={editor}>
        <Suspense>
          <ExactStrip />
        </Suspense>
        <div style={{ height: 'calc(100vh - 50px)' }}>
          <Canvas ui={ui} settings={settings} onPort={nothing} onMenu={nothing} />
        </div>
      </EditorProvider>
    </HouseTheme>
  )
}
const nothing = () => {}

function Bare() {
  const nodes = stagesInOrder(document_).map(({ id, position, stageName }) => ({
    id,
    position,
    data: { label: stageName },
  }))
  const edges = Object.values(document_.transitions).flatMap(({ id, fromStageId, toStageId }) =>
    fromStageId === null ? [] : [{ id, source: fromStageId, target: toStageId }],
  )
  return (
    <div style={{ height: '100vh' }}>
      <ReactFlow defaultNodes={nodes} defaultEdges={edges} fitView minZoom={0.02} />
    </div>
  )
}

const root = document.getElementById('root')
if (root) createRoot(root).render(<Ready>{wishes.get('peer') === 'bare' ? <Bare /> : <Ours />}</Ready>)
