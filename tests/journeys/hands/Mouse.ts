import { Hands, type Name, type NewStage, type Role } from './Hands.ts'

/** Clicks, right clicks and drags; the keyboard only for words. */
export class Mouse extends Hands {
  async press(role: Role, name: Name) {
    await this.found(role, name).click()
  }

  async write(field: Name, words: string) {
    await this.found('textbox', field).click({ clickCount: 3 })
    await this.page.keyboard.type(words)
  }

  async choose(field: Name, option: string) {
    await this.found('combobox', field).selectOption({ label: option })
  }

  async search(field: Name, option: string) {
    await this.found('combobox', field).click()
    await this.page.keyboard.type(option)
    await this.offered(option).click()
  }

  async open(stage: string) {
    await this.fit()
    await this.desk.stage(stage).click()
    await this.page.getByRole('heading', { level: 2, name: stage, exact: true }).waitFor()
  }

  async openWay(from: string, to: string) {
    await this.fit()
    await this.desk.transition(from, to).click()
    await this.page.getByRole('combobox', { name: 'From' }).waitFor()
  }

  async addStage({ name, kind, after }: NewStage) {
    if (after) await this.open(after)
    await this.press('button', after ? /^Add stage after / : 'Add stage…')
    await this.write('Name (required)', name)
    if (kind) await this.press('radio', kind)
    await this.press('button', 'Add stage')
    await this.desk.stage(name).waitFor()
  }

  async connect(from: string, to: string) {
    await this.fit()
    await this.desk.connectByMouse(from, to)
  }

  /** By its row's handle. */
  async moveTo(stage: string, position: number) {
    const { page } = this
    await this.desk.view('Stages')
    const row = page
      .locator('tr[data-row]')
      .filter({ has: page.getByRole('textbox', { name: `Stage of ${stage}` }) })
    await row.hover()
    const handle = await row.getByTitle('Drag to reorder').boundingBox()
    const target = await page
      .locator('tr[data-row]')
      .nth(position - 1)
      .boundingBox()
    if (!handle || !target) throw new Error(`The row of “${stage}” is not on the screen.`)
    await page.mouse.move(handle.x + 8, handle.y + 8)
    await page.mouse.down()
    await page.mouse.move(handle.x + 8, target.y + target.height / 2, { steps: 4 })
    await page.mouse.move(handle.x + 8, target.y + 4, { steps: 2 })
    await page.mouse.up()
    await page.getByRole('button', { name: /^Undo: Move / }).waitFor()
    await this.desk.view('Design')
    await this.desk.stage(stage).waitFor()
  }

  async comment(stage: string, words: string) {
    await this.fit()
    await this.desk.stage(stage).click({ button: 'right' })
    await this.press('menuitem', 'Comment…')
    await this.write(/^Comment on /, words)
    await this.press('button', 'Comment')
    await this.press('button', 'Close comments')
  }

  /** All of the process in sight. */
  private async fit() {
    await this.press('button', 'Zoom to fit')
  }
}
