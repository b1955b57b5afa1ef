import type { CDPSession } from 'playwright'
import { expect } from 'vitest'
import { type Name, type NewStage, type Role, startingWith } from './Hands.ts'
import { Keys } from './Keys.ts'

interface Heard {
  readonly id: number
  readonly words: string
  readonly expanded: boolean
}

/**
 * As with a screen reader: what there is, is known only by role and name from Chromium's accessibility tree; focus is
 * put there as a reader puts it, and keys do the rest. What would be heard is written down.
 */
export class Reader extends Keys {
  readonly transcript: string[] = []
  private tree: CDPSession | null = null

  /** From now on what is announced is written down as well. */
  async listen() {
    await this.page.exposeFunction('heard', (words: string) => this.transcript.push(`says: ${words}`))
    await this.page.addInitScript(() => {
      const tell: unknown = Reflect.get(window, 'heard')
      addEventListener('DOMContentLoaded', () => {
        for (const region of document.querySelectorAll('#sr-polite, #sr-assertive'))
          new MutationObserver((changes) => {
            for (const node of changes.flatMap(({ addedNodes }) => [...addedNodes]))
              if (typeof tell === 'function') tell(node.textContent)
          }).observe(region, { childList: true })
      })
    })
  }

  override async open(stage: string) {
    await this.toGroup(stage)
    await this.key('Enter')
    await this.untilThere('heading', stage)
  }

  override async openWay(from: string, to: string) {
    await this.reach('group', new RegExp(`from ${from} to ${to}(,|$)`))
    await this.key('Enter')
    await this.untilThere('combobox', 'From')
  }

  override async addStage({ name, kind, after }: NewStage) {
    if (after) await this.command(after, /^Add stage after /)
    else await this.press('button', 'Add stage…')
    await this.nameStage(name, kind)
  }

  override async connect(from: string, to: string) {
    await this.command(from, 'Connect to…')
    await this.search('To (required)', to)
    await this.press('button', 'Connect')
    await this.untilThere('group', new RegExp(`from ${from} to ${to}(,|$)`))
  }

  override async moveTo(stage: string, position: number) {
    await this.command(stage, 'Move to position…')
    await this.reach('combobox', 'Position')
    await this.page.keyboard.type(String(position))
    await this.press('button', 'Move')
    await this.untilThere('group', new RegExp(`^${stage}, .* stage ${position} of `))
  }

  override async comment(stage: string, words: string) {
    await this.command(stage, 'Comment…')
    await this.write(/^Comment on /, words)
    await this.press('button', 'Comment')
    await this.press('button', 'Close comments')
  }

  override async undo() {
    await this.press('button', /^Undo: /)
  }

  override async redo() {
    await this.press('button', /^Redo: /)
  }

  override async reach(role: Role, name: Name) {
    const { id, words } = await this.untilThere(role, name)
    await (await this.browser()).send('DOM.focus', { backendNodeId: id })
    this.transcript.push(words)
  }

  protected override async isOpen(name: Name) {
    return (await this.untilThere('button', name)).expanded
  }

  private async browser(): Promise<CDPSession> {
    this.tree ??= await this.desk.context.newCDPSession(this.page)
    return this.tree
  }

  private async toGroup(stage: string) {
    await this.reach('group', startingWith(`${stage}, `))
  }

  private async command(stage: string, command: Name) {
    await this.toGroup(stage)
    await this.key('Shift+F10')
    await this.press('menuitem', command)
  }

  /** Waits as a person does who looks for it again and again. */
  private async untilThere(role: string, name: Name): Promise<Heard> {
    let heard: Heard | undefined
    await expect
      .poll(
        async () => {
          heard = await this.hear(role, name)
          return heard !== undefined
        },
        { message: `${role} ${name} in the accessibility tree`, timeout: 15_000 },
      )
      .toBe(true)
    if (!heard) throw new Error(`There is no ${role} ${name}.`)
    return heard
  }

  /** The last of this role and name in the tree. */
  private async hear(role: string, name: Name): Promise<Heard | undefined> {
    const { nodes } = await (await this.browser()).send('Accessibility.getFullAXTree')
    const node = nodes.findLast((each) => {
      const called = nameOf(each)
      return (
        !each.ignored &&
        each.role?.value === role &&
        (typeof name === 'string' ? called === name : name.test(called))
      )
    })
    if (node?.backendDOMNodeId === undefined) return undefined
    const property = (wanted: string) =>
      node.properties?.find((each) => String(each.name) === wanted)?.value.value
    const kind = property('roledescription') ?? role
    const checked = property('checked') === 'true' ? ', checked' : ''
    const words = `${kind}: ${nameOf(node)}${checked}`
    return { id: node.backendDOMNodeId, words, expanded: property('expanded') === true }
  }
}

/** Without what takes room and is not spoken. */
const nameOf = ({ name }: { readonly name?: { readonly value?: unknown } }): string =>
  String(name?.value ?? '')
    .replaceAll('\u200b', '')
    .trim()
