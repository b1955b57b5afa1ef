import type { Client } from '../../../data/api/client.ts'
import { MailPanel } from './MailPanel.tsx'
import { PasswordPanel } from './PasswordPanel.tsx'
import { SecondFactorPanel } from './SecondFactorPanel.tsx'
import { SessionsPanel } from './SessionsPanel.tsx'

interface AccountSectionProps {
  readonly client: Client
  readonly email: string
}

/** One's own sign-in: the password, the second factor, and where one is signed in. */
export function AccountSection({ client, email }: AccountSectionProps) {
  return (
    <>
      <PasswordPanel client={client} />
      <SecondFactorPanel client={client} email={email} />
      <SessionsPanel client={client} />
      <MailPanel client={client} />
    </>
  )
}
