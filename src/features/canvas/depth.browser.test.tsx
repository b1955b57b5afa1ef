/** What makes a drawing tidy and readable: lines, insertion, alignment, attention, badges, pins. */
import { cleanup } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { standard } from '../../../tests/kit/builders.ts'
import { moves } from '../../../tests/kit/given.ts'
import { card, chip, documentOf, openCanvas, said, selectedIds } from '../../../tests/kit/openCanvas.tsx'
import { drag, focused, settled } from '../../../tests/kit/pointer.ts'
import { resetAnnouncer } from '../../ui/announcer/index.ts'

const spare = () => standard().stage('Legal', { at: [520, 300] })
const guides = () => document.querySelectorAll('svg path[class*=guide]').length

beforeEach(() => {
  resetAnnouncer()
  localStorage.clear()
})
afterEach(cleanup)

describe('dragging a stage', () => {
  it('shows the line it comes to lie on, and keeps to it', async () => {
    const screen = await openCanvas(spare().document)
    let seen = 0
    await drag(await card('Legal').findElement(), {
      by: { x: -6, y: 40 },
      hover: () => {
        seen = guides()
      },
    })
    expect(seen).toBeGreaterThan(0)
    expect(guides()).toBe(0)
    expect(documentOf(screen).stages.Legal?.position.x).toBe(520)
  })

  it('takes a stage that is not connected yet into the transition it is dropped on', async () => {
    const screen = await openCanvas(spare().document)
    let word = ''
    await drag(await card('Legal').findElement(), {
      to: await chip('Proposal', 'Negotiation').findElement(),
      hover: () => {
        word = document.querySelector('[class*=linkWord]')?.textContent ?? ''
      },
    })
    expect(word).toBe('Insert on “Proposal → Negotiation”')
    expect(moves(documentOf(screen))).toEqual(
      expect.arrayContaining(['Proposal → Legal', 'Legal → Negotiation']),
    )
    expect(screen.editor.store.getState().undoStack).toHaveLength(1)
  })

  it('says why a closed stage cannot stand between two', async () => {
    const screen = await openCanvas(standard().connect('Qualification', 'Lost').document)
    const before = moves(documentOf(screen))
    let word = ''
    await drag(await card('Won').findElement(), {
      to: await chip('Qualification', 'Proposal').findElement(),
      hover: () => {
        word = document.querySelector('[data-refused]')?.textContent ?? ''
      },
    })
    expect(word).toBe('A closed stage ends a deal and cannot stand between two stages.')
    expect(moves(documentOf(screen))).toEqual(before)
  })
})

describe('several stages', () => {
  it('are aligned from the toolbar as one step of undo', async () => {
    const screen = await openCanvas(spare().document)
    screen.editor.select(['Qualification', 'Legal'].map((id) => ({ kind: 'stage', id })))
    await userEvent.click(page.getByRole('button', { name: 'More tools' }))
    await userEvent.click(page.getByRole('menuitem', { name: 'Align bottom edges' }))
    await expect.poll(() => documentOf(screen).stages.Qualification?.position.y).toBe(300)
    expect(screen.editor.store.getState().undoStack).toHaveLength(1)
  })

  it('cannot be aligned where there is one, and the menu says so', async () => {
    const screen = await openCanvas()
    screen.editor.select([{ kind: 'stage', id: 'Proposal' }])
    await userEvent.click(page.getByRole('button', { name: 'More tools' }))
    await expect
      .element(page.getByRole('menuitem', { name: /Align left edges.*Select two or more stages first/ }))
      .toHaveAttribute('aria-disabled', 'true')
  })

  it('are selected anew by a box drawn with Control, transitions too, and counted', async () => {
    const screen = await openCanvas()
    screen.editor.select([{ kind: 'stage', id: 'Won' }])
    const [from, to] = [await card('Qualification').findElement(), await card('Proposal').findElement()]
    const pane = document.querySelector('.react-flow__pane') ?? document.body
    const area = pane.getBoundingClientRect()
    const [a, b] = [from.getBoundingClientRect(), to.getBoundingClientRect()]
    await drag(pane, {
      from: { x: a.left - area.left + 10, y: a.top - area.top - 40 },
      by: { x: b.left + 20 - a.left, y: 90 },
      control: true,
    })
    expect(new Set(selectedIds(screen))).toEqual(
      new Set(['Qualification', 'Proposal', 'Qualification → Proposal']),
    )
    await expect.poll(said).toContain('3 elements selected.')
  })
})

describe('attention on one stage', () => {
  const inShade = () =>
    [...document.querySelectorAll('[data-stage-id][data-shade]')].map((element) =>
      element.getAttribute('data-stage-id'),
    )

  it('leaves in the light what touches it, until Escape', async () => {
    const screen = await openCanvas()
    await userEvent.click(card('Proposal'))
    await userEvent.keyboard('f')
    await settled()
    expect(inShade()).toEqual(['Won', 'Lost'])
    expect(screen.ui.said).toContain('Only what touches Proposal: 2 stages and 2 transitions.')
    await userEvent.keyboard('{Escape}')
    await settled()
    expect(inShade()).toEqual([])
    expect(selectedIds(screen)).toEqual(['Proposal'])
    expect(focused()).toMatch(/^Proposal, /)
  })

  it('ends with the stage, and by the button that says so', async () => {
    const screen = await openCanvas()
    screen.editor.setSpotlight({ kind: 'stage', id: 'Proposal' })
    screen.editor.dispatch('removeStages', { stageIds: ['Proposal'] })
    await settled()
    expect(inShade()).toEqual([])
    screen.editor.setSpotlight({ kind: 'stage', id: 'Won' })
    await userEvent.click(page.getByRole('button', { name: /^Show everything/ }))
    await settled()
    expect(screen.editor.store.getState().session.spotlight).toBeNull()
  })
})

describe('a transition from every open stage', () => {
  it('is a badge that selects it, or an arrow from each', async () => {
    const screen = await openCanvas()
    await userEvent.click(page.getByText('from any stage'))
    expect(selectedIds(screen)).toEqual(['* → Lost'])
    expect(document.querySelectorAll('path[data-global]')).toHaveLength(0)
    await userEvent.click(page.getByRole('button', { name: 'More tools' }))
    await userEvent.click(page.getByRole('menuitemcheckbox', { name: /Draw every arrow/ }))
    await expect.poll(() => document.querySelectorAll('path[data-global]').length).toBe(3)
  })
})

describe('comments', () => {
  it('are counted on the card they are pinned to, and opened from there', async () => {
    const { document: process } = standard()
    const comment = {
      id: 'c1',
      threadId: 't1',
      targetId: 'Proposal',
      kind: 'text',
      text: 'Is this still one stage?',
      by: 'ada',
      byName: 'Ada',
      at: '2026-11-20T08:00:00.000Z',
      editedAt: null,
    } as const
    const screen = await openCanvas({ ...process, comments: { c1: comment } })
    await userEvent.click(page.getByTitle('1 open comment'))
    expect(screen.comments).toEqual([{ kind: 'stage', id: 'Proposal' }])
  })
})

describe('moving by keys', () => {
  it('says once on whose line the stage has come', async () => {
    await openCanvas(standard().stage('Legal', { at: [530, 300] }).document)
    await userEvent.click(card('Legal'))
    await userEvent.keyboard('m{ArrowRight}')
    await settled()
    expect(said().some((sentence) => sentence.includes('Aligned with'))).toBe(false)
    await userEvent.keyboard('{ArrowLeft}')
    await expect
      .poll(said, { timeout: 3_000 })
      .toEqual(expect.arrayContaining([expect.stringContaining('Aligned with Negotiation.')]))
    await userEvent.keyboard('{Escape}')
  })
})
