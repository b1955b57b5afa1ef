/** What axe computes of a page as it is now. Run in the page itself: it has no frames, and a second page costs most. */
import axe, { type AxeResults } from 'axe-core'
import type { Page } from 'playwright'

const options = {
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
  resultTypes: ['violations', 'incomplete'],
}

/** Each violation with the elements concerned, as one line; and the rules that axe leaves to people. */
export async function axeFaults(page: Page): Promise<{ violations: string[]; undecided: string[] }> {
  if (!(await page.evaluate('"axe" in window'))) await page.evaluate(axe.source)
  const { violations, incomplete } = await page.evaluate<Pick<AxeResults, 'violations' | 'incomplete'>>(
    `axe.run(document, ${JSON.stringify(options)})`,
  )
  return {
    violations: violations.map(
      ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`,
    ),
    undecided: incomplete.map(({ id }) => id),
  }
}
