/** The drill on the command line, as it is done at night: save, lose the folder, put back, start the server again. */
import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, it } from 'vitest'
import { startServer } from '../../tests/kit/server.ts'

const home = mkdtempSync(join(tmpdir(), 'stagecraft-drill-'))
afterAll(() => rmSync(home, { recursive: true, force: true }))

const main = fileURLToPath(new URL('../../cli/main.ts', import.meta.url))
const lost = join(home, 'lost')
const back = join(home, 'back')
const file = join(home, 'saved.stagecraft')
const run = (data: string, passphrase: string, ...args: string[]) =>
  spawnSync(process.execPath, [main, ...args], {
    encoding: 'utf8',
    env: { ...process.env, DATABASE_URL: '', DATA_DIR: data, BACKUP_PASSPHRASE: passphrase },
  })

const signsIn = (url: string, email: string): Promise<Response> =>
  fetch(`${url}/api/auth/login/`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ email, password: 'Stagecraft-demo-1' }),
  })
const bearerOf = async (url: string, email: string) => {
  const { access_token: access }: { access_token: string } = await (await signsIn(url, email)).json()
  return { Authorization: `Bearer ${access}` }
}

describe('the drill', () => {
  it('brings a lost installation back, with everybody still signed in but who was erased since', async () => {
    const first = await startServer({ DATA_DIR: lost })
    const bearer = await bearerOf(first.url, 'director@demo.example')
    const before = await (await fetch(`${first.url}/api/sales-processes/`, { headers: bearer })).json()

    expect(run(lost, 'a long passphrase', 'backup', file)).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('in use by another Stagecraft'),
    })
    await first.stop()
    const mistyped = join(home, 'mistyped')
    expect(run(mistyped, 'a long passphrase', 'backup', file)).toMatchObject({
      status: 2,
      stderr: expect.stringContaining(`no installation is in ${mistyped}`),
    })
    expect(existsSync(mistyped)).toBe(false)
    expect(run(lost, 'short', 'backup', file)).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('BACKUP_PASSPHRASE has 5'),
    })
    const savedSince = performance.now()
    const saved = run(lost, 'a long passphrase', 'backup', file)
    const saving = performance.now() - savedSince
    expect([saved.status, saved.stderr]).toEqual([0, expect.any(String)])
    expect(saved.stdout).toMatch(/^Saved \d+ rows/)
    expect(statSync(file).mode & 0o077).toBe(0)
    expect(run(lost, 'a long passphrase', 'backup', file).status).toBe(2)

    const between = await startServer({ DATA_DIR: lost })
    const headers = await bearerOf(between.url, 'administrator@demo.example')
    const members = await (await fetch(`${between.url}/api/members/`, { headers })).json()
    const leaves = members.results.find(({ email }: { email: string }) => email.startsWith('representative'))
    const erased = await fetch(`${between.url}/api/privacy/people/${leaves.id}/`, {
      method: 'DELETE',
      headers,
    })
    expect(erased.ok).toBe(true)
    await between.stop()

    mkdirSync(back)
    cpSync(join(lost, 'erased-people.jsonl'), join(back, 'erased-people.jsonl'))
    rmSync(lost, { recursive: true })
    expect(run(back, 'another passphrase', 'restore', file)).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('passphrase is wrong'),
    })
    const lostSince = performance.now()
    expect(run(back, 'a long passphrase', 'restore', file)).toMatchObject({
      status: 0,
      stdout: expect.stringMatching(/^Put back \d+ rows/),
    })

    const second = await startServer({ DATA_DIR: back })
    const after = await (await fetch(`${second.url}/api/sales-processes/`, { headers: bearer })).json()
    const seconds = (milliseconds: number) => `${(milliseconds / 1_000).toFixed(1)} s`
    // RPO: what was written since the last backup began, so as often as one takes so long can be made; RTO: until then.
    process.stdout.write(
      `saved in ${seconds(saving)}; answering again ${seconds(performance.now() - lostSince)} after the loss\n`,
    )
    expect(after).toEqual(before)
    expect((await signsIn(second.url, 'representative@demo.example')).status).toBe(401)
    expect((await signsIn(second.url, 'manager@demo.example')).status).toBe(200)
    expect(await second.stop()).toBe(0)
    expect(run(back, 'a long passphrase', 'restore', file)).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('not empty'),
    })
  }, 300_000)
})
