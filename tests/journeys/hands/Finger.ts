import { expect } from 'vitest'
import { Hands, type Name, type NewStage, type Role, startingWith } from './Hands.ts'

/** A finger on a phone: taps, a long press, a pinch; the list stands for the canvas and details come as a sheet. */
export class Finger extends Hands {
  async press(role: Role, name: Name) {
    await this.found(role, name).tap()
  }

  async write(field: Name, words: string) {
    await this.found('textbox', field).tap()
    await this.page.keyboard.press('Control+a')
    await this.page.keyboard.type(words)
  }

  async choose(field: Name, option: string) {
    await this.found('combobox', field).selectOption({ label: option })
  }

  async search(field: Name, option: string) {
    await this.found('combobox', field).tap()
    await this.page.keyboard.type(option)
    await this.offered(option).tap()
  }

  async open(stage: string) {
    await this.toList()
    await this.found('button', startingWith(`${stage}, `)).tap()
    await this.page.getByRole('heading', { level: 2, name: stage, exact: true }).waitFor()
  }

  async openWay(from: string, to: string) {
    await this.toList()
    const ways = this.page.getByRole('list', { name: `${from} goes to` }).getByRole('listitem')
    await ways
      .filter({ has: this.page.getByRole('link', { name: to, exact: true }) })
      .getByRole('button')
      .tap()
    await this.page.getByRole('combobox', { name: 'From' }).waitFor()
  }

  async addStage({ name, kind, after }: NewStage) {
    await this.toList()
    if (after) await this.command(after, /^Add stage after /)
    else await this.press('button', 'Add stage')
    await this.write('Name (required)', name)
    if (kind) await this.press('radio', kind)
    await this.press('button', 'Add stage')
    await this.page.getByRole('dialog').waitFor({ state: 'detached' })
    await this.found('button', startingWith(`${name}, `)).waitFor()
  }

  async connect(from: string, to: string) {
    await this.command(from, 'Connect to…')
    await this.search('To (required)', to)
    await this.press('button', 'Connect')
    await this.page.getByRole('dialog').waitFor({ state: 'detached' })
  }

  async moveTo(stage: string, position: number) {
    await this.open(stage)
    await this.write('Position', String(position))
    await this.toList()
  }

  async comment(stage: string, words: string) {
    await this.toList()
    await this.press('radio', 'Canvas')
    await this.desk.stage(stage).waitFor()
    await this.pinch()
    const near = await this.cardWidth()
    await this.press('button', 'Zoom to fit')
    await expect.poll(() => this.cardWidth(), { message: 'all stages in sight' }).toBeLessThan(near)
    await this.longPress(stage)
    await this.press('menuitem', 'Comment…')
    await this.write(/^Comment on /, words)
    await this.press('button', 'Comment')
    await this.press('button', 'Close comments')
    await this.press('radio', 'List')
  }

  override async undo() {
    await this.toList()
    await super.undo()
  }

  override async redo() {
    await this.toList()
    await super.redo()
  }

  override async exported() {
    await this.toList()
    return super.exported()
  }

  /** Away from details that lie over the list. */
  async toList() {
    const close = this.page.getByRole('button', { name: 'Close details' })
    if ((await close.count()) === 0) return
    await close.tap()
    await close.waitFor({ state: 'detached' })
  }

  private async command(stage: string, command: Name) {
    await this.toList()
    await this.press('button', `Actions for ${stage}`)
    await this.press('menuitem', command)
  }

  /** Two fingers apart on the canvas: it comes nearer. */
  private async pinch() {
    const { page } = this
    const before = await this.cardWidth()
    const canvas = await page.locator('.react-flow').boundingBox()
    if (!canvas) throw new Error('The canvas is not on the screen.')
    const [x, y] = [canvas.x + canvas.width / 2, canvas.y + canvas.height / 2]
    const apart = (distance: number) => [
      { x: x - distance, y, id: 1 },
      { x: x + distance, y, id: 2 },
    ]
    const touch = await this.desk.context.newCDPSession(page)
    await touch.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: apart(20) })
    for (const distance of [40, 60, 80])
      await touch.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: apart(distance) })
    await touch.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] })
    await expect
      .poll(() => this.cardWidth(), { message: 'the card grows under two fingers' })
      .toBeGreaterThan(before)
  }

  private async cardWidth(): Promise<number> {
    return (await this.page.locator('[data-stage-id]').first().boundingBox())?.width ?? 0
  }

  /** On the card of the canvas, until the menu is there. */
  private async longPress(stage: string) {
    const card = this.desk.stage(stage)
    // Lies still, and under nothing else.
    await card.tap({ trial: true })
    const box = await card.boundingBox()
    if (!box) throw new Error(`“${stage}” is not on the screen.`)
    const touch = await this.desk.context.newCDPSession(this.page)
    const at = { x: box.x + box.width / 2, y: box.y + box.height / 2 }
    await touch.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [at] })
    await this.page.getByRole('menu').waitFor()
    await touch.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] })
  }
}
