import { createMemoryHistory } from '@tanstack/history'
import { render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it, vi } from 'vitest'
import type { User } from '../../contract/auth.ts'
import type { Result } from '../../data/api/failure.ts'
import { HistoryContext } from '../../ui/routing/place.ts'
import { HouseTheme } from '../../ui/theme/index.ts'
import { SignIn } from './SignIn.tsx'

const director: User = {
  id: 'u1',
  email: 'director@demo.example',
  display_name: 'Dana Director',
  role: 'sales_director',
  permissions: ['read_stage'],
  company: { id: 'c1', name: 'Demo' },
}

const demo = {
  password: 'Open-sesame-1',
  accounts: [{ email: director.email, name: director.display_name, role: director.role }],
}

function open(answer: Result<User> = { ok: true, value: director }, withDemo = false, forgotten = false) {
  const signIn = vi.fn(async (_email: string, _password: string, _code?: string) => answer)
  const onSignedIn = vi.fn()
  render(
    <HouseTheme>
      <HistoryContext value={createMemoryHistory()}>
        <SignIn
          session={{ signIn }}
          demo={withDemo ? demo : null}
          forgotten={forgotten}
          onSignedIn={onSignedIn}
        />
      </HistoryContext>
    </HouseTheme>,
  )
  return { signIn, onSignedIn, user: userEvent.setup() }
}

const submit = () => screen.getByRole('button', { name: 'Sign in' })

describe('signing in', () => {
  it('lets a person in who gives e-mail and password', async () => {
    const { signIn, onSignedIn, user } = open()
    await user.type(screen.getByLabelText('E-mail address'), ' director@demo.example ')
    await user.type(screen.getByLabelText('Password'), 'Open-sesame-1{Enter}')
    await waitFor(() => expect(onSignedIn).toHaveBeenCalledWith(director))
    expect(signIn).toHaveBeenCalledWith('director@demo.example', 'Open-sesame-1')
  })

  it('lists what is missing, takes focus there and leads to the field', async () => {
    const { signIn, user } = open()
    await user.click(submit())
    const summary = await screen.findByRole('alert')
    expect(within(summary).getByText('There is a problem')).toBeInTheDocument()
    expect(summary.parentElement).toHaveFocus()
    expect(signIn).not.toHaveBeenCalled()

    await user.click(within(summary).getByRole('link', { name: 'Enter your password.' }))
    const password = screen.getByLabelText('Password')
    expect(password).toHaveFocus()
    expect(password).toBeInvalid()
    expect(password).toHaveAccessibleDescription('Error: Enter your password.')
  })

  it('says what the backend said when it refuses, and keeps what was typed', async () => {
    const failure = {
      kind: 'problem',
      status: 401,
      code: 'INVALID_CREDENTIALS',
      message: 'E-mail or password is wrong.',
      details: {},
      retryAfterSeconds: null,
    } as const
    const { onSignedIn, user } = open({ ok: false, failure })
    await user.type(screen.getByLabelText('E-mail address'), 'a@b.example')
    await user.type(screen.getByLabelText('Password'), 'wrong')
    await user.click(submit())
    expect(await screen.findByRole('alert')).toHaveTextContent('E-mail or password is wrong.')
    expect(screen.getByLabelText('E-mail address')).toHaveValue('a@b.example')
    expect(onSignedIn).not.toHaveBeenCalled()
  })

  it('tells an unreachable server from a wrong password', async () => {
    const { user } = open({
      ok: false,
      failure: { kind: 'network', message: 'The server cannot be reached.' },
    })
    await user.type(screen.getByLabelText('E-mail address'), 'a@b.example')
    await user.type(screen.getByLabelText('Password'), 'x')
    await user.click(submit())
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'The server cannot be reached. Check your connection',
    )
  })

  it('shows and hides the password without losing it', async () => {
    const { user } = open()
    await user.type(screen.getByLabelText('Password'), 'secret')
    await user.click(screen.getByRole('button', { name: 'Show password' }))
    expect(screen.getByLabelText('Password')).toHaveAttribute('type', 'text')
    expect(screen.getByLabelText('Password')).toHaveValue('secret')
    expect(screen.getByRole('button', { name: 'Hide password' })).toBeInTheDocument()
  })

  const refusing = (code: string, message: string): Result<User> => ({
    ok: false,
    failure: { kind: 'problem', status: 401, code, message, details: {}, retryAfterSeconds: null },
  })

  it('asks for the code where a second factor is on, says what is wrong with it, and lets in with the right one', async () => {
    const { signIn, onSignedIn, user } = open(refusing('SECOND_FACTOR_REQUIRED', 'Enter the code.'))
    await user.type(screen.getByLabelText('E-mail address'), 'director@demo.example')
    await user.type(screen.getByLabelText('Password'), 'Open-sesame-1{Enter}')
    expect(await screen.findByRole('heading', { name: 'Enter your code' })).toBeInTheDocument()
    const code = screen.getByLabelText('Code')
    expect(code).toHaveFocus()
    expect(code).toHaveAttribute('inputmode', 'numeric')

    await user.click(submit())
    expect(await screen.findByRole('alert')).toHaveTextContent('Enter the code.')
    signIn.mockResolvedValueOnce(refusing('INVALID_CODE', 'This code is not right.'))
    await user.type(code, '000000{Enter}')
    await waitFor(() => expect(code).toHaveAccessibleDescription(/Error: This code is not right/))
    await user.clear(code)
    signIn.mockResolvedValueOnce({ ok: true, value: director })
    await user.type(code, '123456{Enter}')
    await waitFor(() => expect(onSignedIn).toHaveBeenCalledWith(director))
    expect(signIn).toHaveBeenLastCalledWith('director@demo.example', 'Open-sesame-1', '123456')
  })

  it('takes a recovery code instead, and goes back to where the e-mail address still stands', async () => {
    const { user } = open(refusing('SECOND_FACTOR_REQUIRED', 'Enter the code.'))
    await user.type(screen.getByLabelText('E-mail address'), 'director@demo.example')
    await user.type(screen.getByLabelText('Password'), 'Open-sesame-1{Enter}')
    await user.click(await screen.findByRole('button', { name: 'Use a recovery code' }))
    expect(screen.getByLabelText('Recovery code')).toHaveAttribute('inputmode', 'text')
    await user.click(screen.getByRole('button', { name: 'Back' }))
    expect(screen.getByLabelText('E-mail address')).toHaveValue('director@demo.example')
  })

  it('leads who has forgotten their password to another one, where mails leave', () => {
    open({ ok: true, value: director }, false, true)
    expect(screen.getByRole('link', { name: 'Forgotten your password?' })).toHaveAttribute(
      'href',
      '/forgotten-password',
    )
  })

  it('signs in to a demo with one press', async () => {
    const { signIn, onSignedIn, user } = open({ ok: true, value: director }, true)
    await user.click(screen.getByRole('button', { name: /^Sign in as Dana Director/ }))
    await waitFor(() => expect(onSignedIn).toHaveBeenCalled())
    expect(signIn).toHaveBeenCalledWith('director@demo.example', 'Open-sesame-1')
  })
})
