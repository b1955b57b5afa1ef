/** Is the log whole? Verified on the server in steps; and taken away, so that anybody can verify it without. */
import Button from '@mui/material/Button'
import { type ReactNode, useState } from 'react'
import { api } from '../../contract/api.ts'
import type { AuditVerdict } from '../../contract/audit.ts'
import type { Client } from '../../data/api/client.ts'
import { say, useText } from '../../text/index.ts'
import { announce } from '../../ui/announcer/index.ts'
import { Notice } from '../../ui/feedback/Notice.tsx'
import styles from './audit.module.css'
import { exportFile, exportTrail, saveFile } from './exportTrail.ts'

interface Said {
  readonly tone: 'success' | 'error' | 'info'
  readonly title: string
  readonly body?: string
}

interface IntegrityProps {
  readonly client: Client
  /** Puts a file into the person's downloads. */
  readonly save?: (name: string, text: string) => void
  /** The log, given the buttons. What they found stands above it. */
  readonly children: (buttons: ReactNode) => ReactNode
}

export function Integrity({ client, save = saveFile, children }: IntegrityProps) {
  const t = useText('audit')
  const [busy, setBusy] = useState<'verify' | 'export' | null>(null)
  const [said, setSaid] = useState<Said | null>(null)
  const during = async (what: 'verify' | 'export', work: () => Promise<Said>) => {
    setBusy(what)
    const result = await work()
    setBusy(null)
    setSaid(result)
    announce(result.title)
  }

  const verify = async (): Promise<Said> => {
    let rows = 0
    let checkpoints = 0
    let from = 1
    for (;;) {
      const answer = await client.call(api.audit.verify, { query: { from } })
      if (!answer.ok) return { tone: 'error', title: t('verifyFailed', { why: say(answer.failure.message) }) }
      const verdict: AuditVerdict = answer.value
      rows += verdict.rows
      checkpoints += verdict.checkpoints_checked
      if (verdict.first_bad) {
        const { seq, reason } = verdict.first_bad
        return {
          tone: 'error',
          title: t('broken', { seq }),
          body: `${t(`fault_${reason}`)} ${t('brokenBody')}`,
        }
      }
      if (!verdict.more) {
        const body = t('wholeBody', { count: checkpoints, key: verdict.public_key })
        return { tone: 'success', title: t('whole', { count: rows }), body }
      }
      from = verdict.to + 1
    }
  }
  const take = async (): Promise<Said> => {
    const trail = await exportTrail(client)
    if (!trail.ok) return { tone: 'error', title: t('exportFailed', { why: say(trail.failure.message) }) }
    save(exportFile, trail.value.map((line) => `${JSON.stringify(line)}\n`).join(''))
    const command = `npx stagecraft audit verify ${exportFile}`
    return { tone: 'info', title: t('exported', { count: trail.value.length, command }) }
  }

  const buttons = (
    <div className={styles.tools}>
      <Button
        variant="outlined"
        size="small"
        disabled={busy !== null}
        onClick={() => void during('verify', verify)}
      >
        {t(busy === 'verify' ? 'verifying' : 'verify')}
      </Button>
      <Button
        variant="outlined"
        size="small"
        disabled={busy !== null}
        onClick={() => void during('export', take)}
      >
        {t(busy === 'export' ? 'exporting' : 'export')}
      </Button>
    </div>
  )
  return (
    <>
      {said ? (
        <Notice tone={said.tone} title={said.title}>
          {said.body}
        </Notice>
      ) : null}
      {children(buttons)}
    </>
  )
}
