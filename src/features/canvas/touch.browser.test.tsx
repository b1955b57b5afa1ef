/** The canvas under fingers: what one, two and a resting one do. */
import { cleanup } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { page } from 'vitest/browser'
import { card, documentOf, openCanvas, selectedIds } from '../../../tests/kit/openCanvas.tsx'
import { fingerDown, middleOf } from '../../../tests/kit/touch.ts'
import { resetAnnouncer } from '../../ui/announcer/index.ts'

const place = async (name: string) => (await card(name).findElement()).getBoundingClientRect()
const middle = async (name: string) => middleOf(await card(name).findElement())

beforeEach(() => {
  resetAnnouncer()
  localStorage.clear()
})
afterEach(cleanup)

describe('fingers', () => {
  it('two that part enlarge, even where both lie on cards, and no stage moves', async () => {
    const screen = await openCanvas()
    const before = documentOf(screen)
    const was = await place('Proposal')
    const [a, b] = [await middle('Proposal'), await middle('Negotiation')]
    const one = await fingerDown(a)
    const two = await fingerDown(b)
    await two.moveTo({ x: b.x + (b.x - a.x) * 0.5, y: b.y })
    const now = await place('Proposal')
    expect(now.width / was.width).toBeCloseTo(1.5, 1)
    await two.lift()
    await one.lift()
    expect(documentOf(screen)).toBe(before)
    expect(screen.editor.store.getState().session.dragging).toBeNull()
  })

  it('two that go together move the view', async () => {
    await openCanvas()
    const was = await place('Proposal')
    const [a, b] = [await middle('Proposal'), await middle('Negotiation')]
    const one = await fingerDown(a)
    const two = await fingerDown(b)
    await one.moveTo({ x: a.x + 60, y: a.y + 40 })
    await two.moveTo({ x: b.x + 60, y: b.y + 40 })
    const now = await place('Proposal')
    expect(now.x - was.x).toBeCloseTo(60, 0)
    expect(now.y - was.y).toBeCloseTo(40, 0)
    expect(now.width).toBeCloseTo(was.width, 0)
    await one.lift()
    await two.lift()
  })

  it('a second one takes back the drag that the first began', async () => {
    const screen = await openCanvas()
    const before = documentOf(screen)
    const a = await middle('Proposal')
    const one = await fingerDown(a)
    await one.moveTo({ x: a.x, y: a.y + 90 })
    expect(screen.editor.store.getState().session.dragging).not.toBeNull()
    const two = await fingerDown({ x: a.x + 200, y: a.y + 150 })
    expect(screen.editor.store.getState().session.dragging).toBeNull()
    await two.lift()
    await one.lift()
    expect(documentOf(screen)).toBe(before)
  })

  it('one drags a stage', async () => {
    const screen = await openCanvas()
    const before = documentOf(screen).stages.Proposal?.position
    const a = await middle('Proposal')
    const finger = await fingerDown(a)
    await finger.moveTo({ x: a.x, y: a.y + 130 })
    await finger.lift()
    expect(documentOf(screen).stages.Proposal?.position.y).toBeGreaterThan((before?.y ?? 0) + 80)
  })

  it('one that rests opens the menu of the stage under it, which is selected', async () => {
    const screen = await openCanvas()
    const finger = await fingerDown(await middle('Proposal'))
    await expect.poll(() => screen.menus, { timeout: 3_000 }).toEqual([{ kind: 'stage', id: 'Proposal' }])
    await finger.lift()
    expect(selectedIds(screen)).toEqual(['Proposal'])
  })

  it('one that rests on the free canvas opens the canvas’s menu', async () => {
    const screen = await openCanvas()
    const pane = await page.getByRole('group', { name: /^Process canvas/ }).findElement()
    const { left, bottom } = pane.getBoundingClientRect()
    const finger = await fingerDown({ x: left + 80, y: bottom - 120 })
    await expect.poll(() => screen.menus, { timeout: 3_000 }).toEqual([null])
    await finger.lift()
  })

  it('one brings a stage from the palette', async () => {
    const screen = await openCanvas()
    const outside = await page.getByRole('button', { name: 'Before' }).findElement()
    const { place: placeNew } = screen.port()
    outside.addEventListener('pointerdown', (event) => {
      if (event instanceof PointerEvent) placeNew({ name: 'Discovery' }, event)
    })
    const finger = await fingerDown(middleOf(outside))
    await finger.moveTo({ x: 500, y: 480 })
    await finger.lift()
    expect(Object.values(documentOf(screen).stages).map(({ stageName }) => stageName)).toContain('Discovery')
  })
})
