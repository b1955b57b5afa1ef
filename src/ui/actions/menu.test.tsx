import { render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import { loadAllParts } from '../later.tsx'
import { HouseTheme } from '../theme/index.ts'
import { ActionMenu } from './ActionMenu.tsx'

beforeAll(loadAllParts)

describe('a menu with a heading', () => {
  it('is walked through as if it had none, and tells which actions belong together', async () => {
    const user = userEvent.setup()
    const chosen = vi.fn()
    const of = (label: string) => ({
      id: label,
      label,
      checked: label === 'North',
      radio: true,
      run: () => chosen(label),
    })
    render(
      <HouseTheme>
        <ActionMenu
          label="Account"
          actions={[{ heading: 'Company' }, of('North'), of('South'), null, of('Settings')]}
          button={(props) => (
            <button type="button" {...props}>
              Open
            </button>
          )}
        />
      </HouseTheme>,
    )
    await user.click(screen.getByRole('button', { name: 'Open' }))
    const menu = within(await screen.findByRole('menu', { name: 'Account' }))
    const group = menu.getByRole('group', { name: 'Company' })
    const owned = (group.getAttribute('aria-owns') ?? '').split(' ').map((id) => document.getElementById(id))
    expect(owned).toEqual(['North', 'South'].map((name) => menu.getByRole('menuitemradio', { name })))
    expect(menu.getByRole('menuitemradio', { name: 'North' })).toHaveFocus()
    await user.keyboard('{ArrowDown}{Enter}')
    await vi.waitFor(() => expect(chosen).toHaveBeenCalledWith('South'))
  })
})
