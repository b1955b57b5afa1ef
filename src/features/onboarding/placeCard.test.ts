import { describe, expect, it } from 'vitest'
import { placeCard } from './placeCard.ts'

const view = { width: 1440, height: 900 }
const card = { width: 320, height: 200 }

describe('the card of the tour', () => {
  it('stands beside what it is about where there is room', () => {
    expect(placeCard({ left: 0, top: 100, width: 220, height: 800 }, card, view)).toEqual({
      left: 234,
      top: 100,
    })
    expect(placeCard({ left: 1080, top: 100, width: 360, height: 800 }, card, view)).toEqual({
      left: 746,
      top: 100,
    })
  })
  it('stands below a button at the right edge, inside the window', () => {
    expect(placeCard({ left: 1300, top: 8, width: 100, height: 32 }, card, view)).toEqual({
      left: 1108,
      top: 54,
    })
  })
  it('stands in the upper corner of what fills the window, and below in the middle where there is nothing', () => {
    expect(placeCard({ left: 10, top: 60, width: 1420, height: 830 }, card, view)).toEqual({
      left: 1086,
      top: 84,
    })
    expect(placeCard(null, card, view)).toEqual({ left: 560, top: 688 })
  })
  it('stands below a line of figures rather than over what is beside it', () => {
    expect(placeCard({ left: 220, top: 52, width: 700, height: 44 }, card, view)).toEqual({
      left: 220,
      top: 110,
    })
  })
  it('stands above what is low in the window, and leaves what is beside that free', () => {
    expect(placeCard({ left: 8, top: 840, width: 40, height: 40 }, card, view)).toEqual({
      left: 12,
      top: 626,
    })
  })
  it('stands at the same place on a phone, whatever it is about', () => {
    const phone = { width: 360, height: 740 }
    const list = { left: 0, top: 150, width: 360, height: 590 }
    const button = { left: 310, top: 60, width: 40, height: 40 }
    for (const about of [list, button, null])
      expect(placeCard(about, card, phone)).toEqual({ left: 20, top: 528 })
  })
  it('stays inside a window that is hardly larger than itself', () => {
    const phone = { width: 320, height: 480 }
    const at = placeCard({ left: 0, top: 0, width: 320, height: 400 }, { width: 296, height: 220 }, phone)
    expect(at.left).toBe(12)
    expect(at.top + 220).toBeLessThanOrEqual(480 - 12)
  })
})
