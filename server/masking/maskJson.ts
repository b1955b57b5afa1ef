/**
 * Puts the sentinel in place of what a reader may not see, in any JSON that leaves the server: rows and documents on
 * the wire, events, differences in the audit trail, details of refusals. It goes by what a thing is, not by where it is
 * said, so an endpoint that is new is covered too: a row is known by the names that only its kind has, its parts by the
 * name of what they are listed under. Within a thing a name is hidden at any depth.
 */
import { type MaskableField, masked } from '../../src/domain/process/masking.ts'
import type { Json } from '../services.ts'
import type { Mask } from './mask.ts'

type Kind = 'stage' | 'transition' | 'action' | 'approval_step' | 'opportunity'

/** Under which names a field is said, in code and on the wire. */
const namesOf: Readonly<Record<MaskableField, readonly string[]>> = {
  'stage.description': ['description'],
  'stage.guidance': ['guidance'],
  'stage.notes': ['notes'],
  'stage.escalation': ['escalation'],
  'transition.actions': ['actions'],
  'action.parameters': ['parameters'],
  'approval_step.condition': ['condition'],
  'opportunity.amount': ['amount'],
  'opportunity.owner': ['owner_name'],
  'opportunity.name': ['name'],
}

/** Sums of amounts give amounts away: wherever they are said. */
const sums = ['open_amount', 'still_in_amount', 'won_amount'] as const
/** Two of them under one name. */
const pairOfSums = 'weighted_amount'

/** Fields that a whole row may lack: whether it does is not told either. */
const optional: readonly (readonly [MaskableField, (row: Row) => boolean])[] = [
  ['stage.escalation', (row) => 'guidance' in row && kindOf(row) === 'stage'],
  ['approval_step.condition', (row) => kindOf(row) === 'approval_step' && !('status' in row)],
]

type Row = { readonly [key: string]: Json }

interface Hidden {
  readonly of: ReadonlyMap<Kind, ReadonlySet<string>>
  readonly sums: ReadonlySet<string>
  readonly effects: boolean
}

const known = new WeakMap<Mask, Hidden>()

function hiddenBy(mask: Mask): Hidden {
  const had = known.get(mask)
  if (had) return had
  const of = new Map<Kind, Set<string>>()
  for (const field of mask.fields) {
    const kind = field.slice(0, field.indexOf('.')) as Kind
    of.set(kind, new Set([...(of.get(kind) ?? []), ...namesOf[field]]))
  }
  const hidden = {
    of,
    sums: new Set<string>(mask.fields.has('opportunity.amount') ? sums : []),
    // What a move sets off is a company's action with what the transition says about it.
    effects: mask.fields.has('action.parameters') || mask.fields.has('transition.actions'),
  }
  known.set(mask, hidden)
  return hidden
}

/** The same value where there is nothing in it to hide. */
export function maskJson<Value>(value: Value, mask: Mask): Value {
  return shown(value as Json, null, { mask, hidden: hiddenBy(mask) }) as Value
}

interface Looking {
  readonly mask: Mask
  readonly hidden: Hidden
}

function shown(value: Json, kind: Kind | null, looking: Looking): Json {
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) {
    const items = value.map((item) => shown(item, kind, looking))
    return items.every((item, index) => item === value[index]) ? value : items
  }
  const own = kindOf(value) ?? kind
  const { hidden, mask } = looking
  const names = own === null ? undefined : hidden.of.get(own)
  let changed = false
  const next: Record<string, Json> = {}
  for (const [key, child] of Object.entries(value)) {
    const hides =
      names?.has(key) === true ||
      hidden.sums.has(key) ||
      (key === 'parameters' && hidden.effects && value.kind === 'action') ||
      ((key === 'from' || key === 'to') &&
        typeof value.field === 'string' &&
        names?.has(value.field) === true)
    next[key] = hides
      ? { ...masked }
      : key === pairOfSums && hidden.sums.size > 0
        ? { before: { ...masked }, after: { ...masked } }
        : shown(child, kindUnder(key, value) ?? own, looking)
    changed ||= next[key] !== child
  }
  for (const [field, isWhole] of optional) {
    const [name = ''] = namesOf[field]
    if (!mask.fields.has(field) || name in next || !isWhole(value)) continue
    next[name] = { ...masked }
    changed = true
  }
  return changed ? next : value
}

/** By names that no other kind of row has. */
function kindOf(row: Row): Kind | null {
  if ('stage_code' in row || 'stageCode' in row) return 'stage'
  if ('action_type' in row || 'actionType' in row) return 'action'
  if ('approver' in row && 'allow_delegation' in row) return 'approval_step'
  if ('owner_name' in row || 'opportunity_id' in row) return 'opportunity'
  if ('to_stage_id' in row || 'toStageId' in row) return 'transition'
  return null
}

/** What is listed under a name. */
function kindUnder(key: string, owner: Row): Kind | null {
  switch (key) {
    case 'stage':
    case 'stages':
      return 'stage'
    case 'transition':
    case 'transitions':
      return 'transition'
    case 'deals':
      return 'opportunity'
    case 'previous':
      return 'transition' in owner ? 'transition' : 'stage' in owner ? 'stage' : null
    default:
      return null
  }
}
