import { render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState } from 'react'
import { beforeEach, describe, expect, it } from 'vitest'
import { activity, resetAnnouncer } from '../announcer/index.ts'
import { HouseTheme } from '../theme/index.ts'
import { ReorderList } from './ReorderList.tsx'

function Fruit({
  given,
  readOnly = false,
}: {
  readonly given: readonly string[]
  readonly readOnly?: boolean
}) {
  const [items, setItems] = useState(given)
  return (
    <ReorderList
      label="Fruit"
      items={items}
      idOf={(item) => item}
      nameOf={(item) => item}
      readOnly={readOnly}
      onMove={(from, to) =>
        setItems((had) => {
          const rest = had.toSpliced(from, 1)
          return rest.toSpliced(to, 0, had[from] ?? '')
        })
      }
      onDuplicate={(index) => setItems((had) => had.toSpliced(index + 1, 0, `${had[index]} again`))}
      onRemove={(index) => setItems((had) => had.toSpliced(index, 1))}
      head={(item) => <input aria-label={item} />}
      footer={<button type="button">Add fruit</button>}
    />
  )
}

const names = () => screen.queryAllByRole('textbox').map((box) => box.getAttribute('aria-label'))

function open(given: readonly string[] = ['Apple', 'Pear', 'Plum'], readOnly = false) {
  render(
    <HouseTheme>
      <Fruit given={given} readOnly={readOnly} />
    </HouseTheme>,
  )
  return userEvent.setup()
}

async function choose(user: ReturnType<typeof open>, item: string, action: RegExp) {
  await user.click(screen.getByRole('button', { name: `Actions for ${item}` }))
  await user.click(await screen.findByRole('menuitem', { name: action }))
}

describe('a list whose order matters', () => {
  beforeEach(resetAnnouncer)

  it('moves an item by Alt and arrows from inside it, and keeps focus there', async () => {
    const user = open()
    await user.click(screen.getByRole('textbox', { name: 'Apple' }))
    await user.keyboard('{Alt>}{ArrowDown}{ArrowDown}{ArrowDown}{/Alt}')
    expect(names()).toEqual(['Pear', 'Plum', 'Apple'])
    await waitFor(() => expect(screen.getByRole('textbox', { name: 'Apple' })).toHaveFocus())
    await waitFor(() =>
      expect(activity().map(({ text }) => text)).toEqual(['Apple moved to position 3 of 3.']),
    )
  })

  it('moves, duplicates and removes from the menu, focus going on', async () => {
    const user = open()
    await choose(user, 'Plum', /Move up/)
    await waitFor(() => expect(names()).toEqual(['Apple', 'Plum', 'Pear']))
    await waitFor(() => expect(screen.getByRole('button', { name: 'Actions for Plum' })).toHaveFocus())
    await choose(user, 'Plum', /Duplicate/)
    await waitFor(() => expect(names()).toEqual(['Apple', 'Plum', 'Plum again', 'Pear']))
    await waitFor(() => expect(screen.getByRole('button', { name: 'Actions for Plum again' })).toHaveFocus())
    await choose(user, 'Plum again', /Remove/)
    await waitFor(() => expect(names()).toEqual(['Apple', 'Plum', 'Pear']))
    await waitFor(() => expect(screen.getByRole('button', { name: 'Actions for Pear' })).toHaveFocus())
  })

  it('leads on to adding when the last item is gone', async () => {
    const user = open(['Apple'])
    await choose(user, 'Apple', /Remove/)
    await waitFor(() => expect(names()).toEqual([]))
    await waitFor(() => expect(screen.getByRole('button', { name: 'Add fruit' })).toHaveFocus())
  })

  it('says why the first cannot go further up', async () => {
    const user = open()
    await user.click(screen.getByRole('button', { name: 'Actions for Apple' }))
    expect(await screen.findByRole('menuitem', { name: /Move up \(it is the first\)/ })).toHaveAttribute(
      'aria-disabled',
      'true',
    )
  })

  it('only shows where nothing may be changed', async () => {
    const user = open(['Apple', 'Pear'], true)
    expect(screen.queryByRole('button', { name: /Actions/ })).not.toBeInTheDocument()
    await user.click(screen.getByRole('textbox', { name: 'Apple' }))
    await user.keyboard('{Alt>}{ArrowDown}{/Alt}')
    expect(names()).toEqual(['Apple', 'Pear'])
  })
})
