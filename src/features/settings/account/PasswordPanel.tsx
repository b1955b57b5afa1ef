import { zodResolver } from '@hookform/resolvers/zod'
import Button from '@mui/material/Button'
import { useQueryClient } from '@tanstack/react-query'
import { z } from 'zod'
import { api } from '../../../contract/api.ts'
import type { Client } from '../../../data/api/client.ts'
import { text, useText } from '../../../text/index.ts'
import { announce } from '../../../ui/announcer/index.ts'
import { ErrorSummary } from '../../../ui/forms/index.ts'
import { PasswordField } from '../../../ui/forms/PasswordField.tsx'
import { Panel } from '../../../ui/layout/Panel.tsx'
import styles from '../Settings.module.css'
import { useRowForm } from '../useRowForm.ts'
import { sessionsKey } from './SessionsPanel.tsx'

const schema = z.object({
  current_password: z.string().min(1, { error: () => text('people', 'presentPasswordMissing') }),
  new_password: z
    .string()
    .min(1, { error: () => text('people', 'newPasswordMissing') })
    .min(10, { error: () => text('people', 'newPasswordShort') }),
})
type Values = z.infer<typeof schema>

const empty: Values = { current_password: '', new_password: '' }

/** Another password. What the server refuses is said at its field; what was typed stays until it worked. */
export function PasswordPanel({ client }: { readonly client: Client }) {
  const t = useText('people')
  const cache = useQueryClient()
  const { form, field, dialog } = useRowForm<Values>({
    id: 'password',
    values: empty,
    fields: ['current_password', 'new_password'],
    resolver: zodResolver(schema),
    onSave: async (body) => {
      const answer = await client.call(api.auth.changePassword, { body })
      if (!answer.ok) return answer.failure
      form.reset(empty)
      announce(t('passwordChanged'))
      await cache.invalidateQueries({ queryKey: sessionsKey })
      return null
    },
  })
  return (
    <Panel title={t('password')} description={t('passwordLead')}>
      <form className={styles.form} noValidate onSubmit={dialog.onSubmit} style={{ maxWidth: 400 }}>
        <ErrorSummary errors={dialog.errors} attempt={dialog.attempt} />
        <PasswordField
          {...field('current_password')}
          label={t('presentPassword')}
          autoComplete="current-password"
        />
        <PasswordField
          {...field('new_password')}
          label={t('newPassword')}
          help={t('newPasswordHelp')}
          autoComplete="new-password"
        />
        <div>
          <Button type="submit" variant="outlined" loading={dialog.busy}>
            {t('changePassword')}
          </Button>
        </div>
      </form>
    </Panel>
  )
}
