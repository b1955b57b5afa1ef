/** Takes a lost second factor away for its owner: their password alone lets them in, and they are out everywhere. */
import type { Tx } from '../database/database.ts'
import { peopleWords } from '../mail/peopleWords.ts'
import { languageOf, type Postbox } from '../mail/postbox.ts'
import { endSessions } from './endSessions.ts'
import { forgetSecondFactor } from './secondFactor.ts'

const day = 24 * 3_600_000

/** False where none was on. Who did it is audited by whoever calls this. */
export async function resetFactor(
  tx: Tx,
  person: { readonly id: string; readonly email: string; readonly name: string },
  {
    at,
    by,
    company,
    postbox,
  }: {
    readonly at: string
    readonly by: string
    readonly company: { readonly id: string; readonly name: string }
    readonly postbox: Postbox
  },
): Promise<boolean> {
  if (!(await takeFactor(tx, person.id, at))) return false
  const words = peopleWords[await languageOf(tx, company.id, person.id)]
  await postbox.put(tx, {
    companyId: company.id,
    userId: person.id,
    to: person.email,
    kind: 'second_factor_reset',
    at,
    written: words.secondFactorReset({ name: person.name, by, company: company.name }),
    keptTrying: day,
  })
  return true
}

/** False where none was on. */
export async function takeFactor(tx: Tx, userId: string, at: string): Promise<boolean> {
  const factor = await tx
    .selectFrom('second_factors')
    .select('user_id')
    .where('user_id', '=', userId)
    .where('confirmed_at', 'is not', null)
    .forUpdate()
    .executeTakeFirst()
  if (!factor) return false
  await forgetSecondFactor(tx, userId)
  await endSessions(tx, { userId }, at)
  return true
}
