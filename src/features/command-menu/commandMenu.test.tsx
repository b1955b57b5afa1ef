import { cleanup, render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it, vi } from 'vitest'
import { anEditor, standard } from '../../../tests/kit/builders.ts'
import { anEditorUi } from '../../../tests/kit/editorUi.ts'
import { allActions } from '../../editor/actions/index.ts'
import type { ElementRef } from '../../editor/editor.ts'
import { EditorProvider } from '../../editor/react.ts'
import { hasActionIcon } from '../../ui/actions/ActionIcon.tsx'
import { activity, resetAnnouncer } from '../../ui/announcer/index.ts'
import { CommandMenu, ContextMenu, type Destination, ShortcutHelp } from './index.ts'

const settings = { mac: false, singleKeys: true }

function given(active: ElementRef | null = { kind: 'stage', id: 'Proposal' }) {
  const editor = anEditor(standard().document)
  editor.setActive(active)
  const ui = anEditorUi()
  const onClose = vi.fn<() => void>()
  return { editor, ui, onClose, user: userEvent.setup() }
}

it.each(allActions.map((action) => [action.id, action.icon]))('%s has its icon drawn', (_, icon) => {
  expect(hasActionIcon(icon)).toBe(true)
})

describe('the context menu', () => {
  function open(element: ElementRef | null) {
    const scene = given(element)
    const show = (request: { element: ElementRef | null; at: { x: number; y: number } } | null) => (
      <EditorProvider editor={scene.editor}>
        <ContextMenu request={request} ui={scene.ui} settings={settings} onClose={scene.onClose} />
      </EditorProvider>
    )
    const { rerender } = render(show({ element, at: { x: 10, y: 10 } }))
    return { ...scene, close: () => rerender(show(null)) }
  }

  it('holds every command for a stage, each with its key', () => {
    open({ kind: 'stage', id: 'Proposal' })
    const menu = screen.getByRole('menu', { name: 'Actions for Proposal' })
    const connect = within(menu).getByRole('menuitem', { name: /^Connect to/ })
    expect(connect).toHaveAttribute('aria-keyshortcuts', 'C')
    expect(within(menu).getByRole('menuitem', { name: /^Delete/ })).toBeInTheDocument()
  })

  it('says why a command cannot run', () => {
    open({ kind: 'stage', id: 'Won' })
    const entry = screen.getByRole('menuitem', { name: /^Mark as entry stage/ })
    expect(entry).toHaveAttribute('aria-disabled', 'true')
    expect(entry).toHaveTextContent('Only an open stage can be the entry stage.')
  })

  it('runs the command once it is closed, so that focus is back', async () => {
    const { user, ui, onClose, close } = open({ kind: 'stage', id: 'Proposal' })
    await user.click(screen.getByRole('menuitem', { name: /^Connect to/ }))
    expect(onClose).toHaveBeenCalledOnce()
    expect(ui.opened).toEqual([])
    close()
    await waitFor(() => expect(ui.opened).toEqual([{ name: 'connectTo', fromStageId: 'Proposal' }]))
  })

  it('has its own commands for the empty canvas', () => {
    open(null)
    const menu = screen.getByRole('menu', { name: 'Actions on the canvas' })
    expect(within(menu).getByRole('menuitem', { name: /^Select all/ })).toBeInTheDocument()
    expect(within(menu).queryByRole('menuitem', { name: /^Duplicate/ })).toBeNull()
  })
})

describe('the command menu', () => {
  function open(search?: (typed: string) => readonly Destination[]) {
    const scene = given()
    render(
      <EditorProvider editor={scene.editor}>
        <CommandMenu
          ui={scene.ui}
          settings={settings}
          {...(search ? { search } : {})}
          onClose={scene.onClose}
        />
      </EditorProvider>,
    )
    return scene
  }
  const first = () => screen.getAllByRole('option')[0]

  it('finds a command by its words and runs it on Enter', async () => {
    const { user, ui, onClose } = open()
    await user.type(screen.getByRole('combobox'), 'connect to')
    expect(first()?.textContent).toMatch(/^Connect to…/)
    await user.keyboard('{Enter}')
    expect(onClose).toHaveBeenCalledOnce()
    await waitFor(() => expect(ui.opened).toEqual([{ name: 'connectTo', fromStageId: 'Proposal' }]))
  })

  it('finds stages by name and goes there', async () => {
    const { user, editor } = open()
    await user.type(screen.getByRole('combobox'), 'negot')
    expect(first()?.textContent).toMatch(/^Go to Negotiation/)
    await user.keyboard('{Enter}')
    await waitFor(() =>
      expect(editor.store.getState().session.reveal).toMatchObject({ element: { id: 'Negotiation' } }),
    )
  })

  it('walks by arrows, and says why a command cannot run', async () => {
    resetAnnouncer()
    const { user, onClose } = open()
    await user.type(screen.getByRole('combobox'), 'redo')
    await user.keyboard('{ArrowDown}{ArrowUp}{Enter}')
    expect(onClose).not.toHaveBeenCalled()
    await waitFor(() => expect(activity().map(({ text }) => text)).toContain('Nothing to redo.'))
  })

  it('finds transitions, and whatever a search of the process finds', async () => {
    const went: string[] = []
    const { user, editor } = open((typed) => [
      {
        id: 'rule 1',
        label: `Rule with ${typed}`,
        group: 'Rules',
        icon: 'Search',
        run: () => went.push('rule'),
      },
    ])
    await user.type(screen.getByRole('combobox'), 'proposal negotiation')
    expect(first()?.textContent).toMatch(/^Go to Proposal → Negotiation/)
    await user.keyboard('{Enter}')
    await waitFor(() =>
      expect(editor.store.getState().session.reveal).toMatchObject({ element: { kind: 'transition' } }),
    )
    await user.clear(screen.getByRole('combobox'))
    await user.type(screen.getByRole('combobox'), 'budget')
    await user.click(screen.getByRole('option', { name: 'Rule with budget' }))
    await waitFor(() => expect(went).toEqual(['rule']))
  })

  it('begins with the commands used lately', async () => {
    localStorage.clear()
    const { user } = open()
    await user.type(screen.getByRole('combobox'), 'dplcate')
    await user.keyboard('{Enter}')
    cleanup()
    open()
    expect(first()?.textContent).toMatch(/^Duplicate/)
    expect(screen.getByText('Used lately')).toBeInTheDocument()
    localStorage.clear()
  })

  it('says where nothing is found', async () => {
    const { user } = open()
    await user.type(screen.getByRole('combobox'), 'make coffee')
    expect(screen.getByText('Nothing is called that. Try a shorter word.')).toBeInTheDocument()
  })
})

describe('the shortcut help', () => {
  it('lists every action with its keys, and finds one by name or by key', async () => {
    const { editor, onClose, user } = given()
    render(
      <EditorProvider editor={editor}>
        <ShortcutHelp settings={settings} onClose={onClose} />
      </EditorProvider>,
    )
    for (const action of allActions)
      expect(screen.getByRole('rowheader', { name: action.label(editor) })).toBeInTheDocument()
    await user.type(screen.getByRole('searchbox'), 'f8')
    expect(screen.getAllByRole('rowheader').map((cell) => cell.textContent)).toEqual([
      'Next problem',
      'Previous problem',
    ])
  })
})
