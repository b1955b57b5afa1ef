export { ApprovalDesigner, type WorkflowDraft } from './ApprovalDesigner.tsx'
export type { WorkflowUses } from './UsedBy.tsx'
