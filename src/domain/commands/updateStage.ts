/** Changes fields of one stage. What follows from a field follows: one entry, closed stages at 100 and 0 %. */
import { z } from 'zod'
import { withEntryMovedOn, withOnlyEntry } from '../process/entry.ts'
import { quoted, stageNameOf } from '../process/names.ts'
import { withoutEmpty } from '../process/optionalFields.ts'
import type { ProcessDocument } from '../process/process.ts'
import { putRows, withFields } from '../process/rows.ts'
import { optionalStageFields, type SalesStage, stageKind } from '../process/stage.ts'
import { type StageChanges, stageChangesSchema } from './changes.ts'
import { defineCommand } from './command.ts'
import { changeInWords } from './fieldNames.ts'
import { looksOf } from './newRows.ts'

export const updateStage = defineCommand({
  id: 'updateStage',
  payload: z.strictObject({ stageId: z.string(), changes: stageChangesSchema }),
  label: (document, { stageId, changes }) => changeInWords(quoted(stageNameOf(document, stageId)), changes),
  refuse: (document, { stageId }) =>
    document.stages[stageId] ? null : 'The stage is not in this process any more.',
  run: (document, { stageId, changes }) => withStageChanged(document, stageId, changes),
})

/** Sets the fields and what follows from them. An unknown stage changes nothing. */
export function withStageChanged(
  document: ProcessDocument,
  stageId: string,
  changes: StageChanges,
): ProcessDocument {
  const stage = document.stages[stageId]
  if (!stage) return document
  const changed = withoutEmpty(
    withFields(stage, { ...impliedByKind(stage, changes), ...changes }),
    optionalStageFields,
  )
  if (changed === stage) return document
  const next = putRows(document, 'stages', [changed])
  if (changes.isEntry === true) return withOnlyEntry(next, stageId)
  return withEntryMovedOn(next, changes.isEntry === false ? next : document)
}

/** A stage that becomes won or lost is no longer the other, nor the entry, and takes the kind's probability and colour. */
function impliedByKind(stage: SalesStage, changes: StageChanges): StageChanges {
  const becomes = changes.isClosedWon === true ? 'won' : changes.isClosedLost === true ? 'lost' : null
  if (becomes === null || becomes === stageKind(stage)) return {}
  return { ...looksOf(becomes), isEntry: false }
}
