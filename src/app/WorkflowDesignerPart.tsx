/** The approval designer with the company around it: its workflows and fields, where one is used, how one is kept. */
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { use } from 'react'
import { api } from '../contract/api.ts'
import type { ResultOf } from '../contract/call.ts'
import { actionsStarting, usesOfWorkflow } from '../domain/engine/approvalUse.ts'
import type { ApprovalWorkflow } from '../domain/process/approval.ts'
import type { ProcessDocument } from '../domain/process/process.ts'
import { fromWire, toWire } from '../domain/process/wire.ts'
import type { WorkflowDesigner } from '../editor/approvalDesigner.ts'
import { whyHidden } from '../editor/hidden.ts'
import {
  ApprovalDesigner,
  type WorkflowDraft,
  type WorkflowUses,
} from '../features/approval-designer/index.ts'
import { say, text, useText } from '../text/index.ts'
import { announce } from '../ui/announcer/index.ts'
import { Notice } from '../ui/feedback/Notice.tsx'
import { SkeletonRows } from '../ui/feedback/SkeletonRows.tsx'
import { addressOf } from './addresses.ts'
import { ProcessContext, type ProcessPlace } from './processSession.ts'
import { Queries } from './Queries.tsx'
import type { Workspace } from './workspace.ts'
import { useWorkspace } from './workspaces.ts'

/** The document open around it: what is drawn there counts, not what is published. */
function documentOf(place: ProcessPlace | null): ProcessDocument | null {
  const state = place?.session.store.getState()
  return state?.status === 'ready' ? state.editor.store.getState().document : null
}

/** Of each process of the company; where they cannot be listed, of the open one alone. */
async function usesIn(
  workspace: Workspace,
  workflowId: string,
  open: ProcessDocument | null,
): Promise<Omit<WorkflowUses, 'actions'>> {
  const listed = await workspace.backend.list()
  const others = listed.ok ? listed.value.filter(({ id }) => id !== open?.process.id) : []
  const answers = await Promise.all(others.map(({ id }) => workspace.published(id)))
  const documents = answers.flatMap((answer) => (answer.ok ? [answer.value] : []))
  const failed = [listed, ...answers].find((answer) => !answer.ok)
  const usesOf = (document: ProcessDocument, draft: boolean) => ({
    processId: document.process.id,
    processName: document.process.processName,
    draft,
    uses: usesOfWorkflow(document, workflowId),
  })
  return {
    processes: [
      ...(open ? [usesOf(open, true)] : []),
      ...documents.map((document) => usesOf(document, false)),
    ],
    failure: failed && !failed.ok ? failed.failure.message : null,
  }
}

export const WorkflowDesignerPart: WorkflowDesigner = (props) => (
  <Queries>
    <Designer {...props} />
  </Queries>
)

const workflowOf = ({
  created_at: _,
  updated_at: __,
  revision: ___,
  ...wire
}: ResultOf<typeof api.approvalWorkflows.read>) => fromWire<ApprovalWorkflow>(wire)

const Designer: WorkflowDesigner = ({ workflowId, copyOf, frame, onClose }) => {
  const t = useText('approvalDesigner')
  const workspace = useWorkspace()
  const cache = useQueryClient()
  const place = use(ProcessContext)
  const { client } = workspace.backend
  const open = documentOf(place)
  const reference = useQuery({ queryKey: ['reference', 'designer'], queryFn: () => workspace.reference() })
  const people = useQuery({ queryKey: ['reference', 'people'], queryFn: () => workspace.people() })
  // As it is now, once: what is saved says which version it was made from.
  const held = useQuery({
    queryKey: ['workflow', workflowId],
    enabled: workflowId !== null,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    queryFn: () => client.call(api.approvalWorkflows.read, { params: { id: workflowId ?? '' } }),
  })
  const found = useQuery({
    queryKey: ['reference', 'uses', workflowId, open?.process.id],
    enabled: workflowId !== null,
    queryFn: () => usesIn(workspace, workflowId ?? '', open),
  })
  const close = () => onClose()
  if (!reference.data || held.isLoading) return frame(<SkeletonRows what={t('form')} rows={6} />, close)
  const { approvalWorkflows, fields, actions, hidden = [] } = reference.data
  const begins = held.data?.ok ? workflowOf(held.data.value) : approvalWorkflows[workflowId ?? copyOf ?? '']
  if ((workflowId !== null || copyOf !== undefined) && !begins)
    return frame(<Notice tone="error" title={t('gone')} />, close)

  const save = async (draft: WorkflowDraft): Promise<string | null> => {
    const body = toWire(draft)
    const answer =
      workflowId === null
        ? await client.call(api.approvalWorkflows.create, { body })
        : await client.call(api.approvalWorkflows.update, {
            params: { id: workflowId },
            body,
            ...(held.data?.ok && held.data.etag !== null && { ifMatch: held.data.etag }),
          })
    if (!answer.ok) return say(answer.failure.message)
    await cache.invalidateQueries({ queryKey: ['reference'] })
    await cache.invalidateQueries({ queryKey: ['settings'] })
    announce(t('saved', { name: draft.workflowName }))
    onClose({ id: answer.value.id, name: draft.workflowName })
    return null
  }
  return (
    <ApprovalDesigner
      key={workflowId ?? copyOf ?? 'new'}
      workflow={
        begins
          ? workflowId === null
            ? { ...begins, workflowName: text('approvalDesigner', 'copyName', { name: begins.workflowName }) }
            : begins
          : null
      }
      fields={Object.values(fields)}
      people={people.data ?? null}
      uses={found.data ? { ...found.data, actions: actionsStarting(actions, workflowId ?? '') } : null}
      isNew={workflowId === null}
      addressOf={(processId, use) => addressOf(processId, 'design', `${use.kind}:${use.id}`)}
      readOnly={
        (workflowId !== null && !held.data?.ok) ||
        !workspace.user.permissions.includes('manage_reference_data')
      }
      whyNoCondition={
        hidden.includes('approval_step.condition')
          ? t('conditionHidden', { why: whyHidden(reference.data) })
          : null
      }
      onSave={save}
      frame={frame}
      guardsPage={place === null}
      onClose={close}
    />
  )
}
