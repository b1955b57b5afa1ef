/**
 * One way to work with the app: by mouse, by keys, by what a screen reader is told, by a finger. What can be done is
 * the same for all; how it is done is each one's own.
 */
import { readFileSync } from 'node:fs'
import type { Locator, Page } from 'playwright'
import type { Desk } from '../Desk.ts'

export type Role =
  | 'button'
  | 'combobox'
  | 'group'
  | 'link'
  | 'menuitem'
  | 'option'
  | 'radio'
  | 'switch'
  | 'textbox'
export type Name = string | RegExp

export interface NewStage {
  readonly name: string
  readonly kind?: RegExp
  /** The stage it is connected after; absent for the first. */
  readonly after?: string
}

export abstract class Hands {
  readonly desk: Desk
  protected readonly page: Page

  constructor(desk: Desk) {
    this.desk = desk
    this.page = desk.page
  }

  abstract press(role: Role, name: Name): Promise<void>
  /** In place of all that stands in the field. */
  abstract write(field: Name, words: string): Promise<void>
  /** From a list of the browser's own. */
  abstract choose(field: Name, option: string): Promise<void>
  /** From a list that is searched by typing. */
  abstract search(field: Name, option: string): Promise<void>
  abstract open(stage: string): Promise<void>
  abstract openWay(from: string, to: string): Promise<void>
  abstract addStage(stage: NewStage): Promise<void>
  abstract connect(from: string, to: string): Promise<void>
  abstract moveTo(stage: string, position: number): Promise<void>
  abstract comment(stage: string, words: string): Promise<void>

  /** What one sets once before beginning. */
  async settle(): Promise<void> {}

  async undo(): Promise<void> {
    await this.press('button', /^Undo: /)
  }

  async redo(): Promise<void> {
    await this.press('button', /^Redo: /)
  }

  /** Opens a part of the details, where it is not open. */
  async unfold(section: string): Promise<void> {
    const name = new RegExp(`^${section}( |$)`)
    if (!(await this.isOpen(name))) await this.press('button', name)
  }

  /** What the process is as a file. */
  async exported(): Promise<string> {
    const download = this.page.waitForEvent('download')
    await this.press('button', 'More')
    await this.press('menuitem', 'Stagecraft process (JSON)')
    return readFileSync(await (await download).path(), 'utf8')
  }

  protected async isOpen(name: Name): Promise<boolean> {
    return (await this.found('button', name).getAttribute('aria-expanded')) === 'true'
  }

  /** What is in sight by this name; the last, where there are several: what opened last stands last. */
  protected found(role: Role, name: Name): Locator {
    return this.page.getByRole(role, { name, exact: true }).filter({ visible: true }).last()
  }

  protected offered(option: string): Locator {
    return this.page
      .getByRole('option', { name: startingWith(option) })
      .filter({ visible: true })
      .first()
  }
}

export const startingWith = (words: string): RegExp =>
  new RegExp(`^${words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}`)
