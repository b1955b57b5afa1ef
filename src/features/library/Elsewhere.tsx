/** What another device of this person backed up and this one does not have: continue it here, or delete it. */
import Button from '@mui/material/Button'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { BackupHead } from '../../data/api/backend.ts'
import type { Result } from '../../data/api/failure.ts'
import { language, say, useText } from '../../text/index.ts'
import { announce } from '../../ui/announcer/index.ts'
import { ConfirmDialog } from '../../ui/feedback/ConfirmDialog.tsx'
import { Notice } from '../../ui/feedback/Notice.tsx'
import { Section } from '../../ui/layout/Section.tsx'
import { whenIdle } from '../../ui/whenIdle.ts'
import styles from './Library.module.css'
import { type LibraryDevice, libraryKey } from './useLibrary.ts'

interface ElsewhereProps {
  readonly device: () => Promise<LibraryDevice>
  readonly owner: string
  readonly onOpen: (processId: string) => void
}

/** More of them would push the processes out of sight. */
const inSight = 2

export function Elsewhere({ device, owner, onOpen }: ElsewhereProps) {
  const t = useText('library')
  const cache = useQueryClient()
  const { data: answer } = useQuery({
    queryKey: [...libraryKey, 'elsewhere', owner],
    queryFn: async () => {
      await whenIdle()
      return (await device()).backUps.elsewhere()
    },
  })
  // Where the server does not answer, the library says so already.
  if (!answer?.ok) return null
  const reload = () => void cache.invalidateQueries({ queryKey: libraryKey })
  const copies = answer.value
  const notices = copies.map((copy) => (
    <CopyNotice key={copy.id} copy={copy} device={device} onOpen={onOpen} onChanged={reload} />
  ))
  if (copies.length <= inSight) return notices
  return (
    <div className={styles.elsewhere}>
      <Section level={2} title={t('elsewhereMany', { count: copies.length })}>
        <div className={styles.stack}>{notices}</div>
      </Section>
    </div>
  )
}

interface CopyNoticeProps extends Pick<ElsewhereProps, 'device' | 'onOpen'> {
  readonly copy: BackupHead
  readonly onChanged: () => void
}

function CopyNotice({ copy, device, onOpen, onChanged }: CopyNoticeProps) {
  const t = useText('library')
  const [asking, setAsking] = useState(false)
  const [busy, setBusy] = useState(false)
  const [why, setWhy] = useState<string | null>(null)
  const name = copy.processName

  async function act<T>(work: () => Promise<Result<T>>, done: (value: T) => void) {
    setBusy(true)
    const answer = await work()
    setBusy(false)
    setAsking(false)
    if (answer.ok) {
      done(answer.value)
      onChanged()
      return
    }
    const said = say(answer.failure.message)
    setWhy(said)
    announce(t('failed', { why: said }))
  }

  return (
    <>
      <Notice
        tone={why === null ? 'info' : 'error'}
        title={t('elsewhere', { name })}
        actions={
          <>
            <Button
              variant="outlined"
              size="small"
              disabled={busy}
              onClick={() => void act(async () => (await device()).backUps.bring(copy), onOpen)}
            >
              {t('elsewhereContinue')}
            </Button>
            <Button variant="text" size="small" disabled={busy} onClick={() => setAsking(true)}>
              {t('elsewhereDelete')}
            </Button>
          </>
        }
      >
        {why === null ? t('elsewhereBody', { when: timeOf(copy.updatedAt) }) : t('failed', { why })}
      </Notice>
      <ConfirmDialog
        open={asking}
        title={t('elsewhereDeleteTitle', { name })}
        confirmLabel={t('elsewhereDeleteConfirm')}
        danger
        busy={busy}
        onClose={() => setAsking(false)}
        onConfirm={() =>
          void act(
            async () => (await device()).backUps.forget(copy),
            () => announce(t('deleted', { name })),
          )
        }
      >
        {t('elsewhereDeleteBody')}
      </ConfirmDialog>
    </>
  )
}

const timeOf = (at: string): string =>
  new Intl.DateTimeFormat(language(), { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(at))
