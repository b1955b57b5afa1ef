/**
 * F6 walks the regions of the page forward, Shift+F6 backward, Alt+F6 goes to the main one; Ctrl+F6 is a second way
 * for browsers that keep F6. Each region takes focus where it last had it. Inside a dialog nothing happens.
 */
const selector = 'header, nav[aria-label], main, aside, section[data-region], footer'

const focusable =
  'a[href], button:not([disabled]), input:not([disabled]), select:not([disabled]), textarea:not([disabled]), [tabindex="0"]'

const lastFocus = new WeakMap<Element, HTMLElement>()

const visible = (element: HTMLElement): boolean => element.getClientRects().length > 0

const regionOf = (element: Element | null): HTMLElement | null =>
  element?.closest<HTMLElement>(selector) ?? null

const regions = (): HTMLElement[] =>
  [...document.querySelectorAll<HTMLElement>(`#root :is(${selector})`)].filter(visible)

/** What takes focus: the element that last had it, else the one Tab stop, else the region itself. */
function enter(region: HTMLElement): void {
  const last = lastFocus.get(region)
  if (last?.isConnected && visible(last)) {
    last.focus()
    return
  }
  const own = [...region.querySelectorAll<HTMLElement>(focusable)].filter(
    (element) => regionOf(element) === region && element.tabIndex >= 0 && visible(element),
  )
  const first = own[0]
  if (first) {
    first.focus()
    return
  }
  region.tabIndex = -1
  region.focus()
}

function onKey(event: KeyboardEvent): void {
  if (event.key !== 'F6' || event.defaultPrevented) return
  if (document.querySelector('[aria-modal="true"]')) return
  event.preventDefault()
  const all = regions()
  const main = all.find((region) => region.tagName === 'MAIN')
  if (event.altKey) {
    if (main) enter(main)
    return
  }
  const current = regionOf(document.activeElement)
  const at = current ? all.indexOf(current) : -1
  const step = event.shiftKey ? -1 : 1
  const next = at < 0 ? (event.shiftKey ? all.length - 1 : 0) : (at + step + all.length) % all.length
  const region = all[next]
  if (region) enter(region)
}

function onFocus(event: FocusEvent): void {
  if (!(event.target instanceof HTMLElement)) return
  const region = regionOf(event.target)
  if (region && region !== event.target) lastFocus.set(region, event.target)
}

/** Listens for the whole page. Returns how to stop. */
export function walkRegionsByKey(): () => void {
  document.addEventListener('keydown', onKey)
  document.addEventListener('focusin', onFocus)
  return () => {
    document.removeEventListener('keydown', onKey)
    document.removeEventListener('focusin', onFocus)
  }
}
