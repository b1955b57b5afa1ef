/**
 * Every action can be found by whoever looks for it, by mouse, by key, by name: in the command menu and the help, and
 * from every context menu in one step at most. No two want the same key at one place, and none a key that browsers,
 * systems or screen readers need.
 */
import { describe, expect, it } from 'vitest'
import { type ActionPlace, actionsFor, allActions, type Scope } from '../../src/editor/actions/index.ts'
import { actionsWithKey, reservedReason } from '../../src/editor/keyMap.ts'
import { findCommands } from '../../src/features/command-menu/found.ts'
import { actionGroups } from '../../src/features/command-menu/groups.ts'
import { text } from '../../src/text/index.ts'
import { anEditor, standard } from '../kit/builders.ts'
import { anEditorUi } from '../kit/editorUi.ts'

const settings = { mac: false, singleKeys: true }
const everywhere: readonly ActionPlace[] = ['stage', 'transition', 'several', 'canvas']
const each = allActions.map((action) => [action.id, action] as const)

function offered(typed = ''): readonly { readonly id: string }[] {
  const editor = anEditor(standard().document)
  return findCommands({ editor, ui: anEditorUi(), settings, recent: [] }, typed)
}

describe('every action', () => {
  it('is many', () => {
    expect(allActions.length).toBeGreaterThan(50)
  })

  it.each(each)('%s has a label, and a group that help and settings show', (_, action) => {
    const label = action.label(anEditor(standard().document))
    expect(label).toMatch(/^\p{Lu}/u)
    expect(actionGroups).toContain(action.group)
    expect(text('commandMenu', `group_${action.group}`)).toMatch(/\S/)
  })

  it.each(each)('%s is in the command menu, or walks by a key that the help names', (id, action) => {
    if (action.inCommandMenu === false) expect(action.shortcuts.length).toBeGreaterThan(0)
    else if (id !== 'commandMenu') expect(offered().map((one) => one.id)).toContain(id)
  })

  it.each(each.filter(([id, action]) => action.inCommandMenu !== false && id !== 'commandMenu'))(
    '%s is found by its whole name',
    (id, action) => {
      const label = action.label(anEditor(standard().document))
      expect(
        offered(label)
          .slice(0, 3)
          .map((one) => one.id),
      ).toContain(id)
    },
  )

  it.each(each)('%s stands in a context menu, or one step behind it', (_, action) => {
    const behind = everywhere.every((place) => actionsFor(place).some(({ id }) => id === 'commandMenu'))
    expect(
      action.places.length > 0 || (behind && action.inCommandMenu !== false) || isKeyAlone(action.id),
    ).toBe(true)
  })

  it.each(each)('%s has no key that something else has at one place', (_, action) => {
    const twins = action.shortcuts.flatMap((key) =>
      actionsWithKey(action, key, settings).map(({ id }) => `${key}: ${id}`),
    )
    expect(twins).toEqual([])
  })

  it.each(each)('%s has no key that browser, system or screen reader needs', (_, action) => {
    expect(
      action.shortcuts.map((key) => [key, reservedReason(key)] as const).filter(([, why]) => why),
    ).toEqual([])
  })

  it.each(each)('%s has keys of one sign only where focus is on the canvas or a row', (_, action) => {
    const scopes: readonly Scope[] = action.scopes
    // Question mark is heard while nothing is typed; Control with a slash is its twin.
    const single = action.shortcuts.filter((key) => key.length === 1 && key !== '?')
    if (single.length > 0) expect(scopes).not.toContain('global')
  })
})

/** Walking is what the pointer does by pointing; the menu key opens the menus themselves. */
const isKeyAlone = (id: string): boolean =>
  allActions.some(
    (action) => action.id === id && action.inCommandMenu === false && action.group === 'navigate',
  )
