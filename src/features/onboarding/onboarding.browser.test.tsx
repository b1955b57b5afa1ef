/** The tour in a real browser: beside what it is about, and never in the way of what lies below it. */
import { cleanup, render } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { resetAnnouncer } from '../../ui/announcer/index.ts'
import { HouseTheme } from '../../ui/theme/index.ts'
import { Tour } from './index.ts'

beforeEach(resetAnnouncer)
afterEach(cleanup)

const boxOf = (element: Element): DOMRect => element.getBoundingClientRect()

describe('the tour', () => {
  it('stands beside each part without covering it, and lets the part be used', async () => {
    await page.viewport(1200, 700)
    const used = vi.fn()
    render(
      <HouseTheme>
        <main id="main" style={{ height: 680 }}>
          <button type="button" data-tour="palette" style={{ width: 200, height: 600 }} onClick={used}>
            Palette
          </button>
          <button
            type="button"
            data-tour="publish"
            style={{ position: 'fixed', top: 8, right: 8, width: 90, height: 32 }}
          >
            Publish
          </button>
        </main>
        <Tour onClose={() => {}} />
      </HouseTheme>,
    )
    const tour = page.getByRole('region', { name: 'Tour' })
    await expect.element(tour).toBeVisible()
    const palette = page.getByRole('button', { name: 'Palette' })
    expect(boxOf(tour.element()).left).toBeGreaterThanOrEqual(boxOf(palette.element()).right)
    await userEvent.click(palette)
    expect(used).toHaveBeenCalledOnce()
    for (let stop = 1; stop < 6; stop += 1) await userEvent.click(page.getByRole('button', { name: 'Next' }))
    await expect.element(page.getByRole('heading', { name: 'Publish when it is right' })).toBeVisible()
    const publish = boxOf(page.getByRole('button', { name: 'Publish' }).element())
    const card = boxOf(tour.element())
    expect(card.top).toBeGreaterThanOrEqual(publish.bottom)
    expect(card.right).toBeLessThanOrEqual(1200)
  })

  it('speaks of the list where a narrow window shows that alone', async () => {
    await page.viewport(360, 740)
    render(
      <HouseTheme>
        <main id="main" data-tour="list" style={{ height: 700 }}>
          <button type="button" data-tour="addStage">
            Add stage
          </button>
          <button type="button" data-tour="stage">
            Qualify
          </button>
        </main>
        <Tour onClose={() => {}} />
      </HouseTheme>,
    )
    const next = page.getByRole('button', { name: 'Next' })
    await expect.element(page.getByText(/Add a stage here/)).toBeVisible()
    const { bottom } = boxOf(next.element())
    await userEvent.click(next)
    await expect.element(page.getByText(/The list is the process in words/)).toBeVisible()
    await userEvent.click(next)
    await expect.element(page.getByText(/Press a stage/)).toBeVisible()
    expect(boxOf(next.element()).bottom).toBeCloseTo(bottom, 0)
  })

  it('stays whole in a window of 320 px', async () => {
    await page.viewport(320, 560)
    render(
      <HouseTheme>
        <main id="main">
          <div data-tour="palette" style={{ height: 500 }} />
        </main>
        <Tour onClose={() => {}} />
      </HouseTheme>,
    )
    const card = boxOf(page.getByRole('region', { name: 'Tour' }).element())
    expect(card.left).toBeGreaterThanOrEqual(0)
    expect(card.right).toBeLessThanOrEqual(320)
    expect(card.bottom).toBeLessThanOrEqual(560)
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(320)
  })
})
