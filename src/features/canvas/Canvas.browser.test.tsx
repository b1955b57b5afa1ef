/** The canvas in a real browser, by mouse and by keyboard: each gesture, what it does, and where focus is afterwards. */
import { cleanup } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { aProcess, standard } from '../../../tests/kit/builders.ts'
import { having, moves } from '../../../tests/kit/given.ts'
import { layeredProcess } from '../../../tests/kit/layeredProcess.ts'
import {
  card,
  chip,
  documentOf,
  handleOf,
  openCanvas,
  said,
  selectedIds,
} from '../../../tests/kit/openCanvas.tsx'
import { drag, focused, settled } from '../../../tests/kit/pointer.ts'
import { resetAnnouncer } from '../../ui/announcer/index.ts'

beforeEach(() => {
  resetAnnouncer()
  localStorage.clear()
})
afterEach(cleanup)

describe('by mouse', () => {
  it('drags a stage, and takes the whole drag back with one undo', async () => {
    const screen = await openCanvas()
    const before = documentOf(screen).stages.Proposal?.position
    await drag(await card('Proposal').findElement(), { by: { x: 40, y: 120 } })
    expect(documentOf(screen).stages.Proposal?.position.y).toBeGreaterThan((before?.y ?? 0) + 50)
    expect(screen.editor.store.getState().undoStack).toHaveLength(1)
    screen.editor.undo()
    expect(documentOf(screen).stages.Proposal?.position).toEqual(before)
  })

  it('puts a dragged stage back on Escape', async () => {
    const screen = await openCanvas()
    const before = documentOf(screen)
    await drag(await card('Proposal').findElement(), { by: { x: 40, y: 120 }, escape: true })
    expect(documentOf(screen)).toBe(before)
  })

  it('connects by dragging from the handle to a stage', async () => {
    const screen = await openCanvas()
    await drag(await handleOf('Qualification'), { to: await card('Negotiation').findElement() })
    expect(moves(documentOf(screen))).toContain('Qualification → Negotiation')
    await settled()
    expect(focused()).toMatch(/Qualification to Negotiation|to Negotiation/)
  })

  it('says why a transition is refused while hovering, and makes none', async () => {
    const screen = await openCanvas()
    const before = documentOf(screen)
    let word = ''
    await drag(await handleOf('Qualification'), {
      to: await card('Proposal').findElement(),
      hover: () => {
        word = document.querySelector('[data-refused]:not(path)')?.textContent ?? ''
      },
    })
    expect(word).toBe('“Qualification” is already connected to “Proposal”.')
    expect(documentOf(screen)).toBe(before)
  })

  it('makes a connected stage where a transition is dropped on the empty canvas', async () => {
    const screen = await openCanvas()
    await drag(await handleOf('Proposal'), { by: { x: 10, y: 170 } })
    expect(Object.keys(documentOf(screen).stages)).toHaveLength(5)
    await userEvent.click(page.getByRole('menuitem', { name: 'New stage here' }))
    await expect.poll(() => moves(documentOf(screen))).toContain('Proposal → New stage')
    await expect.poll(focused).toMatch(/^New stage, /)
  })

  it('asks which kind of stage, and makes none on Escape', async () => {
    const screen = await openCanvas()
    await drag(await handleOf('Proposal'), { by: { x: 10, y: 170 } })
    await userEvent.keyboard('{Escape}')
    await expect.poll(() => document.querySelector('[role=menu]')).toBeNull()
    expect(Object.keys(documentOf(screen).stages)).toHaveLength(5)
    await drag(await handleOf('Proposal'), { by: { x: 10, y: 170 } })
    await userEvent.click(page.getByRole('menuitem', { name: 'Closed lost here' }))
    await expect.poll(() => moves(documentOf(screen))).toContain('Proposal → Closed lost')
  })

  it('connects by two clicks where dragging is hard', async () => {
    const screen = await openCanvas()
    const handle = await handleOf('Qualification')
    await userEvent.click(handle)
    await userEvent.click(card('Negotiation'))
    expect(moves(documentOf(screen))).toContain('Qualification → Negotiation')
  })

  it('leads the end of a transition to another stage', async () => {
    const screen = await openCanvas()
    await userEvent.click(chip('Qualification', 'Proposal'))
    const ends = document.querySelectorAll('[title="Drag to another stage"]')
    await drag(ends[1] ?? document.body, { to: await card('Negotiation').findElement() })
    expect(moves(documentOf(screen))).toContain('Qualification → Negotiation')
    expect(moves(documentOf(screen))).not.toContain('Qualification → Proposal')
  })

  it('adds a stage by a double click on the empty canvas', async () => {
    const screen = await openCanvas()
    const pane = document.querySelector('.react-flow__pane')
    if (!pane) throw new Error('There is no canvas.')
    await userEvent.dblClick(pane, { position: { x: 500, y: 480 } })
    expect(Object.keys(documentOf(screen).stages)).toHaveLength(6)
  })

  it('inserts a stage from the palette on the transition it is dropped on', async () => {
    const screen = await openCanvas()
    const outside = await page.getByRole('button', { name: 'Before' }).findElement()
    const { place } = screen.port()
    outside.addEventListener('pointerdown', (event) => {
      if (event instanceof PointerEvent) place({ name: 'Discovery' }, event)
    })
    await drag(outside, { to: await chip('Qualification', 'Proposal').findElement() })
    expect(moves(documentOf(screen))).toEqual(
      expect.arrayContaining(['Qualification → Discovery', 'Discovery → Proposal']),
    )
  })

  it('selects with Shift by click and by a box', async () => {
    const screen = await openCanvas()
    const selected = () => selectedIds(screen)
    await userEvent.click(card('Proposal'))
    await userEvent.keyboard('{Shift>}')
    await userEvent.click(card('Won'))
    expect(selected()).toEqual(['Proposal', 'Won'])
    const pane = document.querySelector('.react-flow__pane') ?? document.body
    await drag(pane, { from: { x: 20, y: 20 }, by: { x: 1150, y: 560 }, shift: true })
    await userEvent.keyboard('{/Shift}')
    const { stages, transitions } = documentOf(screen)
    const drawn = Object.keys(transitions).filter((id) => id !== '* → Lost')
    expect(new Set(selected())).toEqual(new Set([...Object.keys(stages), ...drawn]))
  })

  it('opens the menu on what was clicked', async () => {
    const screen = await openCanvas()
    await userEvent.click(card('Proposal'), { button: 'right' })
    expect(screen.menus).toEqual([{ kind: 'stage', id: 'Proposal' }])
    expect(focused()).toMatch(/^Proposal, /)
  })
})

describe('by keyboard', () => {
  const enter = async () => {
    await userEvent.click(page.getByRole('button', { name: 'After' }))
    await userEvent.keyboard('{Shift>}{Tab}{/Shift}')
    while (!focused().includes('stage') && document.activeElement !== document.body)
      await userEvent.keyboard('{Shift>}{Tab}{/Shift}')
  }
  const press = async (keys: string) => {
    await userEvent.keyboard(keys)
    await settled()
  }

  it('is one Tab stop, the start at first', async () => {
    await openCanvas()
    await card('Qualification').findElement()
    await settled()
    const stops = document.querySelectorAll('.react-flow [tabindex="0"]')
    expect([...stops].map((stop) => stop.getAttribute('aria-label'))).toEqual([
      expect.stringMatching(/^Qualification, /),
    ])
  })

  it('walks the process and stays at its ends with a word', async () => {
    await openCanvas()
    await enter()
    await press('{ArrowRight}')
    expect(focused()).toMatch(/^Proposal, /)
    await press('{ArrowRight}{ArrowRight}{ArrowRight}')
    expect(focused()).toMatch(/^Won, /)
    await expect.poll(said).toContain('Won is a final stage. No next stage.')
    await press('{Home}')
    expect(focused()).toMatch(/^Qualification, /)
    await press('{PageDown}')
    expect(focused()).toMatch(/^Proposal, /)
    await press('{End}')
    expect(focused()).toMatch(/^Lost, /)
  })

  it('follows the branch that a digit names', async () => {
    await openCanvas(standard().connect('Qualification', 'Negotiation').document)
    await enter()
    await press('2')
    expect(focused()).toMatch(/^Negotiation, /)
  })

  it('asks for the dialogs of adding and connecting', async () => {
    const screen = await openCanvas()
    await enter()
    await press('n')
    await press('c')
    expect(screen.ui.opened).toEqual([
      { name: 'addStage', afterStageId: 'Qualification', transitionId: null },
      { name: 'connectTo', fromStageId: 'Qualification' },
    ])
  })

  it('deletes a stage, goes on to its predecessor, and comes back with undo', async () => {
    const screen = await openCanvas()
    await enter()
    await press('{ArrowRight}')
    await press('{Delete}')
    expect(documentOf(screen).stages.Proposal).toBeUndefined()
    expect(focused()).toMatch(/^Qualification, /)
    screen.editor.undo()
    await expect.poll(focused).toMatch(/^Proposal, /)
  })

  it('leaves focus to the card one went on to while an undo brings a transition back', async () => {
    const screen = await openCanvas()
    await enter()
    await press('t')
    await press('{Delete}')
    const target = await card('Negotiation').findElement()
    if (!(target instanceof HTMLElement)) throw new Error('The card cannot take focus.')
    const wentOn = new Promise<void>((done) => {
      const stop = screen.editor.store.subscribe(({ session }, before) => {
        if (session.reveal === before.session.reveal) return
        stop()
        setTimeout(() => {
          target.focus()
          done()
        })
      })
    })
    screen.editor.undo()
    await wentOn
    await settled()
    await chip('Qualification', 'Proposal').findElement()
    expect(focused()).toMatch(/^Negotiation, /)
  })

  it('moves a stage by arrows and puts it back on Escape', async () => {
    const screen = await openCanvas()
    const place = () => documentOf(screen).stages.Qualification?.position
    await enter()
    await press('m')
    await press('{ArrowDown}{ArrowDown}{Enter}')
    expect(place()).toMatchObject({ x: 0, y: 40 })
    await press('m')
    await press('{ArrowDown}{Escape}')
    expect(place()).toMatchObject({ x: 0, y: 40 })
    expect(focused()).toMatch(/^Qualification, /)
    await expect.poll(said).toContain('Move cancelled. Qualification is back.')
  })

  it('copies and pastes by the clipboard’s own events', async () => {
    const screen = await openCanvas()
    await enter()
    const taken = new DataTransfer()
    const target = document.activeElement ?? document.body
    target.dispatchEvent(
      new ClipboardEvent('copy', { clipboardData: taken, bubbles: true, cancelable: true }),
    )
    expect(taken.getData('text/plain')).toContain('"stageName": "Qualification"')
    target.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData: taken, bubbles: true, cancelable: true }),
    )
    expect(Object.keys(documentOf(screen).stages)).toHaveLength(6)
    await expect.poll(focused).toMatch(/^Qualification 2, /)
  })

  it('shows the whole of what has focus', async () => {
    const far = aProcess()
      .stage('Here', 10)
      .stage('There', { at: [4000, 1500] })
      .connect('Here', 'There')
    await openCanvas(far.document)
    await enter()
    await press('{ArrowRight}')
    const host = document.querySelector('.react-flow')?.getBoundingClientRect()
    await expect
      .poll(() => {
        const box = document.activeElement?.getBoundingClientRect()
        return box && host
          ? box.left >= host.left && box.right <= host.right && box.bottom <= host.bottom
          : null
      })
      .toBe(true)
  })
})

describe('an empty process', () => {
  it('begins with the first stage, which takes focus', async () => {
    const screen = await openCanvas(aProcess().document)
    await userEvent.click(page.getByRole('button', { name: 'Add first stage' }))
    expect(Object.values(documentOf(screen).stages).map((stage) => stage.stageName)).toEqual(['New stage'])
    await expect.poll(focused).toMatch(/^New stage, /)
  })

  it('begins from a template as one step of undo', async () => {
    const screen = await openCanvas(aProcess().document)
    await userEvent.click(page.getByRole('button', { name: 'Start from a template' }))
    await userEvent.click(page.getByRole('menuitem', { name: 'Standard six' }))
    await expect.poll(() => Object.keys(documentOf(screen).stages)).toHaveLength(6)
    screen.editor.undo()
    expect(documentOf(screen).stages).toEqual({})
  })

  it('gives focus back to its button when the last stage goes', async () => {
    const screen = await openCanvas(aProcess().stage('Only', 10).document)
    await userEvent.click(card('Only'))
    await userEvent.keyboard('{Delete}')
    expect(documentOf(screen).stages).toEqual({})
    await expect.poll(focused).toBe('Add first stage')
  })
})

describe('a large process', () => {
  it('shows long names in two lines, whole in the title', async () => {
    const name = 'A stage whose name is as long as any name of a stage can be, and even a bit longer'
    await openCanvas(aProcess().stage(name, 10).document)
    const element = await card(name).findElement()
    expect(element.querySelector(`[title="${name}"]`)).not.toBeNull()
    expect(element.getBoundingClientRect().width).toBeLessThanOrEqual(200)
  })

  it('has every stage in the page for those who read it, as long as there are not hundreds', async () => {
    await openCanvas(layeredProcess(100))
    await expect.poll(() => document.querySelectorAll('[data-stage-id]').length).toBe(100)
  })
})

describe('from afar', () => {
  const name = () => document.querySelector<HTMLElement>('[data-stage-id="Proposal"] [title="Proposal"]')
  const seen = (element: HTMLElement) => {
    const scale = element.getBoundingClientRect().width / element.offsetWidth
    return Number.parseFloat(getComputedStyle(element).fontSize) * scale
  }

  /** Words that are in sight and drawn smaller than 12 px. */
  const tooSmall = () => {
    const viewport = document.querySelector('.react-flow__viewport')
    const scale = new DOMMatrixReadOnly(viewport ? getComputedStyle(viewport).transform : '').a
    const texts = document.createTreeWalker(viewport ?? document, NodeFilter.SHOW_TEXT)
    const found: string[] = []
    while (texts.nextNode()) {
      const element = texts.currentNode.parentElement
      if (!element?.checkVisibility()) continue
      if (Number.parseFloat(getComputedStyle(element).fontSize) * scale < 11.9)
        found.push(`${texts.currentNode.textContent} at ${scale}`)
    }
    return found
  }

  it('says nothing on cards and transitions too small to be read', async () => {
    const { document: process } = standard()
    const [way] = Object.values(process.transitions)
    await openCanvas(
      having(process, 'updateTransition', {
        transitionId: way?.id ?? '',
        changes: { transitionName: 'Meeting held' },
      }),
    )
    const out = page.getByRole('button', { name: 'Zoom out' })
    for (let step = 0; step < 6; step += 1) {
      expect(tooSmall()).toEqual([])
      await userEvent.click(out)
      await settled()
    }
  })

  it('names can be read until there is no room for them, then on whatever one looks at', async () => {
    await openCanvas()
    const out = page.getByRole('button', { name: 'Zoom out' })
    for (let shown = name(); shown?.offsetWidth; shown = name()) {
      expect(seen(shown)).toBeGreaterThanOrEqual(11.9)
      await userEvent.click(out)
      await settled()
    }
    await userEvent.hover(card('Proposal'))
    const shown = getComputedStyle(await card('Proposal').findElement(), '::after').content
    expect(shown).toBe('"Proposal"')
  })
})

describe('a transition that leaves every open stage', () => {
  it('is shown on the card it leads to, which takes focus for it', async () => {
    const screen = await openCanvas()
    screen.editor.reveal({ kind: 'transition', id: '* → Lost' }, { focus: true })
    await expect.poll(focused).toMatch(/^Lost, /)
    await userEvent.keyboard('{Enter}')
    expect(screen.ui.details).toEqual([{ element: { kind: 'transition', id: '* → Lost' }, field: undefined }])
  })
})
