/** Who points, who presses keys and who types a name get the same process: menu, key and command menu run one action. */
import { render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'
import { anEditor, standard } from '../../../tests/kit/builders.ts'
import { anEditorUi } from '../../../tests/kit/editorUi.ts'
import { type ActionPlace, allActions, type EditorAction } from '../../editor/actions/index.ts'
import type { ElementRef } from '../../editor/editor.ts'
import { EditorProvider } from '../../editor/react.ts'
import { handleKey, type KeyPress, parseShortcut } from '../../editor/shortcuts.ts'
import { findCommands } from './found.ts'
import { ContextMenu } from './index.ts'

const settings = { mac: false, singleKeys: true }
const stage = (id: string): ElementRef => ({ kind: 'stage', id })
const elementAt: Readonly<Record<ActionPlace, ElementRef | null>> = {
  stage: stage('Proposal'),
  several: stage('Proposal'),
  transition: { kind: 'transition', id: 'Qualification → Proposal' },
  canvas: null,
}

/** A process with a step to undo and one to redo, something chosen, something copied. */
function given(place: ActionPlace) {
  const editor = anEditor(standard().document)
  for (const stageName of ['Closing', 'Signing'])
    editor.dispatch('updateStage', { stageId: 'Negotiation', changes: { stageName } })
  editor.undo()
  const element = elementAt[place]
  editor.setActive(element)
  const chosen = place === 'several' ? [stage('Proposal'), stage('Negotiation')] : element ? [element] : []
  editor.select(chosen)
  const ui = anEditorUi()
  const outcome = () => {
    const { document, session, undoStack } = editor.store.getState()
    return JSON.stringify({ document, session, steps: undoStack.length, ui })
  }
  return { editor, ui, element, outcome }
}

function pressOf(shortcut: string): KeyPress {
  const { key, mod, ctrl, alt, shift } = parseShortcut(shortcut)
  const letter = /^[A-Z]$/.test(key)
  return {
    key: key === 'Space' ? ' ' : letter && !shift ? key.toLowerCase() : key,
    code: letter ? `Key${key}` : key,
    ctrlKey: mod || ctrl,
    metaKey: false,
    altKey: alt,
    shiftKey: shift,
    repeat: false,
    isComposing: false,
    defaultPrevented: false,
  }
}

function byKey(action: EditorAction, place: ActionPlace) {
  const scene = given(place)
  const [shortcut] = action.shortcuts
  const scope = action.scopes[0] ?? 'global'
  const at = { scope, editable: false, overlay: false, textSelected: false }
  expect(handleKey(pressOf(shortcut ?? ''), at, settings, scene)).toBe(true)
  return scene
}

const canRun = (action: EditorAction, place: ActionPlace): boolean => {
  const { editor, ui } = given(place)
  return action.enabled(editor, ui) === true
}
/** The command menu does not offer itself. */
const offered = ({ id, inCommandMenu }: EditorAction) => inCommandMenu !== false && id !== 'commandMenu'
const byPointerAndKey = allActions
  .filter(({ shortcuts }) => shortcuts.length > 0)
  .flatMap((action) =>
    action.places
      .filter((place) => canRun(action, place))
      .map((place) => [action.id, place, action] as const),
  )
/** A menu takes its time to draw; the place it was opened on changes only what stands in it. */
const onePlaceEach = byPointerAndKey.filter(([id], index) => byPointerAndKey[index - 1]?.[0] !== id)

describe('the same comes of', () => {
  it('many actions', () => {
    expect(new Set(byPointerAndKey.map(([id]) => id)).size).toBeGreaterThan(15)
  })

  it.each(onePlaceEach)('%s on %s by menu as by key', async (_, place, action) => {
    const scene = given(place)
    const before = scene.outcome()
    const show = (open: boolean) => (
      <EditorProvider editor={scene.editor}>
        <ContextMenu
          request={open ? { element: scene.element, at: { x: 10, y: 10 } } : null}
          ui={scene.ui}
          settings={settings}
          onClose={() => rerender(show(false))}
        />
      </EditorProvider>
    )
    const { rerender } = render(show(true))
    const items = screen.getAllByRole('menuitem')
    const label = action.label(scene.editor)
    const item = items.find(({ textContent }) => textContent?.startsWith(label))
    await userEvent.click(item ?? document.body)
    await waitFor(() => expect(scene.outcome()).not.toBe(before))
    const keyed = byKey(action, place)
    await waitFor(() => expect(scene.outcome()).toBe(keyed.outcome()))
  })

  it.each(byPointerAndKey.filter(([, , action]) => offered(action)))(
    '%s on %s by name as by key',
    async (id, place, action) => {
      const scene = given(place)
      findCommands({ ...scene, settings, recent: [] }, action.label(scene.editor))
        .find((one) => one.id === id)
        ?.run()
      const keyed = byKey(action, place)
      await waitFor(() => expect(scene.outcome()).toBe(keyed.outcome()))
    },
  )
})
