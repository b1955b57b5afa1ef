/** The canvas on a process in a real browser, with the verbs of someone who draws there. */
import { render } from '@testing-library/react'
import { page } from 'vitest/browser'
import type { ProcessDocument } from '../../src/domain/process/process.ts'
import type { CanvasPort } from '../../src/editor/actions/index.ts'
import type { Editor, ElementRef } from '../../src/editor/editor.ts'
import { EditorProvider } from '../../src/editor/react.ts'
import { Canvas } from '../../src/features/canvas/index.ts'
import { activity } from '../../src/ui/announcer/index.ts'
import { HouseTheme } from '../../src/ui/theme/index.ts'
import { anEditor, standard } from './builders.ts'
import { anEditorUi, type WrittenUi } from './editorUi.ts'
import { settled } from './pointer.ts'

const settings = { mac: false, singleKeys: true }

export interface CanvasScreen {
  readonly editor: Editor
  readonly ui: WrittenUi
  readonly port: () => CanvasPort
  /** What menus were asked for: the element, or null for the empty canvas. */
  readonly menus: (ElementRef | null)[]
  /** Whose comments were asked for. */
  readonly comments: ElementRef[]
}

export async function openCanvas(document: ProcessDocument = standard().document): Promise<CanvasScreen> {
  const editor = anEditor(document)
  const ui = anEditorUi()
  const menus: (ElementRef | null)[] = []
  const comments: ElementRef[] = []
  let port: CanvasPort | null = null
  render(
    <HouseTheme>
      <EditorProvider editor={editor}>
        <button type="button">Before</button>
        <div style={{ height: 600 }}>
          <Canvas
            ui={ui}
            settings={settings}
            onPort={(given) => {
              port = given
            }}
            onMenu={(element) => menus.push(element)}
            onComments={(element) => comments.push(element)}
          />
        </div>
        <button type="button">After</button>
      </EditorProvider>
    </HouseTheme>,
  )
  await settled()
  return {
    editor,
    ui,
    menus,
    comments,
    port: () => {
      if (!port) throw new Error('The canvas is not on screen.')
      return port
    },
  }
}

export const card = (name: string) => page.getByRole('group', { name: new RegExp(`^${name}, `) })
export const chip = (from: string, to: string) =>
  page.getByRole('group', { name: new RegExp(`from ${from} to ${to}|${to}, .*from ${from}`) })

/** From where a transition is drawn. */
export async function handleOf(name: string): Promise<Element> {
  const element = await card(name).findElement()
  const handle = element.querySelector('[title^="Drag to another stage"]')
  if (!handle) throw new Error(`${name} has no handle.`)
  return handle
}

export const documentOf = ({ editor }: Pick<CanvasScreen, 'editor'>): ProcessDocument =>
  editor.store.getState().document
export const selectedIds = ({ editor }: Pick<CanvasScreen, 'editor'>): string[] =>
  editor.store.getState().session.selection.map(({ id }) => id)
export const said = (): string[] => activity().map(({ text }) => text)
