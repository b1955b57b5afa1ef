import type { z } from 'zod'
import { api } from '../../contract/api.ts'
import type { approvalWorkflowResource } from '../../contract/approvalWorkflows.ts'
import { pageSizes } from '../../contract/lists.ts'
import type { Client } from '../../data/api/client.ts'
import { useText } from '../../text/index.ts'
import { ActivePill } from './ActivePill.tsx'
import { RowsPanel } from './RowsPanel.tsx'
import type { SectionProps } from './SectionProps.ts'
import { type RowSource, useRows } from './useRows.ts'
import { WorkflowDialog } from './WorkflowDialog.tsx'
import type { WorkflowBody } from './workflowForm.ts'

type Workflow = z.infer<typeof approvalWorkflowResource>
const { approvalWorkflows } = api

const sourceOf = (client: Client): RowSource<Workflow, WorkflowBody> => ({
  name: 'approvals',
  list: () => client.call(approvalWorkflows.list, { query: { page_size: pageSizes.maximum } }),
  create: (body) => client.call(approvalWorkflows.create, { body }),
  update: (id, body) => client.call(approvalWorkflows.update, { params: { id }, body }),
  remove: (id) => client.call(approvalWorkflows.delete, { params: { id } }),
})

export function WorkflowsSection({ client, mayChange }: SectionProps) {
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
      dialog={(given) => <WorkflowDialog {...given} />}
    />
  )
}
