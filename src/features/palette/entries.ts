/** What stands in the palette: a name, a colour, and the stage it would make. */
import { freshName, uniqueName } from '../../domain/commands/addStage.ts'
import type { ProcessDocument } from '../../domain/process/process.ts'
import type { ReferenceData } from '../../domain/process/reference.ts'
import { type SalesStage, stageKind } from '../../domain/process/stage.ts'
import type { NewStage } from '../../editor/actions/index.ts'
import { text } from '../../text/index.ts'
import type { StageTone } from '../../ui/theme/tokens.ts'

export interface PaletteEntry {
  readonly id: string
  readonly label: string
  readonly tone: StageTone
  readonly stage: NewStage
}

export const kindEntries = (): PaletteEntry[] => [
  { id: 'open', label: text('palette', 'open'), tone: 'blue', stage: { kind: 'open' } },
  { id: 'won', label: text('palette', 'won'), tone: 'won', stage: { kind: 'won' } },
  { id: 'lost', label: text('palette', 'lost'), tone: 'lost', stage: { kind: 'lost' } },
]

/** Colours as the templates use them along a process, so that stages of one category look alike. */
const toneOfType = {
  prospecting: 'gray',
  qualification: 'blue',
  discovery: 'yellow',
  proposal: 'purple',
  negotiation: 'orange',
  closing: 'green',
  post_sale: 'green',
} as const

/** The company's active categories: an open stage that belongs to the category and carries its name. */
export function categoryEntries(
  categories: ReferenceData['categories'],
  document: Pick<ProcessDocument, 'stages'>,
): PaletteEntry[] {
  return Object.values(categories)
    .filter((category) => category.isActive)
    .sort((a, b) => a.sortOrder - b.sortOrder || a.categoryName.localeCompare(b.categoryName))
    .map(({ id, categoryName, categoryType }) => ({
      id: `category ${id}`,
      label: categoryName,
      tone: toneOfType[categoryType],
      stage: {
        kind: 'open',
        name: uniqueName(document, categoryName),
        changes: { categoryIds: [id], color: toneOfType[categoryType] },
      },
    }))
}

/** A stage of a template with all its rules, to be used in another process. */
export function entryOfStage(stage: SalesStage): PaletteEntry {
  const { id, companyId, processId, createdAt, updatedAt, createdByUserId, updatedByUserId, ...content } =
    stage
  const { stageName, stageCode, stageOrder, position, isEntry, externalId, lineage, ...changes } = content
  const kind = stageKind(stage)
  return {
    id: `stage ${stage.stageName}`,
    label: stage.stageName,
    tone: kind === 'open' ? stage.color : kind,
    stage: { kind, name: stage.stageName, changes },
  }
}

/** The entry as it would be added now: with a name that no stage has yet. */
export function fresh(entry: PaletteEntry, document: Pick<ProcessDocument, 'stages'>): NewStage {
  const { stage } = entry
  const name =
    stage.name === undefined ? freshName(document, stage.kind ?? 'open') : uniqueName(document, stage.name)
  return { ...stage, name }
}
