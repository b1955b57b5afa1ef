/** What a person sees of a text area that took focus: all of it. */
import { render, screen } from '@testing-library/react'
import { expect, it } from 'vitest'
import { userEvent } from 'vitest/browser'
import { HouseTheme } from '../theme/index.ts'
import { TextField } from './TextField.tsx'

it('comes into sight as a whole, not its caret alone', async () => {
  render(
    <HouseTheme>
      <div style={{ height: 200, overflow: 'auto' }} data-testid="window">
        <button type="button" style={{ height: 150 }}>
          Before
        </button>
        <TextField label="Reason" rows={4} />
        <div style={{ height: 400 }} />
      </div>
    </HouseTheme>,
  )
  screen.getByRole('button', { name: 'Before' }).focus()
  await userEvent.keyboard('{Tab}')
  const field = screen.getByRole('textbox', { name: 'Reason' })
  expect(document.activeElement).toBe(field)
  const { bottom } = screen.getByTestId('window').getBoundingClientRect()
  await expect.poll(() => field.getBoundingClientRect().bottom).toBeLessThanOrEqual(bottom)
})
