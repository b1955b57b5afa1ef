/** The values of a transition that the table holds as text: how each is written, and what a text means or why it means none. */
import type { TransitionChanges } from '../../domain/commands/changes.ts'
import type { ProcessDocument } from '../../domain/process/process.ts'
import { roles } from '../../domain/process/role.ts'
import type { StageTransition } from '../../domain/process/transition.ts'
import { type Who, whoKey } from '../../domain/process/who.ts'
import { stageNameOf } from '../../editor/rowNames.ts'
import { whoLabel } from '../../editor/whoWords.ts'
import { text as words } from '../../text/index.ts'
import { readNumber } from '../../ui/forms/readNumber.ts'

export const transitionFieldIds = [
  'from',
  'to',
  'name',
  'automatic',
  'weight',
  'rework',
  'afterDays',
  'priority',
  'validation',
  'refusal',
  'runBy',
] as const
export type TransitionFieldId = (typeof transitionFieldIds)[number]

/** Fields that are true or false, and what each is called in a transition. */
export const flags = {
  automatic: 'isAutomatic',
  rework: 'isRework',
  validation: 'requiresValidation',
  refusal: 'onRefusal',
} as const

/** Another end, or other values; a source of null is any open stage. */
export interface Meant {
  readonly fromStageId?: string | null
  readonly toStageId?: string
  readonly changes: TransitionChanges
}

/** What a text means for a field of a transition. */
export function readField(
  field: TransitionFieldId,
  given: string,
  document: Pick<ProcessDocument, 'stages'>,
): Meant | { readonly reason: string } {
  const text = given.trim()
  switch (field) {
    case 'from': {
      if (['', '*', words('transitionMatrix', 'anyOpen').toLowerCase()].includes(text.toLowerCase()))
        return { fromStageId: null, changes: {} }
      const fromStageId = stageCalled(document, text)
      return fromStageId === null ? unknownStage(text) : { fromStageId, changes: {} }
    }
    case 'to': {
      const toStageId = stageCalled(document, text)
      return toStageId === null ? unknownStage(text) : { toStageId, changes: {} }
    }
    case 'name':
      return text.length > 100
        ? { reason: words('transitionMatrix', 'nameLong') }
        : { changes: { transitionName: text } }
    case 'automatic':
    case 'rework':
    case 'validation':
    case 'refusal': {
      const yes = sameWord(text, words('transitionMatrix', 'yes')) || /^(yes|true|1|x|on)$/i.test(text)
      const no = sameWord(text, words('transitionMatrix', 'no')) || /^(no|false|0|off|)$/i.test(text)
      return yes || no
        ? { changes: { [flags[field]]: yes } }
        : { reason: words('transitionMatrix', 'yesOrNo', { text }) }
    }
    case 'weight':
    case 'afterDays': {
      if (text === '') return { changes: { [field]: null } }
      const number = readNumber(text.replace(/%$/, ''))
      const reason = words('transitionMatrix', field === 'weight' ? 'weightWrong' : 'daysWrong')
      return number >= 0 ? { changes: { [field]: number } } : { reason }
    }
    case 'runBy':
      return readWho(text)
    case 'priority': {
      const number = readNumber(text)
      return Number.isInteger(number)
        ? { changes: { priority: number } }
        : { reason: words('transitionMatrix', 'priorityWrong') }
    }
  }
}

/** The value as text; what `readField` reads back as the same. */
export function writeField(
  field: TransitionFieldId,
  transition: StageTransition,
  document: Pick<ProcessDocument, 'stages'>,
): string {
  switch (field) {
    case 'from':
      return transition.fromStageId === null
        ? words('transitionMatrix', 'anyOpen')
        : stageNameOf(document, transition.fromStageId)
    case 'to':
      return stageNameOf(document, transition.toStageId)
    case 'name':
      return transition.transitionName
    case 'automatic':
    case 'rework':
    case 'validation':
    case 'refusal':
      return words('transitionMatrix', transition[flags[field]] ? 'yes' : 'no')
    case 'runBy':
      return (transition.runBy ?? []).map(whoLabel).join('; ')
    case 'weight':
    case 'afterDays':
      return transition[field] === null ? '' : String(transition[field])
    case 'priority':
      return String(transition.priority)
  }
}

/** Whom one can name without knowing the people of the company. */
export const anybody: readonly Who[] = [
  { kind: 'owner', ref: '' },
  { kind: 'manager_of_owner', ref: '' },
  ...roles.map((ref) => ({ kind: 'role' as const, ref })),
]

/** Roles, addresses, the owner and the owner's manager, with semicolons or commas between; nobody named is everybody. */
function readWho(text: string): Meant | { readonly reason: string } {
  if (text === '' || sameWord(text, words('transitionMatrix', 'everybody'))) return { changes: { runBy: [] } }
  const runBy: Who[] = []
  for (const name of text.split(/[;,]/).map((part) => part.trim())) {
    const known = anybody.find(
      (who) => sameWord(whoLabel(who), name) || sameWord(whoKey(who), name) || sameWord(who.ref, name),
    )
    if (known) runBy.push(known)
    else if (name.includes('@')) runBy.push({ kind: 'user', ref: name })
    else if (name !== '') return { reason: words('transitionMatrix', 'whoUnknown', { name }) }
  }
  return { changes: { runBy } }
}

const sameWord = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase()

function stageCalled({ stages }: Pick<ProcessDocument, 'stages'>, text: string): string | null {
  const all = Object.values(stages)
  const found =
    all.find(({ stageCode }) => sameWord(stageCode, text)) ??
    all.find(({ stageName }) => sameWord(stageName.trim(), text))
  return found?.id ?? null
}

const unknownStage = (name: string) => ({ reason: words('transitionMatrix', 'stageUnknown', { name }) })
