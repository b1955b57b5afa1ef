/**
 * What an audit row may hold about people is kept apart from the chain, so that it can be erased without breaking it:
 * reasons, comments with the names of those who wrote them, justifications. The chain keeps ids and everything else.
 */
import type { Json } from '../services.ts'

type JsonObject = { readonly [key: string]: Json }

/** Words that people wrote about a change; at the top of a body. */
const ofTheChange: ReadonlySet<string> = new Set(['reason', 'note', 'comment'])
/** Words that people wrote inside a process: in these tables of its difference, under these names. */
const tables: ReadonlySet<string> = new Set(['comments', 'waivers'])
const ofARow: ReadonlySet<string> = new Set(['text', 'byName', 'justification'])

interface Apart {
  readonly open: JsonObject
  /** By JSON pointer into the body; null where there is nothing personal. */
  readonly personal: JsonObject | null
}

/** `joinPersonal(split.open, split.personal)` is the body again, apart from the order of keys. */
export function splitPersonal(body: JsonObject): Apart {
  const personal: Record<string, Json> = {}
  const walk = (value: Json, path: readonly string[]): Json => {
    if (Array.isArray(value)) return value.map((item, index) => walk(item, [...path, String(index)]))
    if (value === null || typeof value !== 'object') return value
    const kept = Object.entries(value).flatMap(([key, child]): [string, Json][] => {
      const here = [...path, key]
      if (child !== null && isPersonal(here)) {
        personal[pointerOf(here)] = child
        return []
      }
      return [[key, walk(child, here)]]
    })
    return Object.fromEntries(kept)
  }
  const open = Object.fromEntries(
    Object.entries(body).flatMap(([key, value]): [string, Json][] => {
      if (ofTheChange.has(key) && value !== null) {
        personal[pointerOf([key])] = value
        return []
      }
      return [[key, walk(value, [key])]]
    }),
  )
  return { open, personal: Object.keys(personal).length > 0 ? personal : null }
}

/** The body with what was kept apart in its places; without what was erased. */
export function joinPersonal(open: JsonObject, personal: JsonObject | null): JsonObject {
  if (!personal) return open
  const joined: Record<string, Json> = structuredClone({ ...open })
  for (const [pointer, value] of Object.entries(personal)) {
    const path = pointer.slice(1).split('/').map(unescaped)
    const last = path.pop()
    let at: Json = joined
    for (const key of path) at = childOf(at, key)
    if (last !== undefined && at !== null && typeof at === 'object' && !Array.isArray(at)) at[last] = value
  }
  return joined
}

const isPersonal = ([root, table, ...rest]: readonly string[]): boolean =>
  root === 'changes' && tables.has(table ?? '') && ofARow.has(rest.at(-1) ?? '')

const pointerOf = (path: readonly string[]): string =>
  path.map((key) => `/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`).join('')
const unescaped = (key: string): string => key.replaceAll('~1', '/').replaceAll('~0', '~')

function childOf(value: Json, key: string): Json {
  if (Array.isArray(value)) return value[Number(key)] ?? null
  if (value !== null && typeof value === 'object' && Object.hasOwn(value, key)) return value[key] ?? null
  return null
}
