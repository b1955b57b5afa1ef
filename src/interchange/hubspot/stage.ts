/** One HubSpot stage, of any API version: strings for numbers and booleans, closed said or only to be concluded. */
import type { StageKind } from '../../domain/process/stage.ts'
import type { ImportedStage } from '../assembly/importedStage.ts'
import type { Loss } from '../reading.ts'
import { asBoolean, asNumber, asText, property } from '../source/scalars.ts'
import { isActive } from './pipelines.ts'

const read: ReadonlySet<string> = new Set([
  'id',
  'stageId',
  'label',
  'displayOrder',
  'metadata',
  'active',
  'archived',
  'probability',
  'closedWon',
  'isClosed',
  'description',
])
const readMetadata: ReadonlySet<string> = new Set(['isClosed', 'probability', 'closedWon'])

/** Keys of the stage that have no place in a process ("writePermissions"); only those that hold something. */
export function unreadKeys(stage: unknown): string[] {
  const keys = (value: unknown, known: ReadonlySet<string>) =>
    typeof value === 'object' && value !== null
      ? Object.entries(value).flatMap(([key, held]) => (known.has(key) || held === null ? [] : [key]))
      : []
  return [...keys(stage, read), ...keys(property(stage, 'metadata'), readMetadata)]
}

/** The probability as written, before it is known whether the file writes 0…1 or percent. */
export const writtenProbability = (stage: unknown): unknown =>
  property(property(stage, 'metadata'), 'probability') ?? property(stage, 'probability')

/** @param scale 100 where the pipeline writes 0…1, 1 where it writes percent. */
export function readStage(
  stage: unknown,
  where: string,
  scale: 1 | 100,
): { stage: ImportedStage; losses: Loss[] } {
  const losses: Loss[] = []
  const name = asText(property(stage, 'label')) ?? ''
  const note = (kind: Loss['kind'], sentence: string) =>
    losses.push({ kind, what: name || 'Unnamed stage', ...(name ? { isName: true } : {}), where, sentence })
  const written = writtenProbability(stage)
  const number = asNumber(written)
  if (number === null && written !== undefined && written !== null && written !== '')
    note('dropped', `The probability “${String(JSON.stringify(written)).slice(0, 40)}” is not a number.`)
  return {
    stage: {
      externalId: asText(property(stage, 'id')) ?? asText(property(stage, 'stageId')),
      name,
      description: asText(property(stage, 'description')),
      kind: kindOf(stage, number === null ? null : number * (scale / 100), name, note),
      // 0.07 × 100 is 7.000000000000001: the noise of binary fractions is no information.
      probability: number === null ? null : Math.round(number * scale * 1e6) / 1e6,
      forecastCategory: null,
      isActive: isActive(stage),
      isEntry: false,
      where,
    },
    losses,
  }
}

const lostNames = /\b(lost|lose|cancel+ed|perd\w*|verloren|perdu\w*)\b/i

/**
 * v3 says `isClosed`, and the probability tells won (1) from lost (0). v1 says only `closedWon`; there a stage of
 * probability 0 is taken for lost. What the file says outright is kept even where the name says otherwise.
 */
function kindOf(
  stage: unknown,
  probability: number | null,
  name: string,
  note: (kind: Loss['kind'], sentence: string) => void,
): StageKind {
  const metadata = property(stage, 'metadata')
  const isClosed = asBoolean(property(metadata, 'isClosed') ?? property(stage, 'isClosed'))
  const closedWon = asBoolean(property(metadata, 'closedWon') ?? property(stage, 'closedWon'))
  if (closedWon === true) return 'won'
  if (isClosed === false) {
    if (lostNames.test(name))
      note('guessed', 'The name sounds like a lost stage, but the file says it is open; it stayed open.')
    return 'open'
  }
  if (isClosed === true) {
    if (probability === 1 && closedWon === null) return 'won'
    if (probability === 0) return 'lost'
    const kind = closedWon === null && probability !== null && probability >= 0.5 ? 'won' : 'lost'
    note(
      'guessed',
      kind === 'won'
        ? 'The stage is closed, but its probability tells neither won nor lost; it was taken for won.'
        : 'The stage is closed, but its probability tells neither won nor lost; it was taken for lost.',
    )
    return kind
  }
  if (probability === 0) {
    note(
      'guessed',
      'The file does not say whether the stage is closed; with a probability of 0 it was taken for lost.',
    )
    return 'lost'
  }
  if (probability === 1 && closedWon === null) {
    note(
      'guessed',
      'The file does not say whether the stage is closed; with a probability of 1 it was taken for won.',
    )
    return 'won'
  }
  if (lostNames.test(name))
    note('guessed', 'The name sounds like a lost stage, but nothing in the file says so; it stayed open.')
  return 'open'
}
