/** P32: somebody who was erased comes back with a backup from before, and is erased again at the next start. */
import { appendFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { databaseKinds, startBackend, type TestBackend } from '../../tests/kit/backend.ts'
import { erasedPeople } from './erasedPeople.ts'

const folder = mkdtempSync(join(tmpdir(), 'stagecraft-erased-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe.each(databaseKinds)('people who were erased, on %s', (kind) => {
  let backend: TestBackend
  beforeAll(async () => {
    backend = await startBackend(kind)
  })
  afterAll(async () => {
    expect(backend.bugs).toEqual([])
    await backend.close()
  })

  it('stay erased whatever backup is put back, and nobody else is touched', async () => {
    const path = join(folder, kind)
    const { database, services } = backend
    const erased = erasedPeople(path, services.now)
    const privacy = erased.noting(services.privacy)
    const admin = await backend.member()
    const [anna, bob, cleo] = [
      await backend.colleague(admin, 'auditor'),
      await backend.colleague(admin, 'sales_manager'),
      await backend.colleague(admin, 'sales_manager'),
    ]
    const people = () =>
      database.identity((tx) =>
        tx
          .selectFrom('memberships')
          .innerJoin('users', 'users.id', 'memberships.user_id')
          .select(['users.id', 'users.email', 'users.display_name', 'memberships.is_active'])
          .where('company_id', '=', admin.companyId)
          .orderBy('users.id')
          .execute(),
      )
    expect(await erased.eraseAgain(database, privacy)).toBe(0)
    const before = await people()
    await privacy.erase(admin, anna.userId)
    // As a power cut would leave it.
    appendFileSync(path, '{"company":"')
    await privacy.erase(admin, cleo.userId)
    const after = await people()
    expect(await erased.eraseAgain(database, privacy)).toBe(0)

    // As a backup from before has them; one had left already then, and was no more than a name.
    await database.identity(async (tx) => {
      for (const { id, email, display_name } of before) {
        await tx.updateTable('users').set({ email, display_name }).where('id', '=', id).execute()
        const is_active = id !== cleo.userId
        await tx.updateTable('memberships').set({ is_active }).where('user_id', '=', id).execute()
      }
    })
    expect(await erased.eraseAgain(database, services.privacy)).toBe(2)
    expect(await people()).toEqual(after)
    expect(after.filter(({ email }) => email === bob.email)).toHaveLength(1)
    expect(await erased.eraseAgain(database, services.privacy)).toBe(0)
    expect(await services.audit.verify(admin, 1)).toMatchObject({ ok: true })
  })
})
