import { render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it, vi } from 'vitest'
import type { User } from '../../contract/auth.ts'
import { createClient } from '../../data/api/client.ts'
import type { Result } from '../../data/api/failure.ts'
import type { JoinOrder } from '../../data/api/session.ts'
import { HouseTheme } from '../../ui/theme/index.ts'
import { Join } from './Join.tsx'

const nora: User = {
  id: 'u2',
  email: 'nora@demo.example',
  display_name: 'Nora New',
  role: 'auditor',
  permissions: ['read_stage'],
  company: { id: 'c1', name: 'Demo' },
}
const refusing = (code: string, message: string, details = {}): Result<User> => ({
  ok: false,
  failure: { kind: 'problem', status: 401, code, message, details, retryAfterSeconds: null },
})

function open({ hasAccount = false, over = false } = {}) {
  const join = vi.fn(async (_: JoinOrder): Promise<Result<User>> => ({ ok: true, value: nora }))
  const onJoined = vi.fn()
  const client = createClient({
    baseUrl: 'http://stagecraft.test',
    fetch: async () =>
      over
        ? Response.json(
            { error_code: 'INVITATION_OVER', message: 'This invitation is over.', details: {} },
            { status: 410 },
          )
        : Response.json({
            company: 'Demo',
            email: nora.email,
            role: 'auditor',
            invited_by: 'Ada Winter',
            expires_at: '2026-11-28T00:00:00.000Z',
            has_account: hasAccount,
          }),
  })
  render(
    <HouseTheme>
      <Join client={client} session={{ join }} token="link" onJoined={onJoined} />
    </HouseTheme>,
  )
  return { join, onJoined, user: userEvent.setup() }
}

const submit = () => screen.getByRole('button', { name: 'Join' })

describe('an invitation’s link', () => {
  it('lets somebody new in with a name and a password, after saying what is missing', async () => {
    const { join, onJoined, user } = open()
    expect(await screen.findByRole('heading', { name: 'Join Demo' })).toBeInTheDocument()
    expect(screen.getByText('Ada Winter invites you, with the role Auditor.')).toBeInTheDocument()
    expect(screen.getByLabelText('E-mail address')).toHaveValue(nora.email)
    await user.click(submit())
    expect(await screen.findByRole('alert')).toHaveTextContent('Enter your name.')
    await user.type(screen.getByLabelText('Your name'), ' Nora New ')
    await user.type(screen.getByLabelText('New password'), 'several words in a row{Enter}')
    await waitFor(() => expect(onJoined).toHaveBeenCalled())
    expect(join).toHaveBeenCalledWith({
      token: 'link',
      displayName: 'Nora New',
      password: 'several words in a row',
    })
  })

  it('asks who has an account for its password alone, and for the code of its second factor', async () => {
    const { join, onJoined, user } = open({ hasAccount: true })
    const password = await screen.findByLabelText('Your password')
    expect(screen.queryByLabelText('Your name')).not.toBeInTheDocument()
    join.mockResolvedValueOnce(refusing('INVALID_CREDENTIALS', 'E-mail address or password is not right.'))
    await user.type(password, 'guess{Enter}')
    await waitFor(() => expect(password).toHaveAccessibleDescription(/Error: E-mail address or password/))
    await user.clear(password)
    join.mockResolvedValueOnce(refusing('SECOND_FACTOR_REQUIRED', 'Enter the code.'))
    await user.type(password, 'right{Enter}')
    await user.type(await screen.findByLabelText('Code'), '123456{Enter}')
    await waitFor(() => expect(onJoined).toHaveBeenCalled())
    expect(join).toHaveBeenLastCalledWith({ token: 'link', password: 'right', code: '123456' })
  })

  it('that is over says so, and what to do', async () => {
    open({ over: true })
    expect(
      await screen.findByRole('heading', { name: 'This link leads nowhere any more' }),
    ).toBeInTheDocument()
    expect(screen.getByText('This invitation is over.')).toBeInTheDocument()
  })
})
