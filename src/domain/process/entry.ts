/** The entry stage: where deals begin. Marked on one stage; marks move on when that stage goes or sleeps. */
import { type ProcessDocument, stagesInOrder } from './process.ts'
import { putRows } from './rows.ts'
import { type SalesStage, stageKind } from './stage.ts'

const canBeEntry = (stage: SalesStage): boolean => stage.isActive && stageKind(stage) === 'open'
const marked = (document: ProcessDocument): SalesStage[] =>
  Object.values(document.stages).filter((stage) => stage.isEntry && stage.isActive)

/** Where a marked entry was lost since `before`, marks the first active open stage by order. */
export function withEntryMovedOn(document: ProcessDocument, before: ProcessDocument): ProcessDocument {
  if (marked(before).length === 0 || marked(document).length > 0) return document
  const heir = stagesInOrder(document).find(canBeEntry)
  if (!heir) return document
  const asleep = Object.values(document.stages).filter((stage) => stage.isEntry)
  return putRows(document, 'stages', [
    ...asleep.map((stage) => ({ ...stage, isEntry: false })),
    { ...heir, isEntry: true },
  ])
}

/** Marks one stage as the entry and no other. */
export function withOnlyEntry(document: ProcessDocument, stageId: string): ProcessDocument {
  const others = Object.values(document.stages).filter((stage) => stage.isEntry && stage.id !== stageId)
  return putRows(
    document,
    'stages',
    others.map((stage) => ({ ...stage, isEntry: false })),
  )
}
