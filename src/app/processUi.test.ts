import { afterEach, describe, expect, it, vi } from 'vitest'
import { createProcessUi, roomForTwo } from './processUi.ts'

function aScreen(width: 'laptop' | 'desk') {
  const matches = (query: string) => width === 'desk' || query !== roomForTwo
  vi.stubGlobal('matchMedia', (query: string) => ({ matches: matches(query) }))
  const ui = createProcessUi({ editor: () => null, show: () => undefined })
  const beside = () => {
    const { side, inspector } = ui.screen.getState()
    return { side: side?.name ?? null, inspector }
  }
  return { ui, beside }
}

afterEach(() => vi.unstubAllGlobals())

describe('what stands beside the canvas', () => {
  it('is details or search on a laptop, whichever was asked for last', () => {
    const { ui, beside } = aScreen('laptop')
    ui.open({ name: 'search' })
    ui.showDetails(null, 'processName')
    expect(beside()).toEqual({ side: null, inspector: true })
    ui.open({ name: 'comments', targetId: null })
    expect(beside().side).toBe('comments')
    ui.toggleInspector(true)
    expect(beside()).toEqual({ side: null, inspector: true })
  })

  it('is both where there is room for two', () => {
    const { ui, beside } = aScreen('desk')
    ui.open({ name: 'search' })
    ui.showDetails(null)
    expect(beside()).toEqual({ side: 'search', inspector: true })
  })

  it('leaves the search open when details are closed', () => {
    const { ui, beside } = aScreen('laptop')
    ui.open({ name: 'search' })
    ui.toggleInspector(false)
    expect(beside()).toEqual({ side: 'search', inspector: false })
  })
})
