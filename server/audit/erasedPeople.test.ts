/** P32: somebody who was erased comes back with a backup from before, and is erased again at the next start. */
import { appendFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { databaseKinds, startBackend, type TestBackend, testPassword } from '../../tests/kit/backend.ts'
import type { Actor } from '../services.ts'
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
        await tx
          .updateTable('memberships')
          .set({ is_active, erased_at: null })
          .where('user_id', '=', id)
          .execute()
      }
    })
    expect(await erased.eraseAgain(database, services.privacy)).toBe(2)
    expect(await people()).toEqual(after)
    expect(after.filter(({ email }) => email === bob.email)).toHaveLength(1)
    expect(await erased.eraseAgain(database, services.privacy)).toBe(0)
    expect(await services.audit.verify(admin, 1)).toMatchObject({ ok: true })
  })

  describe('who works for two companies', () => {
    const named = async (id: string) =>
      backend.database.identity((tx) =>
        tx.selectFrom('users').select(['email', 'display_name']).where('id', '=', id).executeTakeFirst(),
      )
    const invited = async (by: Actor, email: string) => {
      const { invitations, identity } = backend.services
      const { token } = await invitations.invite(by, { email, role: 'sales_manager', language: 'en' })
      await identity.join({ token, password: testPassword, address: '' })
    }
    const inTwoCompanies = async () => {
      const [first, second] = [await backend.member(), await backend.member()]
      const dana = await backend.colleague(first, 'sales_manager')
      await invited(second, dana.email)
      return { first, second, dana }
    }
    const seenBy = async (admin: Actor, id: string) => {
      const { audit, members } = backend.services
      const { rows } = await audit.list(admin, { entityId: id }, { offset: 0, limit: 50 })
      return JSON.stringify([await members.list(admin), rows])
    }

    it('keeps the name until the last of them has erased it, and is a stranger to the first at once', async () => {
      const { privacy, members } = backend.services
      const { first, second, dana } = await inTwoCompanies()
      await members.update(first, dana.userId, { role: 'auditor', isActive: undefined })
      expect(await seenBy(first, dana.userId)).toContain(dana.displayName)
      await privacy.erase(first, dana.userId)
      expect(await named(dana.userId)).toMatchObject({ display_name: dana.displayName })
      expect(await seenBy(first, dana.userId)).not.toContain(dana.displayName)
      expect(await privacy.export(first, dana.userId)).toBeNull()
      const back = { role: undefined, isActive: true }
      expect(await members.update(first, dana.userId, back)).toBeNull()
      await privacy.erase(second, dana.userId)
      expect(await named(dana.userId)).toEqual({
        email: `${dana.userId}@erased.invalid`,
        display_name: 'Erased person',
      })
    })

    it('loses it as well where both erase at once', async () => {
      const { first, second, dana } = await inTwoCompanies()
      await Promise.all([first, second].map((by) => backend.services.privacy.erase(by, dana.userId)))
      expect(await named(dana.userId)).toMatchObject({ display_name: 'Erased person' })
    })

    it('keeps it while the other company has only shut them out', async () => {
      const { privacy, members } = backend.services
      const { first, second, dana } = await inTwoCompanies()
      await members.update(first, dana.userId, { role: undefined, isActive: false })
      await privacy.erase(second, dana.userId)
      expect(await named(dana.userId)).toMatchObject({ display_name: dana.displayName })
    })

    it('may be invited again where they were erased, and is erased again by an older backup alone', async () => {
      const { database, services, clock } = backend
      const erased = erasedPeople(join(folder, `${kind}-two`), services.now)
      const privacy = erased.noting(services.privacy)
      const { first, second, dana } = await inTwoCompanies()
      await privacy.erase(first, dana.userId)
      clock.advance(1_000)
      await invited(first, dana.email)
      expect(await seenBy(first, dana.userId)).toContain(dana.displayName)
      expect(await erased.eraseAgain(database, privacy)).toBe(0)
      await privacy.erase(first, dana.userId)
      await privacy.erase(second, dana.userId)

      // As a backup from between the two has them.
      await database.identity(async (tx) => {
        const { email, displayName: display_name } = dana
        await tx.updateTable('users').set({ email, display_name }).where('id', '=', dana.userId).execute()
        await tx
          .updateTable('memberships')
          .set({ is_active: true, erased_at: null })
          .where('user_id', '=', dana.userId)
          .where('company_id', '=', second.companyId)
          .execute()
      })
      expect(await erased.eraseAgain(database, services.privacy)).toBe(1)
      expect(await named(dana.userId)).toMatchObject({ display_name: 'Erased person' })
    })
  })
})
