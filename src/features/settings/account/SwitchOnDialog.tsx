/** Sets a second factor up in three steps: the password, the first code of the app, the recovery codes. */
import { zodResolver } from '@hookform/resolvers/zod'
import Button from '@mui/material/Button'
import { lazy, Suspense, useState } from 'react'
import { z } from 'zod'
import { api } from '../../../contract/api.ts'
import type { Client } from '../../../data/api/client.ts'
import { text, useText } from '../../../text/index.ts'
import { announce } from '../../../ui/announcer/index.ts'
import { HouseDialog } from '../../../ui/feedback/HouseDialog.tsx'
import { CodeField } from '../../../ui/forms/CodeField.tsx'
import { ErrorSummary } from '../../../ui/forms/index.ts'
import { PasswordField } from '../../../ui/forms/PasswordField.tsx'
import { useRowForm } from '../useRowForm.ts'
import { copied } from './copied.ts'
import { RecoveryCodesDialog } from './RecoveryCodesDialog.tsx'
import styles from './secondFactor.module.css'

const QrPicture = lazy(() => import('./QrPicture.tsx'))

const passwordSchema = z.object({
  password: z.string().min(1, { error: () => text('secondFactor', 'passwordMissing') }),
})
const codeSchema = z.object({
  code: z
    .string()
    .trim()
    .min(1, { error: () => text('secondFactor', 'codeMissing') }),
})

interface SwitchOnDialogProps {
  readonly client: Client
  readonly email: string
  readonly onClose: () => void
}

export function SwitchOnDialog({ client, email, onClose }: SwitchOnDialogProps) {
  const t = useText('secondFactor')
  const [begun, setBegun] = useState<{ readonly secret: string; readonly uri: string } | null>(null)
  const [codes, setCodes] = useState<readonly string[] | null>(null)
  const asking = useRowForm<z.infer<typeof passwordSchema>>({
    id: 'factor',
    values: { password: '' },
    fields: ['password'],
    resolver: zodResolver(passwordSchema),
    onSave: async (body) => {
      const answer = await client.call(api.secondFactor.begin, { body })
      if (!answer.ok) return answer.failure
      setBegun(answer.value)
      announce(t('scanTitle'))
      return null
    },
  })
  const confirming = useRowForm<z.infer<typeof codeSchema>>({
    id: 'factor',
    values: { code: '' },
    fields: ['code'],
    resolver: zodResolver(codeSchema),
    onSave: async (body) => {
      const answer = await client.call(api.secondFactor.confirm, { body })
      if (!answer.ok) return answer.failure
      setCodes(answer.value.recovery_codes)
      announce(t('isOn'))
      return null
    },
  })
  const cancel = (
    <Button variant="outlined" onClick={onClose}>
      {t('cancel')}
    </Button>
  )
  if (codes) return <RecoveryCodesDialog codes={codes} email={email} onClose={onClose} />
  if (begun)
    return (
      <HouseDialog
        open
        title={t('scanTitle')}
        description={t('scanLead')}
        onClose={onClose}
        onSubmit={confirming.dialog.onSubmit}
        actions={
          <>
            {cancel}
            <Button type="submit" variant="contained" loading={confirming.dialog.busy}>
              {t('confirm')}
            </Button>
          </>
        }
      >
        <div className={styles.form}>
          <ErrorSummary errors={confirming.dialog.errors} attempt={confirming.dialog.attempt} />
          <div className={styles.scan}>
            <Suspense fallback={<div className={styles.qr} />}>
              <QrPicture content={begun.uri} label={t('picture')} />
            </Suspense>
            <div className={styles.key}>
              <h3>{t('key')}</h3>
              <code>{begun.secret.match(/.{1,4}/g)?.join(' ')}</code>
              <Button
                variant="outlined"
                size="small"
                onClick={async () => announce(t((await copied(begun.secret)) ? 'keyCopied' : 'notCopied'))}
              >
                {t('copyKey')}
              </Button>
            </div>
          </div>
          <CodeField key="code" {...confirming.field('code')} appOnly autoFocus />
        </div>
      </HouseDialog>
    )
  return (
    <HouseDialog
      open
      title={t('passwordTitle')}
      description={t('passwordLead')}
      onClose={onClose}
      onSubmit={asking.dialog.onSubmit}
      actions={
        <>
          {cancel}
          <Button type="submit" variant="contained" loading={asking.dialog.busy}>
            {t('goOn')}
          </Button>
        </>
      }
    >
      <div className={styles.form}>
        <ErrorSummary errors={asking.dialog.errors} attempt={asking.dialog.attempt} />
        <PasswordField
          {...asking.field('password')}
          label={t('password')}
          autoComplete="current-password"
          autoFocus
        />
      </div>
    </HouseDialog>
  )
}
