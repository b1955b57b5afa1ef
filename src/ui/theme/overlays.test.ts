import { afterEach, describe, expect, it, vi } from 'vitest'
import { hidePageBehindOverlays } from './overlays.ts'

let stop = () => {}
afterEach(() => stop())

function aPage() {
  document.body.innerHTML = '<div id="root"></div><div id="overlays"></div>'
  stop = hidePageBehindOverlays()
  return {
    root: document.getElementById('root'),
    opens: (html: string) => document.getElementById('overlays')?.insertAdjacentHTML('beforeend', html),
    closes: () => document.getElementById('overlays')?.replaceChildren(),
    landmark: () => document.getElementById('overlays')?.getAttribute('aria-label') ?? null,
  }
}

const dialog = '<div class="MuiModal-root"><div role="dialog" aria-label="New stage"></div></div>'
const menu = '<div class="MuiModal-root"><ul role="menu"></ul></div>'

describe('what lies over the page', () => {
  it('hides the page behind a dialog, and is no landmark of its own: a dialog has its name', async () => {
    const { root, opens, closes, landmark } = aPage()
    opens(dialog)
    await vi.waitFor(() => expect(root).toHaveAttribute('aria-hidden', 'true'))
    expect(landmark()).toBeNull()
    closes()
    await vi.waitFor(() => expect(root).not.toHaveAttribute('aria-hidden'))
  })

  it('is a landmark while a menu or a tooltip is open', async () => {
    const { opens, closes, landmark } = aPage()
    opens(menu)
    await vi.waitFor(() => expect(landmark()).toBe('Open menus'))
    closes()
    await vi.waitFor(() => expect(landmark()).toBeNull())
    opens('<div role="tooltip">Undo</div>')
    await vi.waitFor(() => expect(landmark()).toBe('Open menus'))
  })
})
