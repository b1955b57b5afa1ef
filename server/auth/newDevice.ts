/**
 * A mail to whoever was signed in as, from a device of which none of their remembered sessions is: once for each kind
 * of device, of which there are a few dozen, so that nobody's mailbox is filled. Where none is remembered, the first
 * sign-in of a new account is expected and one after a long absence is not.
 */
import { type DeviceFamily, deviceFamily } from '../../src/contract/deviceFamily.ts'
import type { Tx } from '../database/database.ts'
import { peopleWords } from '../mail/peopleWords.ts'
import { languageOf, type Postbox } from '../mail/postbox.ts'
import type { Member } from './members.ts'

interface BegunSession {
  readonly id: string
  readonly device: string
  readonly address: string
  /** ISO 8601. */
  readonly at: string
  /** Milliseconds for which sessions are remembered. */
  readonly remembered: number
}

const sameFamily = (one: DeviceFamily, other: DeviceFamily) =>
  one.browser === other.browser && one.system === other.system

/** @returns whether a mail waits. The session stands in the same transaction. */
export async function tellOfNewDevice(
  tx: Tx,
  member: Member,
  { id, device, address, at, remembered }: BegunSession,
  postbox: Postbox,
): Promise<boolean> {
  if (postbox.way === 'none') return false
  // Held, so that of two sign-ins at once the later one knows of the other.
  const { created_at: created } = await tx
    .selectFrom('users')
    .select('created_at')
    .where('id', '=', member.user_id)
    .forUpdate()
    .executeTakeFirstOrThrow()
  const others = await tx
    .selectFrom('sessions')
    .select('device')
    .distinct()
    .where('user_id', '=', member.user_id)
    .where('id', '!=', id)
    .execute()
  const family = deviceFamily(device)
  const expected =
    others.length === 0
      ? Date.parse(at) - Date.parse(created) < remembered
      : others.some((other) => sameFamily(deviceFamily(other.device), family))
  if (expected) return false
  const language = await languageOf(tx, member.company_id, member.user_id)
  await postbox.put(tx, {
    companyId: member.company_id,
    userId: member.user_id,
    to: member.email,
    kind: 'new_device',
    at,
    written: peopleWords[language].newDevice({ name: member.display_name, ...family, address, at }),
    keptTrying: 24 * 3_600_000,
  })
  return true
}
