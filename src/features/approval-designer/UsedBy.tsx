/** Which stages and transitions of which processes name the workflow: what a change of it changes. */
import type { WorkflowUse } from '../../domain/engine/approvalUse.ts'
import { useText } from '../../text/index.ts'
import { SkeletonRows } from '../../ui/feedback/SkeletonRows.tsx'
import { Link } from '../../ui/routing/Link.tsx'
import styles from './approvalDesigner.module.css'

export interface ProcessUses {
  readonly processId: string
  readonly processName: string
  /** The open draft rather than what is published. */
  readonly draft: boolean
  readonly uses: readonly WorkflowUse[]
}

export interface WorkflowUses {
  readonly processes: readonly ProcessUses[]
  /** Names of company actions that start it. */
  readonly actions: readonly string[]
  /** Why other processes could not be looked at; null where they were. */
  readonly failure: string | null
}

interface UsedByProps {
  /** Null while they are looked for. */
  readonly uses: WorkflowUses | null
  /** Where a use is changed; null: names without a link. */
  readonly addressOf: ((processId: string, use: WorkflowUse) => string) | null
}

export function UsedBy({ uses, addressOf }: UsedByProps) {
  const t = useText('approvalDesigner')
  if (uses === null) return <SkeletonRows what={t('usedByLoading')} rows={2} />
  const processes = uses.processes.filter(({ uses: here }) => here.length > 0)
  const nothing = processes.length === 0 && uses.actions.length === 0
  return (
    <div className={styles.usedBy}>
      {uses.failure === null ? null : <p>{t('usedByFailed', { why: uses.failure })}</p>}
      {nothing && uses.failure === null ? <p className={styles.muted}>{t('usedByNothing')}</p> : null}
      <dl>
        {processes.map(({ processId, processName, draft, uses: here }) => (
          <div key={processId}>
            <dt>{draft ? t('usedHere', { process: processName }) : processName}</dt>
            {here.map((use) => {
              const words = t(`use_${use.kind}`, { name: use.name })
              return (
                <dd key={`${use.kind} ${use.id}`}>
                  {addressOf ? <Link to={addressOf(processId, use)}>{words}</Link> : words}
                </dd>
              )
            })}
          </div>
        ))}
        {uses.actions.length > 0 ? (
          <div>
            <dt>{t('usedByActions')}</dt>
            {uses.actions.map((name) => (
              <dd key={name}>{name}</dd>
            ))}
          </div>
        ) : null}
      </dl>
    </div>
  )
}
