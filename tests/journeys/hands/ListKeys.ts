import type { Locator } from 'playwright'
import { expect } from 'vitest'
import { type Name, type NewStage, startingWith } from './Hands.ts'
import { Keys } from './Keys.ts'

/** Keys alone, in the list that stands for the canvas; where the window is narrow, details lie over it. */
export class ListKeys extends Keys {
  /** In a narrow window the list comes by itself. */
  override async settle() {
    const { page } = this
    if ((page.viewportSize()?.width ?? 0) < 700) return
    await this.press('link', 'Settings')
    await this.press('link', 'Appearance')
    await this.press('radio', 'The list')
    await this.press('link', 'Processes')
  }

  override async open(stage: string) {
    await this.toRow(stage)
    await this.key('Enter')
    await this.page.getByRole('heading', { level: 2, name: stage, exact: true }).waitFor()
  }

  override async openWay(from: string, to: string) {
    await this.toRow(from)
    await this.tabTo(this.way(from, to).getByRole('button'))
    await this.key('Enter')
    await this.page.getByRole('combobox', { name: 'From' }).waitFor()
  }

  override async addStage({ name, kind, after }: NewStage) {
    if (after) {
      await this.toRow(after)
      await this.key('n')
    } else await this.press('button', 'Add stage')
    await this.write('Name (required)', name)
    if (kind) await this.press('radio', kind)
    await this.press('button', 'Add stage')
    await expect.poll(() => this.focusIn(this.row(name)), { message: `focus on ${name}` }).toBe(true)
  }

  override async connect(from: string, to: string) {
    await this.toRow(from)
    await this.key('c')
    await this.search('To (required)', to)
    await this.key('Enter')
    await this.way(from, to).waitFor()
    await this.page.getByRole('dialog').waitFor({ state: 'detached' })
  }

  override async moveTo(stage: string, position: number) {
    await this.toRow(stage)
    const at = () =>
      this.rows().evaluateAll((rows) => rows.indexOf(document.activeElement as HTMLElement) + 1)
    for (let place = await at(); place > position; place -= 1) {
      await this.key('Alt+ArrowUp')
      await expect.poll(at).toBe(place - 1)
    }
  }

  override async comment(stage: string, words: string) {
    await this.toRow(stage)
    await this.key('Shift+F10')
    await this.press('menuitem', 'Comment…')
    await this.write(/^Comment on /, words)
    await this.key('Control+Enter')
    await this.press('button', 'Close comments')
  }

  override async undo() {
    await this.inList('Control+z')
  }

  override async redo() {
    await this.inList('Control+Shift+z')
  }

  override async exported() {
    await this.closeDetails()
    return super.exported()
  }

  private async inList(key: string) {
    await this.toRow()
    await this.key(key)
  }

  /** To the row of a stage; without a name to any. */
  private async toRow(stage?: string) {
    await this.closeDetails()
    const inRow = await this.rows().evaluateAll((rows) => rows.some((row) => row === document.activeElement))
    if (!inRow) await this.tabTo(this.rows().first())
    if (stage === undefined || (await this.focusIn(this.row(stage)))) return
    await this.key('Home')
    await this.walkTo(this.row(stage), 'ArrowDown')
  }

  /** Where they lie over the list. */
  private async closeDetails() {
    if ((this.page.viewportSize()?.width ?? 0) >= 1000) return
    const sheet = this.page.getByRole('button', { name: 'Close details' })
    if ((await sheet.count()) === 0) return
    await this.press('button', 'Close details')
    await sheet.waitFor({ state: 'detached' })
  }

  private rows(): Locator {
    return this.page.locator('[data-outline] [data-kind="stage"]')
  }

  private row(stage: Name): Locator {
    return this.page.getByRole('button', { name: startingWith(`${stage}, `) }).and(this.rows())
  }

  private way(from: string, to: string): Locator {
    return this.page
      .getByRole('list', { name: `${from} goes to` })
      .getByRole('listitem')
      .filter({ has: this.page.getByRole('link', { name: to, exact: true }) })
  }
}
