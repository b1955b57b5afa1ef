/**
 * What somebody writes without seeing all of it, made whole before it is judged and kept: the sentinel is the value that
 * is there. Who cannot see a field cannot change it, and is not told whether what they sent was right.
 */
import { hasHidden } from '../../src/domain/process/hidden.ts'
import { isMasked, type MaskableField, type Masked } from '../../src/domain/process/masking.ts'
import type { ProcessDocument } from '../../src/domain/process/process.ts'
import { ApiError } from '../apiError.ts'
import type { Mask } from './mask.ts'

type Thing = 'stage' | 'transition' | 'action'

/** Names are the same in code and on the wire. */
const maskableNames = {
  stage: ['description', 'guidance', 'notes', 'escalation'],
  transition: ['actions'],
  action: ['parameters'],
} as const satisfies { readonly [T in Thing]: readonly string[] }

export const hides = (mask: Mask | undefined, field: MaskableField): boolean =>
  mask?.fields.has(field) === true
const hidesOf = (mask: Mask | undefined, thing: Thing, name: string): boolean =>
  hides(mask, `${thing}.${name}` as MaskableField)

/** @throws ApiError VALIDATION_FAILED: the sentinel stands where nothing can stay as it is. */
export function refuseNothingHidden(path: string): never {
  const message = 'Nothing is hidden here that could stay as it is: leave the field out, or say a value.'
  throw new ApiError('VALIDATION_FAILED', `${path} is not valid: ${message}`, {
    in: 'body',
    issues: [{ path, message }],
  })
}

/** @throws ApiError PERMISSION_DENIED: something is asked for that takes seeing a field. */
export function refuseUnseen(
  path: string,
  so = 'so you cannot change it: leave it out, or send it back as you read it.',
): never {
  throw new ApiError('PERMISSION_DENIED', `${path} is hidden from you, ${so}`, {
    permission: 'view_sensitive',
    path,
  })
}

/** What a row holds before anybody says anything. */
const isNeutral = (value: unknown): boolean =>
  value === undefined ||
  value === null ||
  value === '' ||
  (typeof value === 'object' && Object.keys(value).length === 0)

export type Unmasked<Fields> = { [Name in keyof Fields]: Exclude<Fields[Name], Masked> }

/**
 * The fields that a body names without those that stay hidden, which keep what they hold.
 * @param at how the body's fields are said in refusals, as in `changes.0.`.
 * @throws ApiError VALIDATION_FAILED, PERMISSION_DENIED.
 */
export function writable<Fields extends object>(
  thing: Thing,
  fields: Fields,
  given: { readonly mask?: Mask | undefined; readonly isNew?: boolean; readonly at?: string },
): Unmasked<Fields> {
  const { mask, isNew = false, at = '' } = given
  const kept = Object.entries(fields).filter(([name, value]) => {
    const field = maskableNames[thing].find((one) => one === name)
    if (field === undefined) return true
    const hidden = hidesOf(mask, thing, field)
    if (isMasked(value)) {
      if (isNew || !hidden) refuseNothingHidden(at + name)
      return false
    }
    if (hidden && !(isNew && isNeutral(value))) refuseUnseen(at + name)
    return true
  })
  return Object.fromEntries(kept) as Unmasked<Fields>
}

/**
 * A document as it was sent with all that was hidden from its writer as it is in `current`; without a `hidden` in any
 * row. @throws ApiError VALIDATION_FAILED, PERMISSION_DENIED.
 */
export function settled(
  document: ProcessDocument,
  current: ProcessDocument | null,
  mask: Mask | undefined,
): ProcessDocument {
  const stages = rowsSettled('stage', document.stages, current?.stages ?? {}, mask)
  const transitions = rowsSettled('transition', document.transitions, current?.transitions ?? {}, mask)
  if (stages === document.stages && transitions === document.transitions) return document
  return { ...document, stages, transitions }
}

type Held = { readonly id: string; readonly hidden?: string[] | undefined }

function rowsSettled<Row extends Held>(
  thing: 'stage' | 'transition',
  rows: Readonly<Record<string, Row>>,
  current: Readonly<Record<string, Row>>,
  mask: Mask | undefined,
): Readonly<Record<string, Row>> {
  if (!mask && !Object.values(rows).some(({ hidden }) => hidden)) return rows
  return Object.fromEntries(
    Object.values(rows).map((row) => {
      const had = Object.hasOwn(current, row.id) ? current[row.id] : undefined
      const at = `document.${thing}s.${row.id}.`
      const { hidden = [], ...seen } = row
      const hiddenHere: ReadonlySet<string> = new Set(hidden)
      const named = Object.fromEntries(
        maskableNames[thing]
          .filter((name) => !hiddenHere.has(name))
          .map((name) => [name, Reflect.get(row, name)]),
      )
      for (const name of hidden) if (!had || !hidesOf(mask, thing, name)) refuseNothingHidden(at + name)
      if (mask) writable(thing, named, { mask, isNew: !had, at })
      return [row.id, withOwn(seen, had, hidden) as Row]
    }),
  )
}

/** The row with these fields as another one has them, also where that one lacks them. */
function withOwn(row: object, from: object | undefined, names: readonly string[]): object {
  if (names.length === 0 || !from) return row
  const next = new Map(Object.entries(row))
  for (const name of names) {
    const value: unknown = Reflect.get(from, name)
    if (value === undefined) next.delete(name)
    else next.set(name, value)
  }
  return Object.fromEntries(next)
}

/** For whoever sees again what was hidden when this was kept: as it was then, or nothing where that is not known. */
export function filled(
  document: ProcessDocument,
  from: ProcessDocument | null,
  mask: Mask | undefined,
): ProcessDocument {
  const rows = <Row extends Held>(
    thing: 'stage' | 'transition',
    own: Readonly<Record<string, Row>>,
    theirs: Readonly<Record<string, Row>>,
  ): Record<string, Row> =>
    Object.fromEntries(
      Object.values(own).map((row) => {
        const { hidden = [], ...seen } = row
        const still = hidden.filter((name) => hidesOf(mask, thing, name))
        const again = hidden.filter((name) => !still.includes(name))
        const next = withOwn(seen, theirs[row.id], again)
        return [row.id, (still.length > 0 ? { ...next, hidden: still } : next) as Row]
      }),
    )
  if (!hasHidden(document)) return document
  return {
    ...document,
    stages: rows('stage', document.stages, from?.stages ?? {}),
    transitions: rows('transition', document.transitions, from?.transitions ?? {}),
  }
}
