/** The drill on the command line, as it is done at night: save, lose the folder, put back, start the server again. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, statSync } from 'node:fs'
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

describe('the drill', () => {
  it('brings a lost installation back, with everybody still signed in', async () => {
    const first = await startServer({ DATA_DIR: lost })
    const signedIn = await fetch(`${first.url}/api/auth/login/`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ email: 'director@demo.example', password: 'Stagecraft-demo-1' }),
    })
    const { access_token: access }: { access_token: string } = await signedIn.json()
    const bearer = { Authorization: `Bearer ${access}` }
    const before = await (await fetch(`${first.url}/api/sales-processes/`, { headers: bearer })).json()

    expect(run(lost, 'a long passphrase', 'backup', file)).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('in use by another Stagecraft'),
    })
    await first.stop()
    expect(run(lost, 'short', 'backup', file)).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('BACKUP_PASSPHRASE has 5'),
    })
    const saved = run(lost, 'a long passphrase', 'backup', file)
    expect([saved.status, saved.stderr]).toEqual([0, expect.any(String)])
    expect(saved.stdout).toMatch(/^Saved \d+ rows/)
    expect(statSync(file).mode & 0o077).toBe(0)
    expect(run(lost, 'a long passphrase', 'backup', file).status).toBe(2)

    rmSync(lost, { recursive: true })
    expect(run(back, 'another passphrase', 'restore', file)).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('passphrase is wrong'),
    })
    expect(run(back, 'a long passphrase', 'restore', file)).toMatchObject({
      status: 0,
      stdout: expect.stringMatching(/^Put back \d+ rows/),
    })

    const second = await startServer({ DATA_DIR: back })
    const after = await (await fetch(`${second.url}/api/sales-processes/`, { headers: bearer })).json()
    expect(after).toEqual(before)
    expect(await second.stop()).toBe(0)
    expect(run(back, 'a long passphrase', 'restore', file)).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('not empty'),
    })
  }, 300_000)
})
