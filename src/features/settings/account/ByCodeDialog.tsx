/** Fresh recovery codes, or no second factor any more: both for a code of now, the latter for the password as well. */
import { zodResolver } from '@hookform/resolvers/zod'
import Button from '@mui/material/Button'
import { useState } from 'react'
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
import { RecoveryCodesDialog } from './RecoveryCodesDialog.tsx'
import styles from './secondFactor.module.css'

const code = z
  .string()
  .trim()
  .min(1, { error: () => text('secondFactor', 'codeMissing') })
const schemas = {
  renew: z.object({ password: z.string(), code }),
  off: z.object({
    password: z.string().min(1, { error: () => text('secondFactor', 'passwordMissing') }),
    code,
  }),
}

interface ByCodeDialogProps {
  readonly to: keyof typeof schemas
  readonly client: Client
  readonly email: string
  readonly onClose: () => void
}

export function ByCodeDialog({ to, client, email, onClose }: ByCodeDialogProps) {
  const t = useText('secondFactor')
  const [codes, setCodes] = useState<readonly string[] | null>(null)
  const { field, dialog } = useRowForm<z.infer<(typeof schemas)['off']>>({
    id: 'factor',
    values: { password: '', code: '' },
    fields: ['password', 'code'],
    resolver: zodResolver(schemas[to]),
    onSave: async (given) => {
      if (to === 'off') {
        const answer = await client.call(api.secondFactor.disable, { body: given })
        if (!answer.ok) return answer.failure
        announce(t('isOff'))
        onClose()
        return null
      }
      const answer = await client.call(api.secondFactor.renewCodes, { body: { code: given.code } })
      if (!answer.ok) return answer.failure
      announce(t('renewed'))
      setCodes(answer.value.recovery_codes)
      return null
    },
  })
  if (codes) return <RecoveryCodesDialog codes={codes} email={email} onClose={onClose} />
  const off = to === 'off'
  return (
    <HouseDialog
      open
      title={t(off ? 'offTitle' : 'renewTitle')}
      description={t(off ? 'offLead' : 'renewLead')}
      onClose={onClose}
      onSubmit={dialog.onSubmit}
      actions={
        <>
          <Button variant="outlined" onClick={onClose}>
            {t('cancel')}
          </Button>
          <Button type="submit" variant="contained" color={off ? 'error' : 'primary'} loading={dialog.busy}>
            {t(off ? 'offConfirm' : 'renewConfirm')}
          </Button>
        </>
      }
    >
      <div className={styles.form}>
        <ErrorSummary errors={dialog.errors} attempt={dialog.attempt} />
        {off ? (
          <PasswordField
            {...field('password')}
            label={t('password')}
            autoComplete="current-password"
            autoFocus
          />
        ) : null}
        <CodeField {...field('code')} autoFocus={!off} />
      </div>
    </HouseDialog>
  )
}
