/**
 * What jsdom lacks and React Flow, MUI and Dexie need. Layout stays fictional here: every element is
 * 1024 × 720, so anything about real geometry belongs in a `*.browser.test.tsx`.
 */
import '@testing-library/jest-dom/vitest'
import 'fake-indexeddb/auto'
import { cleanup } from '@testing-library/react'
import { afterAll, afterEach, beforeAll } from 'vitest'
import { resetAnnouncer } from '../../src/ui/announcer/announcer.ts'
import { loadAllParts } from '../../src/ui/later.tsx'

const width = 1024
/** Of every element: less than that of the window (768), so that what opens over the page has room in it. */
const height = 720

class ResizeObserverStub implements ResizeObserver {
  readonly #callback: ResizeObserverCallback
  constructor(callback: ResizeObserverCallback) {
    this.#callback = callback
  }
  observe(target: Element): void {
    const size = { inlineSize: width, blockSize: height }
    const entry: ResizeObserverEntry = {
      target,
      contentRect: new DOMRect(0, 0, width, height),
      borderBoxSize: [size],
      contentBoxSize: [size],
      devicePixelContentBoxSize: [size],
    }
    queueMicrotask(() => this.#callback([entry], this))
  }
  unobserve(): void {}
  disconnect(): void {}
}

class IntersectionObserverStub implements IntersectionObserver {
  readonly root = null
  readonly rootMargin = '0px'
  readonly scrollMargin = '0px'
  readonly thresholds = [0]
  observe(): void {}
  unobserve(): void {}
  disconnect(): void {}
  takeRecords(): IntersectionObserverEntry[] {
    return []
  }
}

/** Only what React Flow reads of a CSS transform: scale and translation. */
class DOMMatrixReadOnlyStub {
  readonly m22: number
  readonly m41: number
  readonly m42: number
  constructor(transform = '') {
    const scale = /scale\(([\d.]+)\)/.exec(transform)?.[1]
    const translate = /translate\((-?[\d.]+)px,\s*(-?[\d.]+)px\)/.exec(transform)
    this.m22 = scale === undefined ? 1 : Number(scale)
    this.m41 = Number(translate?.[1] ?? 0)
    this.m42 = Number(translate?.[2] ?? 0)
  }
}

function matchMedia(query: string): MediaQueryList {
  const list = Object.assign(new EventTarget(), {
    matches: query.includes('prefers-reduced-motion'),
    media: query,
    onchange: null,
    addListener: () => {},
    removeListener: () => {},
  })
  return list as MediaQueryList
}

function give(target: object, name: string, value: unknown): void {
  if (Reflect.get(target, name) === undefined)
    Object.defineProperty(target, name, { value, configurable: true, writable: true })
}

give(globalThis, 'ResizeObserver', ResizeObserverStub)
give(globalThis, 'IntersectionObserver', IntersectionObserverStub)
give(globalThis, 'DOMMatrixReadOnly', DOMMatrixReadOnlyStub)
give(window, 'matchMedia', matchMedia)
give(globalThis, 'CSS', {})
give(CSS, 'escape', (value: string) => value.replace(/[^\w-]/g, (character) => `\\${character}`))
give(Element.prototype, 'scrollIntoView', () => {})
give(Element.prototype, 'setPointerCapture', () => {})
give(Element.prototype, 'releasePointerCapture', () => {})
give(Element.prototype, 'hasPointerCapture', () => false)
give(SVGElement.prototype, 'getBBox', () => new DOMRect(0, 0, 80, 20))

Object.defineProperties(HTMLElement.prototype, {
  offsetWidth: { configurable: true, get: () => width },
  offsetHeight: { configurable: true, get: () => height },
})

// As on a page that has been open for a second.
beforeAll(loadAllParts)

afterEach(cleanup)

// What is still waiting to be said must not look for a page that is gone.
afterAll(resetAnnouncer)
