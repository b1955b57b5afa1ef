import { zodResolver } from '@hookform/resolvers/zod'
import Add from '@mui/icons-material/Add'
import Button from '@mui/material/Button'
import { useState } from 'react'
import type { z } from 'zod'
import type { approvalWorkflowResource } from '../../contract/approvalWorkflows.ts'
import type { ApprovalStep } from '../../domain/process/approval.ts'
import { useText } from '../../text/index.ts'
import { announce } from '../../ui/announcer/index.ts'
import { SwitchField, TextField } from '../../ui/forms/index.ts'
import { ApprovalStepFields } from './ApprovalStepFields.tsx'
import { RowDialog } from './RowDialog.tsx'
import type { DialogGiven } from './RowsPanel.tsx'
import { useRowForm } from './useRowForm.ts'
import {
  newStep,
  stepFault,
  tidyStep,
  type WorkflowBody,
  type WorkflowValues,
  workflowSchema,
} from './workflowForm.ts'

type Workflow = z.infer<typeof approvalWorkflowResource>

export function WorkflowDialog({ row, onSave, onClose }: DialogGiven<Workflow, WorkflowBody>) {
  const t = useText('settings')
  const [steps, setSteps] = useState<readonly ApprovalStep[]>(row?.steps ?? [newStep])
  const idOfStep = (index: number) => `workflow-step-${index}`
  const faults = steps.flatMap((step, index) => {
    const fault = stepFault(step, index + 1)
    return fault ? [{ field: `${idOfStep(index)}-${fault.field}`, message: fault.message }] : []
  })
  const { form, field, dialog } = useRowForm<WorkflowValues>({
    id: 'workflow',
    fields: ['workflow_name'],
    resolver: zodResolver(workflowSchema),
    faultsBeside: faults,
    onSave: (values) => onSave({ ...values, steps: steps.map(tidyStep) }),
    values: { workflow_name: row?.workflow_name ?? '', is_active: row?.is_active ?? true },
  })
  const tried = dialog.attempt > 0
  const put = setSteps
  const move = (from: number, to: number) => {
    const next = [...steps]
    const [step] = next.splice(from, 1)
    if (!step) return
    next.splice(to, 0, step)
    put(next)
    announce(t('stepMoved', { position: to + 1, count: steps.length }))
  }
  return (
    <RowDialog
      title={row ? t('edit', { name: row.workflow_name }) : t('newApproval')}
      size="md"
      onClose={onClose}
      {...dialog}
    >
      <TextField {...field('workflow_name')} label={t('name')} required autoFocus maxLength={100} />
      <div style={{ display: 'grid', gap: 16 }}>
        {steps.map((step, index) => (
          <ApprovalStepFields
            // biome-ignore lint/suspicious/noArrayIndexKey: a step has no identity but its place
            key={index}
            id={idOfStep(index)}
            step={step}
            number={index + 1}
            fault={tried ? stepFault(step, index + 1) : null}
            onChange={(next) => put(steps.map((other, at) => (at === index ? next : other)))}
            onRemove={steps.length > 1 ? () => put(steps.filter((_, at) => at !== index)) : null}
            onEarlier={index > 0 ? () => move(index, index - 1) : null}
            onLater={index < steps.length - 1 ? () => move(index, index + 1) : null}
          />
        ))}
      </div>
      <div>
        <Button variant="outlined" size="small" startIcon={<Add />} onClick={() => put([...steps, newStep])}>
          {t('addStep')}
        </Button>
      </div>
      <SwitchField
        label={t('active')}
        help={t('activeHelp')}
        checked={form.watch('is_active')}
        onChange={(is_active) => form.setValue('is_active', is_active)}
      />
    </RowDialog>
  )
}
