import { describe, expect, it } from 'vitest'
import { actions } from './actions/index.ts'
import { actionsWithKey, refusedKey, shortcutOf, withKeys, withOwnKeys } from './keyMap.ts'

const pc = { mac: false, singleKeys: true }
const press = (key: string, held: Partial<Parameters<typeof shortcutOf>[0]> = {}) => ({
  key,
  code: '',
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...held,
})

describe('a key press', () => {
  it('is written as shortcuts are, on each system', () => {
    expect(shortcutOf(press('z', { ctrlKey: true, shiftKey: true }), pc)).toBe('Mod+Shift+Z')
    expect(shortcutOf(press('z', { metaKey: true }), { mac: true })).toBe('Mod+Z')
    expect(shortcutOf(press('z', { ctrlKey: true }), { mac: true })).toBe('Ctrl+Z')
    expect(shortcutOf(press('?', { shiftKey: true }), pc)).toBe('?')
    expect(shortcutOf(press('ArrowUp', { altKey: true }), pc)).toBe('Alt+ArrowUp')
    expect(shortcutOf(press(' '), pc)).toBe('Space')
    expect(shortcutOf(press('н', { code: 'KeyY' }), pc)).toBe('Y')
  })

  it('of a modifier alone is none yet', () => {
    expect(shortcutOf(press('Shift', { shiftKey: true }), pc)).toBeNull()
  })
})

describe('keys that cannot be given away', () => {
  it.each([
    ['Mod+T', 'The browser needs this key for its tabs and windows.'],
    ['Mod+5', 'The browser needs this key for its tabs and windows.'],
    ['Alt+ArrowLeft', 'The browser goes back and forward with this key.'],
    ['Mod+0', 'The browser zooms the page with this key.'],
    ['Mod+ArrowUp', 'The system uses this key for its desktops and windows.'],
    ['F6', 'This key goes from region to region of the page.'],
    ['Insert', 'Screen readers start their own commands with this key.'],
    ['Tab', 'Tab goes from control to control and cannot do anything else.'],
    ['Escape', 'Escape leaves what is open and cannot be given to anything else.'],
  ])('%s says why', (key, reason) => {
    expect(refusedKey(key)).toBe(reason)
  })

  it.each(['G', 'Shift+G', 'Mod+G', 'F9', 'Alt+ArrowUp', '!'])('%s is free', (key) => {
    expect(refusedKey(key)).toBeNull()
  })
})

describe('giving an action another key', () => {
  it('names what has it already where both are heard', () => {
    expect(actionsWithKey(actions.describe, 'C', pc).map(({ id }) => id)).toEqual(['connectTo'])
    expect(actionsWithKey(actions.moveMode, 'Alt+ArrowUp', pc)).toEqual([])
  })

  it('takes the key from the other, and its own keys come back by reset', () => {
    const map = withKeys({}, actions.describe, ['C'], pc)
    expect(map).toEqual({ describe: ['C'], connectTo: [] })
    const back = withOwnKeys(map, actions.connectTo, { ...pc, remapped: map })
    expect(back).toEqual({ describe: [] })
    expect(withOwnKeys(back, actions.describe, { ...pc, remapped: back })).toEqual({})
  })
})
