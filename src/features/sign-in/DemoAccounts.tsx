import ArrowForward from '@mui/icons-material/ArrowForward'
import type { Demo } from '../../contract/capabilities.ts'
import type { Role } from '../../contract/roles.ts'
import { type Translate, useText } from '../../text/entrance.ts'
import { VisuallyHidden } from '../../ui/display/VisuallyHidden.tsx'
import styles from './SignIn.module.css'

interface DemoAccountsProps {
  readonly demo: Demo
  readonly busy: boolean
  readonly onChoose: (email: string) => void
}

/** One press signs in: nobody should have to type a demo's password. */
export function DemoAccounts({ demo, busy, onChoose }: DemoAccountsProps) {
  const t = useText('signIn')
  return (
    <section className={styles.demo} aria-labelledby="demo-title">
      <h2 id="demo-title">{t('demoTitle')}</h2>
      <p>{t('demoLead', { password: demo.password })}</p>
      <ul>
        {demo.accounts.map(({ email, name, role }) => (
          <li key={email}>
            <button type="button" disabled={busy} onClick={() => onChoose(email)}>
              <span>
                <VisuallyHidden>{t('signInAs')}</VisuallyHidden> <strong>{name}</strong>{' '}
                <small>{roleName(t, role)}</small>
                <span className={styles.email}>{email}</span>
              </span>
              <ArrowForward className="directional" aria-hidden />
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}

const roleWords: Readonly<Record<Role, `role_${Role}`>> = {
  administrator: 'role_administrator',
  sales_director: 'role_sales_director',
  sales_operations: 'role_sales_operations',
  sales_manager: 'role_sales_manager',
  sales_representative: 'role_sales_representative',
  executive: 'role_executive',
  auditor: 'role_auditor',
}
const isKnown = (role: string): role is Role => Object.hasOwn(roleWords, role)

/** A newer server may know more roles: those are called as it calls them. */
const roleName = (t: Translate<'signIn'>, role: string): string => (isKnown(role) ? t(roleWords[role]) : role)
