import { act, fireEvent, render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, describe, expect, it } from 'vitest'
import { anEditor, aProcess, standard } from '../../../tests/kit/builders.ts'
import { anEditorUi } from '../../../tests/kit/editorUi.ts'
import { moves, namesInOrder } from '../../../tests/kit/given.ts'
import { emptyReferenceData, type ReferenceData } from '../../domain/process/reference.ts'
import type { CanvasPort, NewStage } from '../../editor/actions/index.ts'
import { EditorProvider } from '../../editor/react.ts'
import { Palette } from './index.ts'

const reference: ReferenceData = {
  ...emptyReferenceData,
  categories: {
    discovery: {
      id: 'discovery',
      companyId: 'company',
      categoryName: 'Discovery',
      categoryCode: 'DISCOVERY',
      description: null,
      categoryType: 'discovery',
      isActive: true,
      sortOrder: 1,
    },
    retired: {
      id: 'retired',
      companyId: 'company',
      categoryName: 'Retired',
      categoryCode: 'RETIRED',
      description: null,
      categoryType: 'closing',
      isActive: false,
      sortOrder: 2,
    },
  },
}

function open(document = standard().document, canvas: CanvasPort | null = null) {
  const editor = anEditor(document, { reference })
  const ui = anEditorUi({ canvas })
  render(
    <EditorProvider editor={editor}>
      <Palette ui={ui} />
    </EditorProvider>,
  )
  return { editor, ui, user: userEvent.setup(), document: () => editor.store.getState().document }
}

/** A canvas that only notes which stages it was given to place. */
function aCanvas() {
  const placed: NewStage[] = []
  const nothing = () => {}
  const canvas: CanvasPort = {
    zoomIn: nothing,
    zoomOut: nothing,
    fit: nothing,
    zoomTo: nothing,
    zoomToSelection: nothing,
    drawsGlobals: false,
    toggleGlobals: nothing,
    pan: nothing,
    centre: () => ({ x: 500, y: 300 }),
    layout: nothing,
    startMoveMode: nothing,
    walk: nothing,
    goTo: nothing,
    follow: nothing,
    focusTransitions: nothing,
    openMenu: nothing,
    place: (stage) => placed.push(stage),
  }
  return { canvas, placed }
}

beforeEach(() => {
  localStorage.clear()
  localStorage.setItem('stagecraft.palette', 'on')
})

describe('the palette', () => {
  it('adds after the active stage by a click, connected, and goes there', async () => {
    const { user, editor, document } = open()
    editor.setActive({ kind: 'stage', id: 'Proposal' })
    await user.click(screen.getByRole('button', { name: 'Open stage' }))
    expect(namesInOrder(document())).toContain('New stage')
    expect(moves(document())).toContain('Proposal → New stage')
    expect(editor.store.getState().session.reveal).toMatchObject({ focus: true })
  })

  it('inserts on the active transition', async () => {
    const { user, editor, document } = open()
    editor.setActive({ kind: 'transition', id: 'Qualification → Proposal' })
    await user.click(screen.getByRole('button', { name: 'Discovery' }))
    expect(moves(document())).toEqual(
      expect.arrayContaining(['Qualification → Discovery', 'Discovery → Proposal']),
    )
  })

  it('offers the company’s active categories; their stages belong to them and never share a name', async () => {
    const { user, document } = open(aProcess().document)
    const list = screen.getByRole('list', { name: 'Categories' })
    expect(
      within(list)
        .getAllByRole('button')
        .map((button) => button.textContent),
    ).toEqual(['Discovery'])
    await user.click(within(list).getByRole('button'))
    await user.click(within(list).getByRole('button'))
    expect(
      Object.values(document().stages).map(({ stageName, categoryIds }) => [stageName, categoryIds]),
    ).toEqual([
      ['Discovery', ['discovery']],
      ['Discovery 2', ['discovery']],
    ])
  })

  it('gives the canvas what is pressed, to follow the pointer', () => {
    const { canvas, placed } = aCanvas()
    open(standard().document, canvas)
    const entry = screen.getByRole('button', { name: 'Closed won' })
    fireEvent.pointerDown(entry, { button: 0, pointerId: 1 })
    expect(placed).toEqual([{ kind: 'won', name: 'Closed won' }])
  })

  it('takes a single stage of a template with its rules, and keeps it among those used lately', async () => {
    const { user, document } = open(aProcess().document)
    // A component that waits by `use` goes on within act only.
    await act(async () => user.click(screen.getByRole('button', { name: 'From templates' })))
    const list = await screen.findByRole('list', { name: 'From templates' }, { timeout: 5_000 })
    await user.click(within(list).getByRole('button', { name: 'Proposal' }))
    const [stage] = Object.values(document().stages)
    expect(stage?.requiredFields.length).toBeGreaterThan(0)
    expect(within(screen.getByRole('list', { name: 'Recently used' })).getByRole('button')).toHaveTextContent(
      'Proposal',
    )
  })

  it('folds away, and this device remembers it', async () => {
    const { user } = open()
    await user.click(screen.getByRole('button', { name: 'Hide the palette' }))
    expect(screen.queryByRole('button', { name: 'Open stage' })).toBeNull()
    expect(screen.getByRole('button', { name: 'Show the palette' })).toHaveAttribute('aria-expanded', 'false')
    expect(localStorage.getItem('stagecraft.palette')).toBe('off')
  })

  it('is not there where nothing can be changed', () => {
    const editor = anEditor(standard().document, { readOnly: 'Another tab edits.' })
    render(
      <EditorProvider editor={editor}>
        <Palette ui={anEditorUi()} />
      </EditorProvider>,
    )
    expect(screen.queryByRole('region', { name: 'Palette' })).toBeNull()
  })
})
