/** An export of the audit trail, taken from the server and proven by the command line without it. */
import { v7 } from 'uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { main } from '../../cli/main.ts'
import { pbkdf2Passwords } from '../../server/auth/pbkdf2Passwords.ts'
import { createServices } from '../../server/createServices.ts'
import type { Actor } from '../../server/services.ts'
import type { AuditLine } from '../../src/contract/audit.ts'
import { startBackend, type TestBackend } from '../kit/backend.ts'
import { threeStages, writerFor } from '../kit/writer.ts'

type Lines = readonly AuditLine[]
type Entry = Extract<AuditLine, { kind: 'entry' }>

const asText = (lines: readonly unknown[]) => lines.map((line) => JSON.stringify(line)).join('\n')

async function verify(lines: Lines, ...options: string[]) {
  return proven({ 'trail.jsonl': asText(lines) }, ...options)
}

async function proven(files: Readonly<Record<string, string>>, ...options: string[]) {
  let out = ''
  const code = await main(['audit', 'verify', 'trail.jsonl', ...options], {
    out: (said) => {
      out += said
    },
    err: (said) => {
      out += said
    },
    read: (path) => new TextEncoder().encode(files[path] ?? ''),
    write: () => {},
    color: false,
  })
  return { code, out }
}

describe('an exported audit trail', () => {
  let backend: TestBackend
  let actor: Actor
  let lines: Lines
  beforeAll(async () => {
    backend = await startBackend('PGlite')
    actor = await backend.member('auditor')
    const { publish } = writerFor(
      () => backend,
      () => actor,
    )
    await publish(threeStages(), 0, { reason: 'Größer “als” gedacht \u2028 ✓' })
    await backend.services.checkpoints.make(actor.companyId)
    await backend.services.settings.save(actor, { 'opportunities.note': 'ä\n"\\' })
    await backend.services.settings.save(actor, { 'opportunities.note': 2 })
    lines = (await backend.services.audit.export(actor, 1)).lines
  })
  afterAll(() => backend.close())

  const changed = (seq: number, change: Partial<Entry>): Lines =>
    lines.map((line) => (line.kind === 'entry' && line.seq === seq ? { ...line, ...change } : line))
  const without = (kind: AuditLine['kind'], seq: number): Lines =>
    lines.filter((line) => line.kind !== kind || !('seq' in line) || line.seq !== seq)

  it('holds, and says how far it is signed', async () => {
    const { code, out } = await verify(lines)
    expect(out).toContain('4 entries, 2 checkpoints, signed up to entry 4')
    expect(out).toContain('Nothing was changed, removed or put in.')
    expect(code).toBe(0)
  })

  it('was itself written down', () => {
    expect(lines.findLast((line) => line.kind === 'entry')).toMatchObject({ type: 'audit.exported' })
  })

  it.each<[string, () => Lines, RegExp]>([
    ['a changed body', () => changed(2, { body: '{}' }), /Entry 2: It was changed/],
    ['another person', () => changed(2, { user_id: null }), /Entry 2: It was changed/],
    ['another moment', () => changed(2, { at: '2020-01-01T00:00:00.000000Z' }), /Entry 2: It was changed/],
    ['a missing entry', () => without('entry', 2), /Entry 3: After 1 entries are missing/],
    ['a cut beginning', () => without('entry', 1), /Entry 2: After 0 entries are missing/],
    ['a cut end', () => without('entry', 4), /Entry 4: (The export ends|A signed checkpoint speaks)/],
    ['an entry twice', () => lines.flatMap((line) => [line, line]), /It is there twice/],
    [
      'other private words',
      () => changed(1, { private: { salt: '00', content: '{}' } }),
      /Entry 1: The words kept beside it/,
    ],
    ['a missing checkpoint', () => without('checkpoint', 1), /A checkpoint before this one is missing/],
    ['no checkpoint', () => lines.filter(({ kind }) => kind !== 'checkpoint'), /No checkpoint vouches/],
    [
      'a forged checkpoint',
      () => lines.map((line) => (line.kind === 'checkpoint' ? { ...line, hash: 'ab' } : line)),
      /not signed by the key/,
    ],
  ])('shows %s', async (_, forged, message) => {
    const { code, out } = await verify(forged())
    expect(out).toMatch(message)
    expect(code).toBe(1)
  })

  it('is held to the key that was noted before', async () => {
    const header = lines.find((line) => line.kind === 'header')
    expect((await verify(lines, '--key', header?.public_key ?? '')).code).toBe(0)
    expect((await verify(lines, '--key', 'another')).out).toContain('signed with another key')
  })

  describe('held to checkpoints that somebody fetched and kept', () => {
    const heldTo = (kept: readonly unknown[], trail: Lines = lines) =>
      proven({ 'trail.jsonl': asText(trail), kept: asText(kept) }, '--checkpoints', 'kept')
    const fetched = (from = 1) => backend.services.audit.checkpoints(actor, from)

    it('holds, as they came or one a line, and counts them', async () => {
      const answer = await fetched()
      expect(answer.next).toBeNull()
      const { code, out } = await heldTo([answer])
      expect(out).toContain('Held to 2 checkpoints that you kept')
      expect(code).toBe(0)
      expect((await heldTo((await fetched(2)).lines)).out).toContain('Held to 1 checkpoint that you kept')
    })

    it('shows a trail that was cut together with its own checkpoints, or built anew', async () => {
      const { lines: kept } = await fetched()
      const shorter = lines
        .filter((line) => !('seq' in line) || line.seq < 4)
        .map((line) => (line.kind === 'header' ? { ...line, head: 3 } : line))
      expect((await verify(shorter)).code).toBe(0)
      const { code, out } = await heldTo(kept, shorter)
      expect(out).toContain('Entry 4: You kept a checkpoint of this entry, but it is missing.')
      expect(code).toBe(1)
      const moved = kept.map((one) => ({ ...one, seq: 2 }))
      expect((await heldTo(moved)).out).toMatch(/Entry 2: .* not signed by a key of the trail/)
      const restored = shorter.map((line) => (line.kind === 'header' ? { ...line, epoch: 'another' } : line))
      expect((await heldTo(kept, restored)).out).toContain('A backup was put back since')
    })

    it('says in one sentence what has none', async () => {
      expect((await heldTo([{ kind: 'entry' }])).out).toBe(
        'stagecraft: kept: It has no checkpoint: fetch them from /api/audit/checkpoints/.\n',
      )
    })
  })

  it('still holds where words about a person were erased', async () => {
    const erased = changed(1, { private: null })
    const { code, out } = await verify(erased)
    expect(out).toContain('1 entry with personal words erased')
    expect(code).toBe(0)
  })

  it('says in one sentence what is no export', async () => {
    expect(await verify([])).toEqual({
      code: 2,
      out: 'stagecraft: trail.jsonl: It has no header of an audit export: export the trail again.\n',
    })
  })
})

describe('a trail whose key was changed', () => {
  let backend: TestBackend
  let actor: Actor
  beforeAll(async () => {
    backend = await startBackend('PGlite')
    actor = await backend.member('auditor')
  })
  afterAll(() => backend.close())

  const master = new Uint8Array(32).fill(7)
  const secret = (byte: number) => new Uint8Array(32).fill(byte)
  const signedWith = (...checkpoints: Uint8Array<ArrayBuffer>[]) =>
    createServices({
      database: backend.database,
      clock: backend.clock.now,
      newId: v7,
      secrets: { master, passwords: pbkdf2Passwords(10), checkpoints },
      report: (error) => backend.bugs.push(error),
    })

  it('is followed from whichever key one noted, by the server and without it; not by a stranger', async () => {
    const first = signedWith()
    const write = (note: number) => first.settings.save(actor, { 'opportunities.note': note })
    await write(1)
    const old = await first.checkpoints.make(actor.companyId)
    const second = signedWith(secret(1))
    expect(await second.audit.verify(actor, 1)).toMatchObject({ ok: true })
    await write(2)
    await second.checkpoints.make(actor.companyId)
    await write(3)
    const third = signedWith(secret(2), secret(1))
    const { lines } = await third.audit.export(actor, 1)
    expect(await third.audit.verify(actor, 1)).toMatchObject({ ok: true, checkpoints_checked: 3 })
    // The one before is not needed any more once it has handed over.
    expect(await signedWith(secret(2)).audit.verify(actor, 1)).toMatchObject({ ok: true })

    const [header] = lines
    const now = header?.kind === 'header' ? header.public_key : ''
    for (const key of [old?.key ?? '', now]) expect((await verify(lines, '--key', key)).code).toBe(0)
    const stranger = signedWith(secret(9))
    expect((await verify(lines, '--key', (await stranger.audit.verify(actor, 1)).public_key)).out).toMatch(
      /signed with another key/,
    )
    const claimed = lines.map((line) =>
      line.kind === 'checkpoint' && line.handover ? { ...line, handover: line.signature } : line,
    )
    expect((await verify(claimed)).out).toMatch(/not signed by the key of the trail/)
    expect(backend.bugs).toEqual([])
  })
})
