import { render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState } from 'react'
import { describe, expect, it } from 'vitest'
import type { Remapped } from '../../editor/keyMap.ts'
import { HouseTheme } from '../../ui/theme/index.ts'
import { KeyMapEditor } from './index.ts'

interface RoomProps {
  readonly first: Remapped
  readonly singleKeys: boolean
  readonly kept: { remapped: Remapped }
}

function Room({ first, singleKeys, kept }: RoomProps) {
  const [remapped, setRemapped] = useState(first)
  const keep = (next: Remapped) => {
    kept.remapped = next
    setRemapped(next)
  }
  return (
    <HouseTheme>
      <KeyMapEditor settings={{ mac: false, singleKeys, remapped }} onRemap={keep} />
    </HouseTheme>
  )
}

function open(first: Remapped = {}, singleKeys = true) {
  const kept = { remapped: first }
  render(<Room first={first} singleKeys={singleKeys} kept={kept} />)
  return { kept, user: userEvent.setup() }
}

const row = (name: RegExp | string) => screen.getByRole('row', { name })
async function change(user: ReturnType<typeof userEvent.setup>, name: string) {
  await user.click(screen.getByRole('button', { name: `Change keys of ${name}` }))
  return within(await screen.findByRole('dialog', { name: `Keys for ${name}` }))
}

describe('keys of one’s own', () => {
  it('are pressed, not written, and shown at once', async () => {
    const { user, kept } = open()
    const dialog = await change(user, 'Describe')
    expect(dialog.getByRole('textbox', { name: 'New key' })).toHaveFocus()
    await user.keyboard('{Alt>}{Shift>}g{/Shift}{/Alt}')
    expect(dialog.getByRole('textbox')).toHaveValue('Alt+Shift+G')
    await user.click(dialog.getByRole('button', { name: 'Use this key' }))
    expect(kept.remapped).toEqual({ describe: ['Alt+Shift+G'] })
    await waitFor(() => expect(row(/^Describe Alt Shift G/)).toBeInTheDocument())
  })

  it('name what has a key already, which gives it up', async () => {
    const { user, kept } = open()
    const dialog = await change(user, 'Describe')
    await user.keyboard('c')
    expect(dialog.getByText(/^C is Connect to… where this command works\./)).toBeInTheDocument()
    await user.click(dialog.getByRole('button', { name: 'Use it as well' }))
    expect(kept.remapped).toEqual({ describe: ['D', 'C'], connectTo: [] })
    await user.click(await screen.findByRole('checkbox', { name: 'Only changed ones (2)' }))
    expect(row(/^Connect to… No key/)).toBeInTheDocument()
    expect(screen.queryByRole('row', { name: /^Undo/ })).not.toBeInTheDocument()
  })

  it('refuse what the browser needs and say why; Tab and Escape stay what they are', async () => {
    const { user, kept } = open()
    const dialog = await change(user, 'Describe')
    await user.keyboard('{Control>}t{/Control}')
    expect(dialog.getByRole('textbox')).toHaveAccessibleDescription(
      'The browser needs this key for its tabs and windows.',
    )
    expect(dialog.getByRole('button', { name: 'Use this key' })).toBeDisabled()
    await user.tab()
    expect(dialog.getByRole('textbox')).not.toHaveFocus()
    await user.keyboard('{Escape}')
    await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument())
    expect(kept.remapped).toEqual({})
  })

  it('can be taken away, and come back one by one or all at once', async () => {
    const { user, kept } = open({ describe: ['G'], connectTo: [] })
    await user.click(screen.getByRole('button', { name: 'Reset keys of Connect to…' }))
    expect(kept.remapped).toEqual({ describe: ['G'] })
    const dialog = await change(user, 'Undo')
    await user.click(dialog.getByRole('button', { name: 'No key' }))
    expect(kept.remapped).toEqual({ describe: ['G'], undo: [] })
    await user.click(await screen.findByRole('button', { name: 'Reset all keys' }))
    expect(kept.remapped).toEqual({})
  })

  it('never lose focus by being reset', async () => {
    const { user } = open({ describe: ['G'], connectTo: [] })
    await user.click(screen.getByRole('button', { name: 'Reset keys of Connect to…' }))
    await waitFor(() =>
      expect(screen.getByRole('button', { name: 'Change keys of Connect to…' })).toHaveFocus(),
    )
    await user.click(screen.getByRole('button', { name: 'Reset all keys' }))
    await waitFor(() => expect(screen.getByRole('heading', { level: 3 })).toHaveFocus())
  })

  it('are found by the name of the command or by the key, and say when single keys are off', async () => {
    const { user } = open({}, false)
    expect(screen.getByText(/^Single-key shortcuts are off/)).toBeInTheDocument()
    await user.type(screen.getByRole('searchbox'), 'f8')
    expect(screen.getAllByRole('rowheader').map((head) => head.textContent)).toEqual([
      'Next problem',
      'Previous problem',
    ])
  })
})
