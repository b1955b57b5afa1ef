import Button from '@mui/material/Button'
import type { z } from 'zod'
import { api } from '../../contract/api.ts'
import type { approvalWorkflowResource } from '../../contract/approvalWorkflows.ts'
import { pageSizes } from '../../contract/lists.ts'
import type { Client } from '../../data/api/client.ts'
import type { WorkflowDesigner } from '../../editor/approvalDesigner.ts'
import { useText } from '../../text/index.ts'
import { Panel } from '../../ui/layout/Panel.tsx'
import { ActivePill } from './ActivePill.tsx'
import { RowsPanel } from './RowsPanel.tsx'
import type { SectionProps } from './SectionProps.ts'
import { type RowSource, useRows } from './useRows.ts'

type Workflow = z.infer<typeof approvalWorkflowResource>
type Body = Pick<Workflow, 'workflow_name' | 'is_active' | 'steps'>
const { approvalWorkflows } = api

const sourceOf = (client: Client): RowSource<Workflow, Body> => ({
  name: 'approvalWorkflows',
  list: () => client.call(approvalWorkflows.list, { query: { page_size: pageSizes.maximum } }),
  create: (body) => client.call(approvalWorkflows.create, { body }),
  update: (change) => client.call(approvalWorkflows.update, change),
  remove: (row) => client.call(approvalWorkflows.delete, row),
})

interface WorkflowsSectionProps extends SectionProps {
  /** Stands in place of the list while one workflow is designed; it loads and keeps it itself. */
  readonly Designer: WorkflowDesigner
}

export function WorkflowsSection({ client, mayChange, Designer }: WorkflowsSectionProps) {
  const t = useText('settings')
  const rows = useRows(sourceOf(client))
  return (
    <RowsPanel
      title={t('section_approvals')}
      lead={t('approvalsLead')}
      caption={(count) => t('approvalsCaption', { count })}
      newLabel={t('newApproval')}
      empty={{ title: t('noApprovals'), body: t('noApprovalsBody') }}
      mayChange={mayChange}
      rows={rows}
      idOf={(row) => row.id}
      nameOf={(row) => row.workflow_name}
      savedName={(body) => body.workflow_name}
      columns={[
        { id: 'name', header: t('name'), rowHeader: true, cell: (row) => row.workflow_name },
        {
          id: 'steps',
          header: t('steps'),
          cell: ({ steps }) =>
            t('stepsCount', { count: steps.length, names: steps.map((step) => step.name).join(' → ') }),
        },
        {
          id: 'status',
          header: t('status'),
          cell: ({ is_active }) => <ActivePill active={is_active} />,
        },
      ]}
      asPage
      copies
      dialog={({ row, copyOf, onClose }) => (
        <Designer
          workflowId={row?.id ?? null}
          {...(copyOf ? { copyOf: copyOf.id } : {})}
          frame={(designer, leave) => (
            <Panel
              title={row?.workflow_name ?? t('newApproval')}
              actions={
                <Button variant="text" size="small" onClick={leave}>
                  {t('allApprovals')}
                </Button>
              }
            >
              {designer}
            </Panel>
          )}
          onClose={onClose}
        />
      )}
    />
  )
}
