/** Before a publish: what changes, what is wrong, which deals and how much money it moves. Then what became of it. */
import Button from '@mui/material/Button'
import { type FormEvent, type ReactNode, useState } from 'react'
import type { Impact } from '../../contract/processes.ts'
import type { PublishSteps } from '../../data/api/backend.ts'
import type { Result } from '../../data/api/failure.ts'
import type { OutboxRow } from '../../data/drafts/database.ts'
import type { Problem } from '../../domain/lint/rule.ts'
import { diffProcesses, isEmptyDiff } from '../../domain/process/diff.ts'
import { withKeptHidden } from '../../domain/process/hidden.ts'
import type { ProcessDocument } from '../../domain/process/process.ts'
import { useEditorState, useProblems } from '../../editor/react.ts'
import { say, useText } from '../../text/index.ts'
import { announce } from '../../ui/announcer/index.ts'
import { HouseDialog } from '../../ui/feedback/HouseDialog.tsx'
import { Notice } from '../../ui/feedback/Notice.tsx'
import { TextField } from '../../ui/forms/TextField.tsx'
import { useFaultFocus } from '../../ui/forms/useFaultFocus.ts'
import { BlockingProblems } from './BlockingProblems.tsx'
import { ChangesSection } from './ChangesSection.tsx'
import { ImpactSection, needsDestination } from './ImpactSection.tsx'
import { PublishResult } from './PublishResult.tsx'
import { progressOf } from './progress.ts'
import styles from './publish.module.css'
import { RequestResult } from './RequestResult.tsx'
import type { ReviewPort } from './review.ts'
import { useImpact } from './useImpact.ts'
import { useWayOut } from './useWayOut.ts'
import { WayOut } from './WayOut.tsx'

export interface PublishDialogProps {
  readonly hasNetwork: boolean
  /** Publishes of this process that the backend has not acknowledged. */
  readonly pending: readonly OutboxRow[]
  /** A newer published revision that clashes with this draft; null where there is none. */
  readonly behind: number | null
  /** Keep its identity: it is asked whenever the document changes. */
  readonly impact: (document: ProcessDocument) => Promise<Result<Impact>>
  readonly onPublish: (reason: string) => Promise<void>
  /** Requests to publish, where the backend keeps some; keep its identity. */
  readonly review?: ReviewPort
  /** Leads to the place of a problem; the dialog is closed. */
  readonly onGoTo: (problem: Problem) => void
  /** Opens the choice between two sides. */
  readonly onResolve: () => void
  readonly onHistory: () => void
  /** Where the process goes to a backend that is not ours; absent where it is. */
  readonly elsewhere?: {
    /** What that backend does not keep or protect. */
    readonly limits: ReactNode
    readonly steps: PublishSteps | null
    readonly onStop: () => void
  }
  readonly onClose: () => void
}

/** Where deals go is asked below in its own words, so its problem is not listed twice. */
const askedBelow = 'usage/stage-in-use'

const submitWords = {
  now: { online: 'submit', offline: 'submitOffline' },
  review: { online: 'submitReview', offline: 'submitReview' },
  later: { online: 'submitLater', offline: 'submitLater' },
} as const

export function PublishDialog(props: PublishDialogProps) {
  const { hasNetwork, pending, behind, review, onPublish, onGoTo, onResolve, onHistory, elsewhere, onClose } =
    props
  const t = useText('publish')
  const other = useText('backends')
  const { document, base, permissions, readOnly } = useEditorState((state) => ({
    document: state.document,
    base: state.base,
    permissions: state.permissions,
    readOnly: state.readOnly,
  }))
  const problems = useProblems().filter((problem) => problem.waivedBy === null)
  const impact = useImpact(document, props.impact)
  const [reason, setReason] = useState('')
  const [sent, setSent] = useState<{ readonly from: number; readonly movedDeals: number } | null>(null)
  const out = useWayOut({ review, permissions, hasNetwork, reason: reason.trim() })
  const body = useFaultFocus<HTMLDivElement>(out.attempts)

  const revision = base?.process.revision ?? 0
  const errors = problems.filter((problem) => problem.severity === 'error')
  const listed = errors.filter((problem) => problem.ruleId !== askedBelow || impact.kind !== 'known')
  const warnings = problems.filter((problem) => problem.severity === 'warning').length
  const known = impact.kind === 'known' ? impact.impact : null
  const undecided = (known?.stages ?? []).filter(
    (stage) => needsDestination(stage) && !document.process.stageMigrations[stage.stage_id],
  )
  const refused = errors.length === 0 && undecided.length === 0 ? (known?.blocking ?? []) : []
  const nothing = base !== null && isEmptyDiff(diffProcesses(base, document))
  const mayPublish = out.ways.length > 0
  const clashed = pending.some((row) => row.state === 'conflict')

  /** Why the button does nothing now; null where it publishes. */
  const blocked = !mayPublish
    ? t('mayNot')
    : readOnly !== null
      ? `${t('readOnly')} ${readOnly}`
      : clashed
        ? t('conflict')
        : nothing
          ? t('nothing', { revision })
          : listed.length > 0
            ? t('blockedErrors')
            : undecided.length > 0
              ? t('blockedDeals')
              : null

  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (blocked !== null) {
      announce(blocked)
      return
    }
    if (out.way !== 'now') {
      void out.ask(withKeptHidden(document, base), revision)
      return
    }
    setSent({ from: revision, movedDeals: known?.moved_deals ?? 0 })
    void onPublish(reason.trim())
  }

  const { asked, situation } = out
  if (asked)
    return (
      <HouseDialog
        open
        title={t('title', { name: document.process.processName })}
        onClose={onClose}
        actions={
          <>
            <Button variant="outlined" onClick={() => review?.onOpen(asked.number)}>
              {t('seeRequest')}
            </Button>
            <Button variant="contained" onClick={onClose}>
              {t('close')}
            </Button>
          </>
        }
      >
        <RequestResult request={asked} timeZone={situation?.timeZone ?? 'UTC'} />
      </HouseDialog>
    )

  if (sent) {
    const progress = progressOf({ sentFrom: sent.from, revision, pending, hasNetwork })
    return (
      <HouseDialog
        open
        title={t('title', { name: document.process.processName })}
        onClose={onClose}
        actions={
          <>
            {progress.kind === 'done' && !elsewhere ? (
              <Button variant="outlined" onClick={onHistory}>
                {t('history')}
              </Button>
            ) : null}
            {progress.kind === 'sending' && elsewhere?.steps ? (
              <Button variant="outlined" disabled={elsewhere.steps.stopping} onClick={elsewhere.onStop}>
                {other(elsewhere.steps.stopping ? 'stopping' : 'stop')}
              </Button>
            ) : null}
            {progress.kind === 'parked' ? (
              <Button variant="outlined" onClick={() => setSent(null)}>
                {t('back')}
              </Button>
            ) : null}
            {progress.kind === 'conflict' ? (
              <Button variant="contained" onClick={onResolve}>
                {t('resolve')}
              </Button>
            ) : (
              <Button variant="contained" onClick={onClose}>
                {t('close')}
              </Button>
            )}
          </>
        }
      >
        <PublishResult
          key={progress.kind}
          progress={progress}
          movedDeals={sent.movedDeals}
          elsewhere={elsewhere}
        />
      </HouseDialog>
    )
  }

  return (
    <HouseDialog
      open
      size="md"
      title={t('title', { name: document.process.processName })}
      description={
        nothing
          ? undefined
          : elsewhere
            ? other('lead', { to: revision + 1 })
            : revision === 0
              ? t('leadFirst')
              : t('leadNext', { from: revision, to: revision + 1 })
      }
      onClose={onClose}
      onSubmit={submit}
      actions={
        <>
          <Button variant="outlined" onClick={onClose}>
            {t('cancel')}
          </Button>
          <Button type="submit" variant="contained" aria-disabled={blocked !== null} loading={out.asking}>
            {t(submitWords[out.way][hasNetwork ? 'online' : 'offline'])}
          </Button>
        </>
      }
    >
      <div ref={body} className={styles.body}>
        {out.notAsked === null ? null : (
          <Notice tone="error" title={t('notAsked')}>
            {out.notAsked}
          </Notice>
        )}
        {mayPublish || !out.lookedUp ? null : (
          <Notice tone="warning" title={t('mayNot')}>
            {t('mayNotBody')}
          </Notice>
        )}
        {readOnly === null ? null : (
          <Notice tone="warning" title={t('readOnly')}>
            {readOnly}
          </Notice>
        )}
        {clashed ? (
          <Notice
            tone="error"
            title={t('conflict')}
            actions={
              <Button size="small" variant="outlined" onClick={onResolve}>
                {t('resolve')}
              </Button>
            }
          >
            {t('conflictBody')}
          </Notice>
        ) : null}
        {nothing ? (
          <Notice tone="info" title={t('nothing', { revision })}>
            {t('nothingBody')}
          </Notice>
        ) : null}
        {listed.length > 0 ? <BlockingProblems errors={listed} onGoTo={onGoTo} /> : null}
        {refused.length > 0 ? (
          <Notice tone="error" title={t('refusedBy')}>
            {refused.map((problem) => say(problem.message)).join(' ')}
          </Notice>
        ) : null}
        {behind === null || clashed ? null : (
          <Notice tone="warning" title={t('behind', { revision: behind })}>
            {t('behindBody')}
          </Notice>
        )}
        {hasNetwork ? null : (
          <Notice tone="info" title={t('offline')}>
            {t('offlineBody')}
          </Notice>
        )}
        {nothing ? null : (
          <>
            <ChangesSection />
            {elsewhere ? elsewhere.limits : <ImpactSection state={impact} />}
            {warnings > 0 ? <p className={styles.hint}>{t('warnings', { count: warnings })}</p> : null}
            {situation && mayPublish ? <WayOut {...out} situation={situation} /> : null}
            {elsewhere ? null : (
              <TextField
                label={t('reason')}
                help={t('reasonHelp')}
                required={out.way !== 'now'}
                error={out.reasonFault ?? undefined}
                rows={2}
                maxLength={500}
                value={reason}
                onChange={(event) => setReason(event.target.value)}
              />
            )}
          </>
        )}
      </div>
    </HouseDialog>
  )
}
