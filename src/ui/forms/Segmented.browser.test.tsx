/** One Tab stop, arrows choose, and as many lines as the window makes necessary. */
import { cleanup, render, screen } from '@testing-library/react'
import { useState } from 'react'
import { afterEach, expect, it } from 'vitest'
import { userEvent } from 'vitest/browser'
import { HouseTheme } from '../theme/index.ts'
import { Segmented } from './Segmented.tsx'

afterEach(cleanup)

const names = ['All', 'Errors', 'Warnings'] as const

function Filter({ width }: { readonly width: number }) {
  const [value, setValue] = useState<(typeof names)[number]>('All')
  return (
    <HouseTheme>
      <div style={{ width }} data-testid="panel">
        <button type="button">Before</button>
        <Segmented
          label="Show"
          hideLabel
          options={names.map((name, index) => ({ value: name, label: name, count: index }))}
          value={value}
          onChange={setValue}
        />
        <button type="button">After</button>
      </div>
    </HouseTheme>
  )
}

it('is one stop of Tab, and arrows choose', async () => {
  render(<Filter width={400} />)
  screen.getByRole('button', { name: 'Before' }).focus()
  await userEvent.keyboard('{Tab}')
  expect(screen.getByRole('radio', { name: 'All 0' })).toHaveFocus()
  await userEvent.keyboard('{ArrowRight}')
  expect(screen.getByRole('radio', { name: 'Errors 1' })).toHaveFocus()
  expect(screen.getByRole('radio', { name: 'Errors 1' })).toBeChecked()
  await userEvent.keyboard('{ArrowLeft}{ArrowLeft}')
  expect(screen.getByRole('radio', { name: 'Warnings 2' })).toBeChecked()
  await userEvent.keyboard('{Tab}')
  expect(screen.getByRole('button', { name: 'After' })).toHaveFocus()
})

it('is chosen by a click on its button, wherever', async () => {
  render(<Filter width={400} />)
  await userEvent.click(screen.getByRole('radio', { name: 'Warnings 2' }))
  expect(screen.getByRole('radio', { name: 'Warnings 2' })).toBeChecked()
})

it('wraps where there is no room, and cuts nothing', () => {
  render(<Filter width={160} />)
  const { right } = screen.getByTestId('panel').getBoundingClientRect()
  for (const radio of screen.getAllByRole('radio'))
    expect(radio.closest('label')?.getBoundingClientRect().right).toBeLessThanOrEqual(right)
})
