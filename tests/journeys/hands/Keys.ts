import type { Locator } from 'playwright'
import { expect } from 'vitest'
import { Hands, type Name, type NewStage, type Role, startingWith } from './Hands.ts'

/** Keys alone: Tab to everything, arrows inside a group, and the keys of the canvas. Focus must never be lost. */
export class Keys extends Hands {
  readonly pointers: string[] = []

  /** From now on every pointer event is kept. */
  async withoutPointer() {
    await this.page.exposeFunction('pointerUsed', (what: string) => this.pointers.push(what))
    await this.page.addInitScript(() => {
      const tell: unknown = Reflect.get(window, 'pointerUsed')
      if (typeof tell === 'function')
        addEventListener('pointerdown', (event) => tell(String(event.target)), true)
    })
  }

  async press(role: Role, name: Name) {
    await this.reach(role, name)
    await this.key(role === 'radio' || role === 'switch' ? 'Space' : 'Enter')
  }

  async write(field: Name, words: string) {
    await this.reach('textbox', field)
    await this.key('Control+a')
    await this.page.keyboard.type(words)
  }

  async choose(field: Name, option: string) {
    await this.reach('combobox', field)
    await this.page.keyboard.type(option)
    await expect.poll(() => this.chosen(), { message: `${field}` }).toBe(option)
  }

  async search(field: Name, option: string) {
    await this.reach('combobox', field)
    await this.page.keyboard.type(option)
    await this.offered(option).waitFor()
    await this.key('Enter')
  }

  async open(stage: string) {
    await this.toStage(stage)
    await this.key('Enter')
    await this.page.getByRole('heading', { level: 2, name: stage, exact: true }).waitFor()
  }

  async openWay(from: string, to: string) {
    await this.toStage(from)
    await this.key('t')
    let heard = startingWith(`${from}, `)
    for (let ways = 0; ways < 9; ways += 1) {
      await expect.poll(() => this.desk.focusedName()).not.toMatch(heard)
      const name = await this.desk.focusedName()
      if (new RegExp(`\\bto ${to}(,|$)`).test(name)) break
      heard = startingWith(name)
      await this.key('ArrowDown')
    }
    await this.key('Enter')
    await this.page.getByRole('combobox', { name: 'From' }).waitFor()
  }

  async addStage({ name, kind, after }: NewStage) {
    if (after) {
      await this.toStage(after)
      await this.key('n')
    } else await this.press('button', 'Add stage…')
    await this.nameStage(name, kind)
  }

  async connect(from: string, to: string) {
    await this.toStage(from)
    await this.key('c')
    await this.search('To (required)', to)
    await this.key('Enter')
    await this.desk.transition(from, to).waitFor()
  }

  async moveTo(stage: string, position: number) {
    await this.press('link', 'Stages')
    await this.reach('textbox', `Stage of ${stage}`)
    const at = () =>
      this.page
        .getByRole('textbox', { name: /^Stage of / })
        .evaluateAll((fields) => fields.indexOf(document.activeElement as HTMLInputElement) + 1)
    for (let place = await at(); place > position; place -= 1) {
      await this.key('Alt+ArrowUp')
      await expect.poll(at).toBe(place - 1)
    }
    await this.press('link', 'Design')
    await this.desk.stage(stage).waitFor()
  }

  async comment(stage: string, words: string) {
    await this.toStage(stage)
    await this.key('Shift+F10')
    await this.press('menuitem', 'Comment…')
    await this.write(/^Comment on /, words)
    await this.key('Control+Enter')
    await this.press('button', 'Close comments')
  }

  override async undo() {
    await this.toCanvas()
    await this.key('Control+z')
  }

  override async redo() {
    await this.toCanvas()
    await this.key('Control+Shift+z')
  }

  protected async nameStage(name: string, kind?: RegExp) {
    await this.write('Name (required)', name)
    if (kind) await this.press('radio', kind)
    await this.press('button', 'Add stage')
    await this.desk.stage(name).waitFor()
    await expect.poll(() => this.focusIn(this.desk.stage(name)), { message: `focus on ${name}` }).toBe(true)
  }

  async key(key: string) {
    await this.page.keyboard.press(key)
    await expect
      .poll(() => this.page.evaluate(() => document.activeElement?.tagName ?? 'BODY'), {
        message: `focus after ${key}`,
      })
      .not.toBe('BODY')
  }

  /** Focus on what has this role and name. */
  async reach(role: Role, name: Name) {
    const target = this.found(role, name)
    await target.waitFor()
    if (role === 'menuitem') return this.walkTo(target, 'ArrowDown')
    await this.tabTo(await this.stopOf(target))
    if (role === 'radio') await this.walkTo(target, 'ArrowDown')
  }

  private async toCanvas() {
    await this.key('Alt+F6')
    const cards = this.page.locator('[data-stage-id], [data-transition-id]')
    await this.tabTo(cards.and(this.page.locator('[tabindex="0"]')).first())
  }

  async toStage(stage: string) {
    await this.toCanvas()
    if (await this.focusIn(this.desk.stage(stage))) return
    await this.key('/')
    await this.search(/stage/i, stage)
    const card = this.desk.stage(stage)
    await this.page.getByRole('dialog').waitFor({ state: 'detached' })
    await expect.poll(() => this.focusIn(card), { message: `focus on ${stage}` }).toBe(true)
  }

  /** One of several radios is the stop of Tab: the chosen one, else the first. */
  private async stopOf(target: Locator): Promise<Locator> {
    const group = await target.evaluate((element) =>
      element instanceof HTMLInputElement && element.type === 'radio' ? element.name : null,
    )
    if (group === null) return target
    const radios = this.page.locator(`input[type=radio][name="${group}"]`)
    const chosen = radios.and(this.page.locator(':checked'))
    return (await chosen.count()) > 0 ? chosen : radios.first()
  }

  async tabTo(target: Locator) {
    for (let steps = 0; steps < 160; steps += 1) {
      const way = await target.evaluate((element) => {
        const from = document.activeElement
        if (from === element) return null
        if (!from || from === document.body) return 'Tab'
        const place = from.compareDocumentPosition(element)
        return place & Node.DOCUMENT_POSITION_PRECEDING ? 'Shift+Tab' : 'Tab'
      })
      if (way === null) return
      await this.page.keyboard.press(way)
    }
    throw new Error(`Tab never reached ${target}.`)
  }

  protected async walkTo(target: Locator, key: string) {
    for (let steps = 0; steps < 40; steps += 1) {
      if (await this.focusIn(target)) return
      await this.key(key)
    }
    throw new Error(`${key} never reached ${target}.`)
  }

  focusIn(target: Locator): Promise<boolean> {
    return target.evaluate((element) => element === document.activeElement)
  }

  protected chosen(): Promise<string> {
    return this.page.evaluate(() => {
      const list = document.activeElement
      return list instanceof HTMLSelectElement ? (list.selectedOptions[0]?.label ?? '') : ''
    })
  }
}
