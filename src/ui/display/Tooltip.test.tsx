import { act, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { Tooltip } from './Tooltip.tsx'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const shown = () => screen.queryByRole('tooltip')
const pass = (milliseconds: number) => act(() => vi.advanceTimersByTime(milliseconds))

function button(describes = false) {
  render(
    <Tooltip title="Nothing to undo" describes={describes}>
      {(trigger) => (
        <button type="button" aria-label="Undo" {...trigger}>
          ↶
        </button>
      )}
    </Tooltip>,
  )
  return screen.getByRole('button', { name: 'Undo' })
}

it('comes when the pointer rests, stays under it, and goes when it has left both', () => {
  const undo = button()
  fireEvent.pointerEnter(undo)
  pass(100)
  expect(shown()).toBeNull()
  pass(400)
  const words = screen.getByRole('tooltip')
  fireEvent.pointerLeave(undo)
  fireEvent.pointerEnter(words)
  pass(1_000)
  expect(shown()).toBe(words)
  fireEvent.pointerLeave(words)
  pass(200)
  expect(shown()).toBeNull()
})

it('describes the focused element, and Escape takes it away without moving focus', () => {
  const undo = button(true)
  vi.spyOn(undo, 'matches').mockReturnValue(true)
  act(() => undo.focus())
  pass(500)
  expect(undo).toHaveAccessibleName('Undo')
  expect(undo).toHaveAccessibleDescription('Nothing to undo')
  fireEvent.keyDown(undo, { key: 'Escape' })
  pass(1)
  expect(shown()).toBeNull()
  expect(undo).toHaveFocus()
  expect(undo).not.toHaveAccessibleDescription()
})

it('goes when what it is about is pressed', () => {
  const undo = button()
  fireEvent.pointerEnter(undo)
  pass(500)
  fireEvent.pointerDown(undo, { pointerType: 'mouse' })
  pass(1)
  expect(shown()).toBeNull()
})

it('is shown to a finger that rests, not to one that taps', () => {
  const undo = button()
  const finger = { pointerType: 'touch' }
  fireEvent.pointerEnter(undo, finger)
  fireEvent.pointerDown(undo, finger)
  pass(100)
  fireEvent.pointerLeave(undo, finger)
  pass(2_000)
  expect(shown()).toBeNull()
  fireEvent.pointerDown(undo, finger)
  pass(700)
  expect(shown()).toHaveTextContent('Nothing to undo')
})
