/** Opens the approval designer over an open process, and brings what was saved into it. */
import { lazy, type ReactNode, useMemo, useState } from 'react'
import {
  ApprovalDesignerContext,
  type ApprovalDesignerDoor,
  type ApprovalDesignerWish,
} from '../../editor/approvalDesigner.ts'
import { useEditor, useEditorState } from '../../editor/react.ts'
import { useText } from '../../text/index.ts'
import { HouseDialog } from '../../ui/feedback/HouseDialog.tsx'
import { useWorkspace } from '../workspaces.ts'
import { LazyPart } from './LazyPart.tsx'

const WorkflowDesignerPart = lazy(async () => ({
  default: (await import('../WorkflowDesignerPart.tsx')).WorkflowDesignerPart,
}))

export function ApprovalDesignerHost({ children }: { readonly children: ReactNode }) {
  const t = useText('app')
  const workspace = useWorkspace()
  const editor = useEditor()
  const [wish, setWish] = useState<ApprovalDesignerWish | null>(null)
  const mayChange =
    workspace.backend.limits === null && workspace.user.permissions.includes('manage_reference_data')
  const name = useEditorState(
    ({ reference }) => reference.approvalWorkflows[wish?.workflowId ?? '']?.workflowName,
  )
  const door = useMemo((): ApprovalDesignerDoor => {
    const people = async () => (await workspace.people())?.all ?? []
    return { mayChange, open: setWish, ...(mayChange && { people }) }
  }, [mayChange, workspace])
  const close = () => setWish(null)
  return (
    <ApprovalDesignerContext value={door}>
      {children}
      {wish ? (
        <LazyPart onGone={close}>
          <WorkflowDesignerPart
            workflowId={wish.workflowId}
            frame={(designer, leave) => (
              <HouseDialog open size="lg" title={name ?? t('newWorkflow')} onClose={leave}>
                {designer}
              </HouseDialog>
            )}
            onClose={(saved) => {
              close()
              if (!saved) return
              void workspace.reference().then((reference) => {
                editor.setContext({ reference })
                wish.onSaved?.(saved.id)
              })
            }}
          />
        </LazyPart>
      ) : null}
    </ApprovalDesignerContext>
  )
}
