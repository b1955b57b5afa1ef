import { useEffect } from 'react'

let pagesShown = 0
let leftFrom: Element | null = null

/** Another page was asked for: from what has focus now. */
export function leavePage(): void {
  leftFrom = document.activeElement
}

/** Whoever has turned to something else while the page was on its way is not called away from it. */
const wentOn = (focused: Element | null): boolean =>
  leftFrom !== document.body &&
  leftFrom?.isConnected === true &&
  focused !== leftFrom &&
  focused !== document.body

/**
 * Names the page: the document's title now, and after a change of place focus on the page's h1, so that a screen
 * reader says where one has come. The first page of a visit leaves focus where the browser puts it.
 */
export function usePage(title: string, place: string): void {
  const focused = document.activeElement
  useEffect(() => {
    document.title = title
  }, [title])
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new place, not a new title, moves focus
  useEffect(() => {
    pagesShown += 1
    if (pagesShown === 1 || document.querySelector('[aria-modal="true"]') || wentOn(focused)) return
    document.querySelector<HTMLElement>('h1')?.focus({ preventScroll: true })
  }, [place])
}
