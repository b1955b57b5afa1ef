import { beforeEach, describe, expect, it } from 'vitest'
import type { User } from '../contract/auth.ts'
import type { Failure, Result } from '../data/api/failure.ts'
import type { Session } from '../data/api/session.ts'
import { keepIdentity } from './identity.ts'

const dana: User = {
  id: 'u1',
  email: 'director@demo.example',
  display_name: 'Dana Director',
  role: 'sales_director',
  permissions: ['read_stage'],
  company: { id: 'c1', name: 'Demo' },
}
const ended: Failure = {
  kind: 'problem',
  status: 401,
  code: 'SESSION_ENDED',
  message: 'The session has ended.',
  details: {},
  retryAfterSeconds: null,
}
const offline: Failure = { kind: 'network', message: 'The server cannot be reached.' }

/** A session whose answers the test decides. */
function sessionThat(answers: { resume: Result<User> }) {
  let tell: (user: User | null) => void = () => {}
  const session: Session = {
    user: () => null,
    token: () => null,
    signIn: async () => answers.resume,
    join: async () => answers.resume,
    switchCompany: async () => answers.resume,
    resume: async () => answers.resume,
    refresh: async () => ({ ok: true, token: 't' }),
    signOut: async () => tell(null),
    subscribe: (listener) => {
      tell = listener
      return () => {}
    },
  }
  return { session, tell: (user: User | null) => tell(user), answers }
}

beforeEach(() => localStorage.clear())

describe('who uses the app', () => {
  it('is nobody on a device where nobody signed in', async () => {
    const keeper = keepIdentity(sessionThat({ resume: { ok: false, failure: ended } }).session, localStorage)
    await keeper.confirm()
    expect(keeper.store.getState()).toEqual({ kind: 'nobody', why: 'not_signed_in' })
  })

  it('is nobody, and told so, when the session of the cookie has ended', async () => {
    const { session, tell } = sessionThat({ resume: { ok: false, failure: ended } })
    keepIdentity(session, localStorage)
    tell(dana)
    const afterReload = keepIdentity(session, localStorage)
    await afterReload.confirm()
    expect(afterReload.store.getState()).toEqual({ kind: 'nobody', why: 'ended' })
  })

  it('is the person of the cookie after a reload', async () => {
    const { session, tell } = sessionThat({ resume: { ok: true, value: dana } })
    keepIdentity(session, localStorage)
    tell(dana)
    const afterReload = keepIdentity(session, localStorage)
    await afterReload.confirm()
    expect(afterReload.store.getState()).toEqual({ kind: 'known', user: dana, confirmed: true })
  })

  it('is the last person, unconfirmed, while the network is away, and confirmed when it is back', async () => {
    const { session, tell, answers } = sessionThat({ resume: { ok: false, failure: offline } })
    const keeper = keepIdentity(session, localStorage)
    tell(dana)
    const afterReload = keepIdentity(session, localStorage)
    await afterReload.confirm()
    expect(afterReload.store.getState()).toEqual({ kind: 'known', user: dana, confirmed: false })
    answers.resume = { ok: true, value: dana }
    await afterReload.confirm()
    expect(afterReload.store.getState()).toMatchObject({ confirmed: true })
    expect(keeper.store.getState()).toMatchObject({ kind: 'known' })
  })

  it('tells a session that ended from a person who left', async () => {
    const { session, tell } = sessionThat({ resume: { ok: true, value: dana } })
    const keeper = keepIdentity(session, localStorage)
    tell(dana)
    tell(null)
    expect(keeper.store.getState()).toEqual({ kind: 'nobody', why: 'ended' })
    tell(dana)
    await keeper.signOut()
    expect(keeper.store.getState()).toEqual({ kind: 'nobody', why: 'signed_out' })
    expect(localStorage.getItem('stagecraft.user')).toBeNull()
  })
})
