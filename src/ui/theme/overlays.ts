/**
 * Dialogs, menus and tooltips live in `#overlays`, beside `#root`, not in `body`: MUI hides all siblings of an overlay
 * from assistive technology, and in `body` that would silence the announcer's regions. The page behind is hidden here.
 */
import { text } from '../../text/entrance.ts'

/** Where every overlay is put; without the element (a component test) MUI falls back to `body`. */
export const overlayContainer = (): HTMLElement | null => document.getElementById('overlays')

/**
 * Hides `#root` from assistive technology while a modal is open, and makes what opens without being a dialog (menus,
 * lists, tooltips) part of a landmark, as all content of a page should be. Returns how to stop.
 */
export function hidePageBehindOverlays(): () => void {
  const root = document.getElementById('root')
  const overlays = overlayContainer()
  if (!root || !overlays) return () => {}
  const mirror = () => {
    const open = overlays.querySelector(':scope > .MuiModal-root:not(.MuiModal-hidden)') !== null
    if (open) root.setAttribute('aria-hidden', 'true')
    else root.removeAttribute('aria-hidden')
    const menus = [...overlays.children].some(
      (each) => !each.querySelector('[role=dialog], [role=alertdialog]'),
    )
    if (menus) {
      overlays.setAttribute('role', 'region')
      overlays.setAttribute('aria-label', text('ui', 'overlays'))
    } else for (const name of ['role', 'aria-label']) overlays.removeAttribute(name)
  }
  const observer = new MutationObserver(mirror)
  observer.observe(overlays, { childList: true, attributes: true, attributeFilter: ['class'], subtree: true })
  return () => {
    observer.disconnect()
    root.removeAttribute('aria-hidden')
  }
}
