/** Dragging items by their grips with a real mouse: where they land, and that Escape puts them back. */
import { cleanup, render } from '@testing-library/react'
import { useState } from 'react'
import { afterEach, describe, expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { drag, settled } from '../../../tests/kit/pointer.ts'
import { HouseTheme } from '../theme/index.ts'
import { ReorderList } from './ReorderList.tsx'

function Fruit() {
  const [items, setItems] = useState(['Apple', 'Pear', 'Plum', 'Quince'])
  return (
    <div style={{ height: 400, overflow: 'auto' }}>
      <ReorderList
        label="Fruit"
        items={items}
        idOf={(item) => item}
        nameOf={(item) => item}
        onMove={(from, to) => setItems((had) => had.toSpliced(from, 1).toSpliced(to, 0, had[from] ?? ''))}
        head={(item) => <span>{item}</span>}
      />
    </div>
  )
}

const items = () => [...document.querySelectorAll<HTMLElement>('[data-reorder] > li')]
const names = () => items().map((item) => item.querySelector('span:not([aria-hidden])')?.textContent)

function gripOf(name: string): HTMLElement {
  const item = items().find(({ textContent }) => textContent === name)
  const grip = item?.querySelector<HTMLElement>('[aria-hidden][title]')
  if (!grip) throw new Error(`${name} has no grip.`)
  return grip
}

async function open() {
  render(
    <HouseTheme>
      <Fruit />
    </HouseTheme>,
  )
  await settled()
}

afterEach(cleanup)

describe('dragging in a list', () => {
  it('lands where the line is drawn', async () => {
    await open()
    const row = items()[0]?.offsetHeight ?? 0
    let line: string | undefined
    await drag(gripOf('Apple'), {
      by: { x: 0, y: 2 * row + 6 },
      hover: () => {
        const marked = items().find(({ dataset }) => dataset.drop)
        line = `${marked?.dataset.drop} ${marked?.textContent}`
      },
    })
    expect(line).toBe('after Plum')
    expect(names()).toEqual(['Pear', 'Plum', 'Apple', 'Quince'])
    await drag(gripOf('Quince'), { by: { x: 0, y: -3 * row - 6 } })
    expect(names()).toEqual(['Quince', 'Pear', 'Plum', 'Apple'])
  })

  it('stays as it was after Escape', async () => {
    await open()
    await drag(gripOf('Apple'), { to: gripOf('Plum'), escape: true })
    expect(names()).toEqual(['Apple', 'Pear', 'Plum', 'Quince'])
  })

  it('keeps focus on what was moved by the keyboard', async () => {
    await open()
    const menu = page.getByRole('button', { name: 'Actions for Pear' })
    menu.element().focus()
    await userEvent.keyboard('{Alt>}{ArrowUp}{/Alt}')
    await settled()
    expect(names()).toEqual(['Pear', 'Apple', 'Plum', 'Quince'])
    expect(document.activeElement).toBe(menu.element())
  })
})
