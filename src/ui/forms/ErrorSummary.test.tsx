import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, describe, expect, it } from 'vitest'
import { HouseTheme } from '../theme/index.ts'
import { ErrorSummary, type FormError } from './ErrorSummary.tsx'
import { TextField } from './TextField.tsx'

const errors: FormError[] = [
  { field: 'name', message: 'Enter a stage name.' },
  { field: 'code', message: 'A code has only letters, digits and underscores.' },
]

const form = (shown: readonly FormError[], attempt: number) => (
  <HouseTheme>
    <ErrorSummary errors={shown} attempt={attempt} />
    <TextField id="name" label="Name" required help="As people know it." error={shown[0]?.message} />
    <TextField id="code" label="Code" />
  </HouseTheme>
)

beforeEach(() => {
  document.title = 'Stages – Stagecraft'
})

describe('the error summary', () => {
  it('is not there while nothing is wrong', () => {
    render(form([], 0))
    expect(screen.queryByRole('alert')).not.toBeInTheDocument()
    expect(document.title).toBe('Stages – Stagecraft')
  })

  it('takes focus, lists every error and says so in the title', () => {
    render(form(errors, 1))
    expect(screen.getByRole('alert').parentElement).toHaveFocus()
    expect(screen.getAllByRole('link').map((link) => link.textContent)).toEqual(
      errors.map((error) => error.message),
    )
    expect(document.title).toBe('Error: Stages – Stagecraft')
  })

  it('takes focus again when the same form fails again', async () => {
    const user = userEvent.setup()
    const { rerender } = render(form(errors, 1))
    await user.click(screen.getByLabelText('Code'))
    rerender(form(errors, 2))
    expect(screen.getByRole('alert').parentElement).toHaveFocus()
  })

  it('leads to the field, whose description has help and error', async () => {
    const user = userEvent.setup()
    render(form(errors, 1))
    await user.click(screen.getByRole('link', { name: 'Enter a stage name.' }))
    const field = screen.getByRole('textbox', { name: 'Name (required)' })
    expect(field).toHaveFocus()
    expect(field).toBeInvalid()
    expect(field).toHaveAccessibleDescription('As people know it. Error: Enter a stage name.')
  })

  it('gives the title back when all is well', () => {
    const { rerender } = render(form(errors, 1))
    rerender(form([], 1))
    expect(document.title).toBe('Stages – Stagecraft')
  })
})
