import type { Client } from '../../../data/api/client.ts'
import { PasswordPanel } from './PasswordPanel.tsx'
import { SessionsPanel } from './SessionsPanel.tsx'

/** One's own sign-in: the password, and where one is signed in. */
export function AccountSection({ client }: { readonly client: Client }) {
  return (
    <>
      <PasswordPanel client={client} />
      <SessionsPanel client={client} />
    </>
  )
}
