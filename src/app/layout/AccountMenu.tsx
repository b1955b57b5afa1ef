import { useText } from '../../text/index.ts'
import { roleName } from '../../text/roleName.ts'
import { ActionMenu } from '../../ui/actions/ActionMenu.tsx'
import { VisuallyHidden } from '../../ui/display/VisuallyHidden.tsx'
import { useUser } from '../services.ts'
import styles from './account.module.css'
import { useAccount } from './useAccount.tsx'

const initials = (name: string): string =>
  name
    .split(/\s+/)
    .map((word) => word[0] ?? '')
    .slice(0, 2)
    .join('')
    .toUpperCase()

/** Who is signed in, how the app looks on this device, settings, and the way out. */
export function AccountMenu() {
  const t = useText('app')
  const user = useUser()
  const { actions, question } = useAccount()
  return (
    <>
      <ActionMenu
        label={t('account')}
        header={
          <div className={styles.accountHeader}>
            <strong>{user.display_name}</strong>
            <span>{user.email}</span>
            <span>
              {user.company.name}, {roleName(user.role)}
            </span>
          </div>
        }
        actions={actions}
        button={(props) => (
          <button type="button" className={styles.avatar} {...props}>
            {initials(user.display_name)}
            <VisuallyHidden> {t('accountOf', { name: user.display_name })}</VisuallyHidden>
          </button>
        )}
      />
      {question}
    </>
  )
}
