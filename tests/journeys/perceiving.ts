/** What a person can perceive of a page and hit on it: measured in the page, each fault as one line. */
import type { Page } from 'playwright'
import { expect } from 'vitest'

/** The place has come: its letters are there, nothing loads and nothing moves. */
export const settled = (page: Page): Promise<void> =>
  expect
    .poll(
      () =>
        page.evaluate(async () => {
          await document.fonts.ready
          const loading = document.querySelectorAll('[role="status"][aria-label]').length
          return loading + document.getAnimations().length
        }),
      { timeout: 20_000 },
    )
    .toBe(0)

/** Sideways scrolling of the page itself or a dialog; tables and the canvas may scroll inside themselves. */
export const sideways = (page: Page): Promise<number> =>
  page.evaluate(() =>
    [document.documentElement, ...document.querySelectorAll('.MuiDialogContent-root')]
      .map(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)
      .reduce((most, one) => Math.max(most, one)),
  )

/** Text that its own box cuts off, where nothing says that it goes on (an ellipsis, a scroll bar). */
export const clippedText = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const faults: string[] = []
    for (const element of document.querySelectorAll<HTMLElement>('#root *, #overlays *')) {
      const ownText = [...element.childNodes].some(
        (node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim(),
      )
      if (!ownText || !element.checkVisibility({ visibilityProperty: true })) continue
      // A text area scrolls to its caret; what is one pixel wide is there to be heard.
      if (element.closest('.sr-only, textarea, .react-flow__viewport') || element.clientWidth < 2) continue
      const { overflowX, overflowY, textOverflow, webkitLineClamp } = getComputedStyle(element)
      const cuts = (overflow: string) => overflow === 'hidden' || overflow === 'clip'
      if (cuts(overflowY) && webkitLineClamp === 'none' && element.scrollHeight > element.clientHeight + 2)
        faults.push(`cut below: ${element.outerHTML.slice(0, 120)}`)
      if (cuts(overflowX) && textOverflow === 'clip' && element.scrollWidth > element.clientWidth + 2)
        faults.push(`cut aside: ${element.outerHTML.slice(0, 120)}`)
    }
    return faults
  })

/**
 * Things to press that are smaller than `least` on a side and too near to another (WCAG 2.5.8 with its spacing
 * exception: a circle of that diameter around each touches no other).
 */
export const smallTargets = (page: Page, least: number): Promise<string[]> =>
  page.evaluate((size) => {
    const selector =
      'button, a[href], input:not([type=hidden]), select, textarea, summary, [role=button], [role=menuitem], [role=option], [role=radio], [role=switch], [role=tab], [tabindex="0"]'
    const area = (element: Element) => {
      const own = element.getBoundingClientRect()
      // A label is a target of its control; what is drawn beside a hidden input stands in for it.
      const label = element instanceof HTMLInputElement ? element.labels?.[0] : null
      const wide = element.closest('.MuiInputBase-root, .MuiSwitch-root, .MuiCheckbox-root, .MuiRadio-root')
      const around = [label, wide].flatMap((other) => (other ? [other.getBoundingClientRect()] : []))
      return [own, ...around].reduce((best, rect) =>
        Math.min(rect.width, rect.height) > Math.min(best.width, best.height) ? rect : best,
      )
    }
    const targets = [...document.querySelectorAll<HTMLElement>(selector)]
      .filter((element) => element.checkVisibility({ visibilityProperty: true, opacityProperty: true }))
      .filter((element) => !element.closest('.sr-only, [aria-hidden=true], .skip'))
      .filter((element) => !element.matches('.sr-only') || element.closest('label'))
      .map((element) => ({ element, rect: area(element) }))
      .filter(({ rect }) => rect.width > 1 && rect.height > 1)
    const inText = (element: Element) =>
      getComputedStyle(element).display === 'inline' && element.matches('a[href]')
    return targets
      .filter(({ element, rect }) => Math.min(rect.width, rect.height) < size - 0.5 && !inText(element))
      .filter(({ element, rect }) => {
        const [x, y] = [rect.x + rect.width / 2, rect.y + rect.height / 2]
        return targets.some(({ element: other, rect: near }) => {
          if (other === element || other.contains(element) || element.contains(other)) return false
          const dx = Math.max(near.x - x, 0, x - near.right)
          const dy = Math.max(near.y - y, 0, y - near.bottom)
          return Math.hypot(dx, dy) < size / 2
        })
      })
      .map(
        ({ element, rect }) =>
          `${Math.round(rect.width)} × ${Math.round(rect.height)}: ${element.outerHTML.slice(0, 140)}`,
      )
  }, least)

/** Controls whose name lacks the words on them, so that nobody can call them by what they see (WCAG 2.5.3). */
export const misnamed = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const plain = (words: string) =>
      words
        .toLowerCase()
        .replace(/[^\p{L}\p{N} ]+/gu, ' ')
        .replace(/\s+/g, ' ')
        .trim()
    return [
      ...document.querySelectorAll<HTMLElement>('button[aria-label], a[aria-label], [role][aria-label]'),
    ]
      .filter((element) =>
        element.matches('button, a, [role=button], [role=menuitem], [role=tab], [role=switch]'),
      )
      .filter((element) => element.checkVisibility())
      .flatMap((element) => {
        // The first words are what somebody says; figures and signs behind them may be told otherwise.
        // biome-ignore lint/performance/useDomNodeTextContent: only what is shown counts, line by line
        const seen = plain((element.innerText ?? '').split('\n')[0] ?? '')
        const name = plain(element.getAttribute('aria-label') ?? '')
        return seen.length < 2 || name.includes(seen) ? [] : [`“${name}” shows “${seen}”`]
      })
  })

/** What has focus and is not wholly on the screen, or lies under something else. */
export const obscured = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const element = document.activeElement
    if (!(element instanceof HTMLElement) || element === document.body) return ''
    const unseen = element.getBoundingClientRect().width < 2 || getComputedStyle(element).opacity === '0'
    const shown = element.closest('.MuiSwitch-root') ?? (unseen ? element.closest('label') : null) ?? element
    const { x, y, width, height, right, bottom } = shown.getBoundingClientRect()
    const fits = height <= innerHeight && width <= innerWidth
    if (fits && (x < -1 || y < -1 || right > innerWidth + 1 || bottom > innerHeight + 1))
      return `outside the window: ${shown.outerHTML.slice(0, 140)}`
    const points = [
      [x + width / 2, y + height / 2],
      [x + 3, y + 3],
      [right - 3, bottom - 3],
    ] as const
    const covered = points.filter(([px, py]) => {
      const [top] = document.elementsFromPoint(px, py)
      return top && !shown.contains(top) && !top.contains(shown) && !top.closest('label')?.contains(shown)
    })
    return covered.length === points.length ? `covered: ${shown.outerHTML.slice(0, 140)}` : ''
  })

/** Two pictures of the same place: how many pixels changed so much (3:1) that the change is seen as a ring. */
const changedPixels = (helper: Page, pictures: readonly Buffer[]): Promise<number> =>
  helper.evaluate(
    async (encoded) => {
      const [before, after] = await Promise.all(
        encoded.map(async (data) => {
          const image = await createImageBitmap(await (await fetch(`data:image/png;base64,${data}`)).blob())
          const pen = new OffscreenCanvas(image.width, image.height).getContext('2d')
          pen?.drawImage(image, 0, 0)
          return pen?.getImageData(0, 0, image.width, image.height).data ?? new Uint8ClampedArray()
        }),
      )
      const luminance = (data: Uint8ClampedArray, at: number) => {
        const part = (offset: number) => {
          const value = (data[at + offset] ?? 0) / 255
          return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
        }
        return 0.2126 * part(0) + 0.7152 * part(1) + 0.0722 * part(2)
      }
      let changed = 0
      if (before && after)
        for (let at = 0; at < before.length; at += 4) {
          const [a, b] = [luminance(before, at), luminance(after, at)]
          if ((Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05) >= 3) changed += 1
        }
      return changed
    },
    pictures.map((picture) => picture.toString('base64')),
  )

/**
 * Walks a page with Tab from its start, at most so many stops. Faults: what has focus is not wholly in sight or
 * covered, or its picture is hardly different from without focus. `seen` remembers whose ring was looked at: one of a
 * kind is enough, pictures take time.
 */
export async function focusFaults(
  page: Page,
  helper: Page,
  stops: number,
  seen: Set<string> = new Set(),
): Promise<string[]> {
  const faults: string[] = []
  await page.evaluate(() => {
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
    window.getSelection()?.collapse(document.body, 0)
  })
  for (let stop = 0; stop < stops; stop += 1) {
    await page.keyboard.press('Tab')
    const found = await page.evaluate(async () => {
      await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))
      const element = document.activeElement
      if (!(element instanceof HTMLElement) || element === document.body) return null
      const unseen = element.getBoundingClientRect().width < 2 || getComputedStyle(element).opacity === '0'
      // A link stretched over its card shows its ring there.
      const card =
        getComputedStyle(element, '::after').position === 'absolute' ? element.closest('li, article') : null
      const shown =
        element.closest('.MuiSwitch-root') ?? card ?? (unseen ? element.closest('label') : null) ?? element
      const { x, y, width, height } = shown.getBoundingClientRect()
      const walked = 'walked' in element.dataset
      element.dataset.walked = ''
      const kind = `${element.tagName} ${element.className} ${element.getAttribute('aria-disabled')}`
      return { walked, kind, html: shown.outerHTML.slice(0, 140), x, y, width, height }
    })
    if (!found || found.walked) break
    const hidden = await obscured(page)
    if (hidden) faults.push(hidden)
    if (seen.has(found.kind)) continue
    seen.add(found.kind)
    const size = page.viewportSize() ?? { width: 0, height: 0 }
    const [left, top] = [Math.max(0, found.x - 8), Math.max(0, found.y - 8)]
    const clip = {
      x: left,
      y: top,
      width: Math.min(size.width, found.x + found.width + 8) - left,
      height: Math.min(size.height, found.y + found.height + 8) - top,
    }
    if (clip.width < 4 || clip.height < 4) continue
    const focused = await page.screenshot({ clip, animations: 'disabled', caret: 'hide' })
    await page.evaluate(() => {
      const element = document.activeElement
      if (!(element instanceof HTMLElement)) return
      element.blur()
      Reflect.set(window, 'walkedLast', element)
    })
    const blurred = await page.screenshot({ clip, animations: 'disabled', caret: 'hide' })
    await page.evaluate(() => {
      const last: unknown = Reflect.get(window, 'walkedLast')
      if (last instanceof HTMLElement) last.focus({ preventScroll: true })
    })
    const changed = await changedPixels(helper, [blurred, focused])
    if (changed < Math.min(found.width, 200) + Math.min(found.height, 60))
      faults.push(`focus hardly seen (${changed} pixels): ${found.html}`)
  }
  await page.evaluate(() => {
    for (const element of document.querySelectorAll<HTMLElement>('[data-walked]'))
      delete element.dataset.walked
  })
  return faults
}
