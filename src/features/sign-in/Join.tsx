/** Where an invitation's link leads: into a company, with a new account or with the one that the address has. */
import { useEffect, useState } from 'react'
import type { ResultOf } from '../../contract/call.ts'
import { readInvitation } from '../../contract/invitations.ts'
import type { Client } from '../../data/api/client.ts'
import type { Failure } from '../../data/api/failure.ts'
import type { Session } from '../../data/api/session.ts'
import { useText } from '../../text/entrance.ts'
import { say } from '../../text/language.ts'
import { roleName } from '../../text/roleName.ts'
import { announce } from '../../ui/announcer/index.ts'
import { Notice } from '../../ui/feedback/Notice.tsx'
import { SkeletonRows } from '../../ui/feedback/SkeletonRows.tsx'
import { CodeStep } from './CodeStep.tsx'
import { type Credentials, JoinForm } from './JoinForm.tsx'
import styles from './SignIn.module.css'

interface JoinProps {
  readonly client: Client
  readonly session: Pick<Session, 'join'>
  /** Of the link. */
  readonly token: string
  readonly onJoined: () => void
}

export type Invitation = ResultOf<typeof readInvitation>

export function Join({ client, session, token, onJoined }: JoinProps) {
  const t = useText('join')
  const [invitation, setInvitation] = useState<Invitation | null>(null)
  const [failure, setFailure] = useState<Failure | null>(null)
  /** What was right so far, while the code is asked for. */
  const [proven, setProven] = useState<Credentials | null>(null)
  useEffect(() => {
    void client.call(readInvitation, { body: { token } }).then((answer) => {
      if (answer.ok) setInvitation(answer.value)
      else setFailure(answer.failure)
    })
  }, [client, token])

  const enter = async (given: Credentials, code?: string): Promise<Failure | null> => {
    const { display_name: displayName, password } = given
    const name = invitation?.has_account ? {} : { displayName }
    const answer = await session.join({ token, password, ...name, ...(code !== undefined && { code }) })
    if (!answer.ok) {
      if (answer.failure.kind !== 'problem' || answer.failure.code !== 'SECOND_FACTOR_REQUIRED')
        return answer.failure
      setProven(given)
      return null
    }
    announce(t('joined', { company: answer.value.company.name }))
    onJoined()
    return null
  }
  const enterWith = async (given: Credentials, code: string) => {
    const refused = await enter(given, code)
    return (
      refused && {
        why: say(refused.message),
        wrongCode: refused.kind === 'problem' && refused.code === 'INVALID_CODE',
      }
    )
  }
  const content = () => {
    if (failure)
      return (
        <>
          <h1 className={styles.title}>{t('overTitle')}</h1>
          <Notice tone="error" title={say(failure.message)} />
        </>
      )
    if (!invitation) return <SkeletonRows what={t('loading')} rows={4} />
    if (proven)
      return (
        <>
          <h1 className={styles.title}>{t('codeTitle')}</h1>
          <CodeStep onCode={(code) => enterWith(proven, code)} onBack={() => setProven(null)} />
        </>
      )
    const { company, invited_by: name, role } = invitation
    return (
      <>
        <h1 className={styles.title}>{t('title', { company })}</h1>
        <p className={styles.lead}>{t('lead', { name, role: roleName(role) })}</p>
        <JoinForm invitation={invitation} onEnter={enter} />
      </>
    )
  }
  return (
    <div className={styles.page}>
      <div className={styles.card}>{content()}</div>
    </div>
  )
}
