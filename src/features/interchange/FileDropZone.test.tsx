import { fireEvent, render, screen } from '@testing-library/react'
import { expect, it, vi } from 'vitest'
import { FileDropZone } from './FileDropZone.tsx'

const file = new File(['{}'], 'p.json')
const withFiles = { dataTransfer: { types: ['Files'], files: [file] } }
const withStage = { dataTransfer: { types: ['application/x-stage'], files: [] } }

function show(disabled = false) {
  const onFiles = vi.fn()
  render(
    <FileDropZone onFiles={onFiles} disabled={disabled}>
      <button type="button">Inside</button>
    </FileDropZone>,
  )
  return { onFiles, inside: screen.getByRole('button') }
}
const overlay = () => screen.queryByText('Drop to import')

it('takes files dropped anywhere inside and shows where', () => {
  const { onFiles, inside } = show()
  fireEvent.dragEnter(inside, withFiles)
  expect(overlay()).toBeInTheDocument()
  fireEvent.drop(inside, withFiles)
  expect(onFiles).toHaveBeenCalledWith([file])
  expect(overlay()).not.toBeInTheDocument()
})

it('keeps the sign while the pointer crosses children and drops it when it leaves', () => {
  const { inside } = show()
  fireEvent.dragEnter(inside.parentElement ?? inside, withFiles)
  fireEvent.dragEnter(inside, withFiles)
  fireEvent.dragLeave(inside.parentElement ?? inside, withFiles)
  expect(overlay()).toBeInTheDocument()
  fireEvent.dragLeave(inside, withFiles)
  expect(overlay()).not.toBeInTheDocument()
})

it('lets other drags pass', () => {
  const { onFiles, inside } = show()
  fireEvent.dragEnter(inside, withStage)
  expect(overlay()).not.toBeInTheDocument()
  expect(fireEvent.dragOver(inside, withStage)).toBe(true)
  fireEvent.drop(inside, withStage)
  expect(onFiles).not.toHaveBeenCalled()
})

it('takes nothing where it is switched off', () => {
  const { onFiles, inside } = show(true)
  fireEvent.drop(inside, withFiles)
  expect(onFiles).not.toHaveBeenCalled()
})
