/**
 * Who is signed in at a backend that is described: by e-mail and password there as with ours, or whoever the browser
 * has a session with already. Such a person may try everything; the backend decides.
 */
import type { User } from '../../../contract/auth.ts'
import { permissions } from '../../../contract/endpoint.ts'
import { createClient, type Fetch } from '../client.ts'
import type { Failure, Result } from '../failure.ts'
import { createSession, type Session } from '../session.ts'
import { type BackendConfig, parseBackendConfig } from './config.ts'
import { lettingIn } from './lettingIn.ts'
import { whoAsksFirst } from './pick.ts'

/** @throws Error in one sentence where the description cannot be used. */
export function describedSession(described: string, send: Fetch = fetch): Session {
  const config = parseBackendConfig(described)
  const options = { baseUrl: config.base_url, fetch: send }
  return config.auth.mode === 'cookie' ? standingSession(config, send) : createSession(options)
}

const ended: Failure = {
  kind: 'problem',
  status: 401,
  code: 'SESSION_ENDED',
  message: 'Sign in to your CRM as you always do, then load this page again.',
  details: {},
  retryAfterSeconds: null,
}

function standingSession(config: BackendConfig, send: Fetch): Session {
  const client = createClient({ baseUrl: config.base_url, fetch: lettingIn(config, send) })
  const user = whoeverIsThere(config)
  const resume = async (): Promise<Result<User>> => {
    const answer = await whoAsksFirst(client)
    if (answer === 'silence')
      return { ok: false, failure: { kind: 'network', message: 'The server cannot be reached.' } }
    return answer === 'stranger' ? { ok: false, failure: ended } : { ok: true, value: user }
  }
  return {
    user: () => user,
    token: () => null,
    resume,
    signIn: resume,
    join: resume,
    switchCompany: resume,
    refresh: async () => ({ ok: false, failure: ended }),
    signOut: async () => {},
    subscribe: () => () => {},
  }
}

function whoeverIsThere({ auth, base_url }: BackendConfig): User {
  const { person, company } = auth.mode === 'cookie' ? auth : { person: '', company: '' }
  return {
    id: 'whoever-is-there',
    email: '',
    display_name: person,
    role: 'sales_director',
    permissions: [...permissions],
    company: { id: base_url || 'here', name: company || base_url },
  }
}
