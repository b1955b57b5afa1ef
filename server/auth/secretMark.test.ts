/** One database, one secret: another one is told before it does harm. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { databaseKinds, startBackend, type TestBackend } from '../../tests/kit/backend.ts'
import { utf8 } from './bytes.ts'
import { proveSecret } from './secretMark.ts'

const ours = utf8('the secret of this installation, kept')
const another = utf8('the secret of some other installation')

describe.each(databaseKinds)('a database on %s that was used with a secret', (kind) => {
  let backend: TestBackend
  beforeAll(async () => {
    backend = await startBackend(kind)
    await proveSecret(backend.database, ours)
  })
  afterAll(() => backend.close())

  it('is opened with it, however often', async () => {
    await proveSecret(backend.database, ours)
  })

  it('is refused with another one, in a sentence that names the way out and neither of them', async () => {
    const refused = proveSecret(backend.database, another)
    await expect(refused).rejects.toThrow(/^AUTH_SECRET .* --new-secret/)
    await expect(refused).rejects.not.toThrow(/some other installation/)
    await proveSecret(backend.database, ours)
  })

  it('goes over to another one where somebody says so, and then wants that', async () => {
    await proveSecret(backend.database, another, true)
    await proveSecret(backend.database, another)
    await expect(proveSecret(backend.database, ours)).rejects.toThrow('AUTH_SECRET')
  })
})
