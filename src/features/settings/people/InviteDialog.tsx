import { zodResolver } from '@hookform/resolvers/zod'
import Button from '@mui/material/Button'
import { useState } from 'react'
import { z } from 'zod'
import { api } from '../../../contract/api.ts'
import { mailLanguageOf } from '../../../contract/mailLanguage.ts'
import { roles } from '../../../contract/roles.ts'
import type { Client } from '../../../data/api/client.ts'
import { language, text, useText } from '../../../text/index.ts'
import { roleName } from '../../../text/roleName.ts'
import { HouseDialog } from '../../../ui/feedback/HouseDialog.tsx'
import { ErrorSummary, SelectField, TextField } from '../../../ui/forms/index.ts'
import styles from '../Settings.module.css'
import { useRowForm } from '../useRowForm.ts'
import { LinkDialog, type SentLink } from './LinkDialog.tsx'

const schema = z.object({
  email: z
    .string()
    .trim()
    .min(1, { error: () => text('people', 'inviteEmailMissing') })
    .regex(/^[^\s@]+@[^\s@]+$/, { error: () => text('people', 'inviteEmailInvalid') }),
  role: z.enum(roles),
})

interface InviteDialogProps {
  readonly client: Client
  readonly onClose: () => void
}

/** Who is to come in, and as what; then the link for them, this once. */
export function InviteDialog({ client, onClose }: InviteDialogProps) {
  const t = useText('people')
  const [sent, setSent] = useState<SentLink | null>(null)
  const { field, dialog } = useRowForm<z.infer<typeof schema>>({
    id: 'invite',
    values: { email: '', role: 'sales_representative' },
    fields: ['email', 'role'],
    resolver: zodResolver(schema),
    onSave: async (given) => {
      const body = { ...given, language: mailLanguageOf(language()) }
      const answer = await client.call(api.members.invite, { body })
      if (!answer.ok) return answer.failure
      setSent(answer.value)
      return null
    },
  })
  if (sent) return <LinkDialog sent={sent} onClose={onClose} />
  return (
    <HouseDialog
      open
      title={t('inviteTitle')}
      description={t('inviteLead')}
      onClose={onClose}
      onSubmit={dialog.onSubmit}
      actions={
        <>
          <Button variant="outlined" onClick={onClose}>
            {t('cancel')}
          </Button>
          <Button type="submit" variant="contained" loading={dialog.busy}>
            {t('inviteConfirm')}
          </Button>
        </>
      }
    >
      <div className={styles.form}>
        <ErrorSummary errors={dialog.errors} attempt={dialog.attempt} />
        <TextField
          {...field('email')}
          label={t('email')}
          type="email"
          autoComplete="off"
          spellCheck={false}
          autoFocus
        />
        <SelectField
          {...field('role')}
          label={t('role')}
          options={roles.map((value) => ({ value, label: roleName(value) }))}
        />
      </div>
    </HouseDialog>
  )
}
