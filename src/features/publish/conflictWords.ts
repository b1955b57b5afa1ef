/** A conflict as people read it: the place, and what each side says. Pure. */
import { fieldName } from '../../domain/commands/fieldNames.ts'
import type { Conflict, Sides } from '../../domain/process/merge.ts'
import { rowNameOf } from '../../domain/process/names.ts'
import type { ProcessDocument } from '../../domain/process/process.ts'
import type { ReferenceData } from '../../domain/process/reference.ts'
import { fieldValueInWords } from '../../editor/fieldValue.ts'
import { stageNameOf, targetNameOf } from '../../editor/rowNames.ts'
import { ruleInWords, ruleOf } from '../../editor/ruleWords.ts'
import { say, text } from '../../text/index.ts'

/** “Proposal: probability”. */
export function placeInWords(conflict: Conflict, { base, mine, theirs }: Sides): string {
  const { kind, field, at, table, rowId } = conflict
  // The name that both sides knew.
  const known = table === 'process' || Object.hasOwn(base[table], rowId)
  const rowName = () =>
    table === 'waivers' || table === 'comments'
      ? say(rowNameOf(base, table, rowId))
      : targetNameOf(base, rowId)
  const name = known ? rowName() : conflict.name
  if (kind === 'entry') return text('publish', 'placeEntry')
  if (kind === 'deleted') return text('publish', 'placeDeleted', { name })
  if (kind === 'needed') return text('publish', 'placeNeeded', { name })
  const what = say(fieldName(field ?? ''))
  if (at === '') return text('publish', 'place', { name, field: what })
  const rule = ruleOf(conflict.mine) ?? ruleOf(conflict.theirs)
  const stage = mine.stages[at] ?? theirs.stages[at]
  const part = rule?.name.trim() || stage?.stageName.trim() || at.replaceAll('_', ' ')
  return text('publish', 'placePart', { name, field: what, part })
}

export type ConflictSide = 'base' | 'mine' | 'theirs'

/** What one side says. Never empty. */
export function sideInWords(
  conflict: Conflict,
  side: ConflictSide,
  sides: Sides,
  reference: ReferenceData,
): string {
  const value = conflict[side]
  const document = sides[side]
  switch (conflict.kind) {
    case 'deleted':
    case 'needed':
      return text('publish', value === null ? 'deletes' : side === 'base' ? 'wasThere' : 'keeps')
    case 'entry':
      return typeof value === 'string' ? stageNameOf(document, value) : text('changes', 'none')
    case 'field':
      return fieldInWords(conflict, value, document, reference)
  }
}

function fieldInWords(
  { field, at }: Conflict,
  value: unknown,
  document: ProcessDocument,
  reference: ReferenceData,
): string {
  const rule = ruleOf(value)
  if (rule) return ruleInWords(rule, reference)
  if (field === 'stageMigrations' && typeof value === 'string') return stageNameOf(document, value)
  // Fields that belong together come as one object.
  if (at === '' && isUnit(value, field))
    return Object.entries(value)
      .map(([name, part]) =>
        text('publish', 'unit', {
          field: say(fieldName(name)),
          value: fieldValueInWords(name, part, document, reference),
        }),
      )
      .join(', ')
  return fieldValueInWords(at === '' ? (field ?? '') : at, value, document, reference)
}

const isUnit = (value: unknown, field: string | null): value is object =>
  typeof value === 'object' && value !== null && field !== null && Object.hasOwn(value, field)
