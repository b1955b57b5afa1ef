/** Somebody whom a process names: a role, a person by address, the owner of the deal or that owner's manager. */
import { z } from 'zod'

export const whoSchema = z.strictObject({
  kind: z.enum(['role', 'user', 'owner', 'manager_of_owner']),
  /** The role or the person; empty where the kind says it all. */
  ref: z.string().max(200),
})
export type Who = z.infer<typeof whoSchema>

/** One text for one somebody, and back: `role:sales_director`, `owner`. */
export const whoKey = (who: Who): string => (isNamed(who) ? `${who.kind}:${who.ref}` : who.kind)

export function whoOfKey(key: string): Who {
  const [kind = '', ...ref] = key.split(':')
  if (kind === 'owner' || kind === 'manager_of_owner') return { kind, ref: '' }
  return { kind: kind === 'user' ? 'user' : 'role', ref: ref.join(':') }
}

/** A role or a person without a name is nobody. */
export const isNobody = (who: Who): boolean => isNamed(who) && who.ref.trim() === ''

/** Roles and persons go by a name; the owner and the owner's manager are somebody else with every deal. */
export const isNamed = ({ kind }: Who): boolean => kind === 'role' || kind === 'user'

/** "sales director", "ada@acme.example", "the owner", "the owner’s manager". */
export function whoInWords({ kind, ref }: Who): string {
  switch (kind) {
    case 'owner':
      return 'the owner'
    case 'manager_of_owner':
      return 'the owner’s manager'
    case 'user':
      return ref
    case 'role':
      return ref.replaceAll('_', ' ')
  }
}

/** "a", "a or b", "a, b or c", "a, b or 3 others", in a sentence; so too with "and". */
export function listInWords(who: readonly Who[], joined: 'or' | 'and'): string {
  const [first = '', second, third, ...more] = who.map(whoInWords)
  if (second === undefined) return first
  if (third === undefined) return `${first} ${joined} ${second}`
  return more.length === 0
    ? `${first}, ${second} ${joined} ${third}`
    : `${first}, ${second} ${joined} ${more.length + 1} others`
}
