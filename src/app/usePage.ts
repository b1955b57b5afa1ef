import { useEffect } from 'react'

let pagesShown = 0

/**
 * Names the page: the document's title now, and after a change of place focus on the page's h1, so that a screen
 * reader says where one has come. The first page of a visit leaves focus where the browser puts it.
 */
export function usePage(title: string, place: string): void {
  useEffect(() => {
    document.title = title
  }, [title])
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new place, not a new title, moves focus
  useEffect(() => {
    pagesShown += 1
    if (pagesShown === 1 || document.querySelector('[aria-modal="true"]')) return
    document.querySelector<HTMLElement>('h1')?.focus({ preventScroll: true })
  }, [place])
}
