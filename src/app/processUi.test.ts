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

afterEach(() => {
  vi.unstubAllGlobals()
  document.body.replaceChildren()
})

/** A desk with details and comments open, made narrow while focus is in what is called so. */
function madeNarrow(focused: string) {
  const width = Object.assign(new EventTarget(), { matches: true })
  vi.stubGlobal('matchMedia', () => width)
  const ui = createProcessUi({ editor: () => null, show: () => undefined })
  ui.open({ name: 'comments', targetId: null })
  const stop = ui.followWidth()
  document.body.innerHTML = `<aside data-beside="details"><button>details</button></aside>
    <aside data-beside="side"><button>comments</button></aside><div role="dialog"><button>publish</button></div>`
  const buttons = [...document.querySelectorAll('button')]
  buttons.find(({ textContent }) => textContent === focused)?.focus()
  width.matches = false
  width.dispatchEvent(new Event('change'))
  stop()
  const { inspector, side } = ui.screen.getState()
  return [...(inspector ? ['details'] : []), ...(side ? [side.name] : [])]
}

describe('a window made narrow', () => {
  it('lays no panel over what one is at', () => {
    expect(madeNarrow('publish')).toEqual([])
  })

  it.each(['details', 'comments'])('leaves %s open to who is at work there', (panel) => {
    expect(madeNarrow(panel)).toEqual([panel])
  })
})

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
