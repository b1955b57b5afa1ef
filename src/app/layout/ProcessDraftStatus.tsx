import { lazy, useEffect, useMemo, useState } from 'react'
import { describeChanges } from '../../domain/process/describeChanges.ts'
import { diffProcesses } from '../../domain/process/diff.ts'
import { useEditorState } from '../../editor/react.ts'
import { DraftStatus } from '../../features/sync-status/index.ts'
import { useLocation, useNavigate } from '../../ui/routing/place.ts'
import { addressOf, requestAddress } from '../addresses.ts'
import { useOpenProcess, useProcessPlace } from '../processSession.ts'
import { useOnline, useWorkspace } from '../workspaces.ts'
import { LazyPart } from './LazyPart.tsx'

const ResolveConflict = lazy(async () => ({
  default: (await import('./ResolveConflict.tsx')).ResolveConflict,
}))

/** Hands the room what it needs to tell the truth about this draft. */
export function ProcessDraftStatus() {
  const { session } = useProcessPlace()
  const workspace = useWorkspace()
  const { backend, outbox, send } = workspace
  const navigate = useNavigate()
  const { href } = useLocation()
  const { save, pending, behind, writes } = useOpenProcess()
  const hasNetwork = useOnline()
  const [resolving, setResolving] = useState(false)
  const { document, base, readOnly } = useEditorState((state) => ({
    document: state.document,
    base: state.base,
    readOnly: state.readOnly,
  }))
  const changes = useMemo(
    () => (base ? describeChanges(diffProcesses(base, document), base, document).length : 0),
    [base, document],
  )
  const processId = document.process.id
  const backedUp = useBackedUp(processId)
  const retry = async () => {
    await outbox.retry(processId)
    await send()
  }
  const [first] = pending
  const withdraw = () =>
    outbox.withdraw(processId, first?.wish ? (row) => row.key === first.key : (row) => !row.wish)
  const request = async () => {
    const parked = pending.find(({ needs }) => needs === 'review')
    if (!parked?.wish) {
      await withdraw()
      return navigate(href, { replace: true, state: { publish: true } })
    }
    const { requestInstead } = await import('../restoring.ts')
    const number = await requestInstead(workspace, parked)
    if (number !== null) navigate(requestAddress(processId, number))
  }
  const download = async () => {
    const { downloadProcess } = await import('../downloadProcess.ts')
    await downloadProcess(document)
  }
  return (
    <>
      <DraftStatus
        revision={base?.process.revision ?? 0}
        changes={changes}
        save={save}
        pending={pending}
        behind={behind}
        hasNetwork={hasNetwork}
        backedUp={backedUp}
        readOnly={readOnly}
        partly={backend.limits !== null}
        onTakeOver={writes ? null : () => session.takeOver()}
        onRetry={() => void retry()}
        onWithdraw={() => void withdraw()}
        onRequest={backend.limits ? null : () => void request()}
        onVersions={() => navigate(addressOf(processId, 'versions'))}
        onResolve={() => setResolving(true)}
        onDownload={() => void download()}
        onDiscard={base ? () => void session.discardDraft() : null}
      />
      {resolving ? (
        <LazyPart onGone={() => setResolving(false)}>
          <ResolveConflict onClose={() => setResolving(false)} />
        </LazyPart>
      ) : null}
    </>
  )
}

/** Whether the server has the draft as it is on this device. */
function useBackedUp(processId: string): boolean {
  const { backUps } = useWorkspace()
  const [backedUp, setBackedUp] = useState(false)
  useEffect(() => {
    const watching = backUps.backedUp(processId).subscribe(setBackedUp)
    return () => watching.unsubscribe()
  }, [backUps, processId])
  return backedUp
}
