import ArrowForward from '@mui/icons-material/ArrowForward'
import type { Demo } from '../../contract/capabilities.ts'
import { useText } from '../../text/entrance.ts'
import { roleName } from '../../text/roleName.ts'
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
                <small>{roleName(role)}</small>
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
