/**
 * Dialogs, menus and tooltips live in `#overlays`, beside `#root`, not in `body`: MUI hides all siblings of an overlay
 * from assistive technology, and in `body` that would silence the announcer's regions. The page behind is hidden here.
 */

/** Where every overlay is put; without the element (a component test) MUI falls back to `body`. */
export const overlayContainer = (): HTMLElement | null => document.getElementById('overlays')

/** Hides `#root` from assistive technology while a modal is open. Returns how to stop. */
export function hidePageBehindOverlays(): () => void {
  const root = document.getElementById('root')
  const overlays = overlayContainer()
  if (!root || !overlays) return () => {}
  const mirror = () => {
    const open = overlays.querySelector(':scope > .MuiModal-root:not(.MuiModal-hidden)') !== null
    if (open) root.setAttribute('aria-hidden', 'true')
    else root.removeAttribute('aria-hidden')
  }
  const observer = new MutationObserver(mirror)
  observer.observe(overlays, { childList: true, attributes: true, attributeFilter: ['class'], subtree: true })
  return () => {
    observer.disconnect()
    root.removeAttribute('aria-hidden')
  }
}
