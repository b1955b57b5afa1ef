/** Somebody signs in as you from elsewhere: you read it in a mail, once, in your language, and not of your own devices. */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { databaseKinds, startBackend, type TestBackend, testPassword } from '../../tests/kit/backend.ts'
import { takeMails } from '../../tests/kit/mails.ts'
import { startSending } from '../../tests/kit/sending.ts'
import { mailTransport } from '../mail/transport.ts'
import type { Actor } from '../services.ts'

const linux = (version: number) => `Mozilla/5.0 (X11; Linux x86_64; rv:${version}.0) Firefox/${version}.0`
const windows =
  'Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Safari/537.36'
const day = 24 * 3_600_000

describe.each(databaseKinds)('a sign-in from a new device, on %s', (kind) => {
  let backend: TestBackend
  beforeAll(async () => {
    backend = await startBackend(kind, { mailWay: 'file' })
  })
  afterAll(async () => {
    expect(backend.bugs).toEqual([])
    await backend.close()
  })
  const signIn = ({ email }: Actor, device: string, address = '10.0.0.1') =>
    backend.services.identity.signIn({ email, password: testPassword, address, device })
  const mailsTo = async ({ email }: Actor) =>
    (await takeMails(backend)).filter(({ to }) => to === email).map(({ text }) => text)

  it('is told once, and neither is the first one of an account nor a newer browser', async () => {
    const person = await backend.member()
    await signIn(person, linux(140))
    await signIn(person, linux(141), '10.9.9.9')
    expect(await mailsTo(person)).toEqual([])
    await signIn(person, windows, '203.0.113.7')
    await signIn(person, windows)
    const [text, ...more] = await mailsTo(person)
    expect(text).toContain('Chrome on Windows, from the address 203.0.113.7, on ')
    expect(more).toEqual([])
  })

  it('is told in the language of whoever reads it, into a file where no server takes mails', async () => {
    const person = await backend.member()
    const { actor } = await signIn(person, linux(140))
    await backend.services.mail.prefer(actor, { language: 'de' })
    await signIn(person, 'curl/8.5.0\nBuy here: https://bad.example')
    const folder = mkdtempSync(join(tmpdir(), 'stagecraft-new-device-'))
    const mails = mailTransport({ smtpUrl: undefined, from: 'a@b.example', folder })
    const sender = startSending(backend, { keptTrying: day, mails })
    await sender.settled()
    await sender.close()
    const files = readdirSync(folder).map((name) => readFileSync(join(folder, name), 'utf8'))
    rmSync(folder, { recursive: true })
    const [mail] = files.filter((file) => file.includes(person.email))
    expect(mail).toContain('Subject: Neue Anmeldung in Ihrem Konto')
    expect(mail).toContain('Ein unbekanntes Ger=C3=A4t, von der Adresse 10.0.0.1')
    expect(mail).not.toContain('bad.example')
  })

  it('is told once however many come at once and whatever they call themselves', async () => {
    const person = await backend.member()
    await signIn(person, linux(140))
    await Promise.all(['a/1', 'b/2', 'c/3', ''].map((device) => signIn(person, device)))
    expect(await mailsTo(person)).toHaveLength(1)
  })

  it('is told after a long absence, when nothing is remembered any more', async () => {
    const person = await backend.member()
    await signIn(person, linux(140))
    backend.clock.advance(31 * day)
    await signIn(person, linux(140))
    expect(await mailsTo(person)).toHaveLength(1)
  })

  it('is none where somebody goes on in another company', async () => {
    const [person, other] = [await backend.member(), await backend.member()]
    const { actor } = await signIn(person, linux(140))
    await backend.database.identity((tx) =>
      tx
        .insertInto('memberships')
        .values({
          company_id: other.companyId,
          user_id: person.userId,
          role: 'auditor',
          is_active: true,
          created_at: backend.services.now(),
        })
        .execute(),
    )
    expect(await backend.services.identity.switchCompany(actor, other.companyId)).not.toBeNull()
    expect(await mailsTo(person)).toEqual([])
  })
})
