/** What the backend does not keep or protect, where it is not ours. Loads only then. */
import type { Limits } from '../../data/api/backend.ts'
import { useText } from '../../text/index.ts'
import { Notice } from '../../ui/feedback/Notice.tsx'
import styles from './backendLimits.module.css'

interface BackendLimitsProps {
  readonly limits: Limits
  /** Changes of transitions of the draft at hand that stay undone there. */
  readonly leftBehind?: number
  /** The rest when it is asked for. */
  readonly brief?: boolean
}

export function BackendLimits({ limits, leftBehind = 0, brief = false }: BackendLimitsProps) {
  const t = useText('backends')
  const blueprint = limits.kind === 'blueprint'
  const facts = (
    <ul className={styles.list}>
      {leftBehind > 0 ? <li>{t('leftBehind', { count: leftBehind })}</li> : null}
      <li>{t('unprotected')}</li>
      <li>{t(blueprint ? 'blueprintKept' : 'settingsKept')}</li>
      <li>{t(blueprint ? 'blueprintHere' : 'settingsHere')}</li>
      <li>{t('nowhere')}</li>
    </ul>
  )
  return (
    <Notice tone={leftBehind > 0 ? 'warning' : 'info'} title={t(blueprint ? 'blueprint' : 'settings')}>
      {brief ? (
        <details className={styles.more}>
          <summary>{t('more')}</summary>
          {facts}
        </details>
      ) : (
        facts
      )}
    </Notice>
  )
}
