/** One process at a time in a data folder, and no lock that outlives its process. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { hostname, tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { takeDataDirectory } from './dataDirectory.ts'

describe('the data folder', () => {
  const root = mkdtempSync(join(tmpdir(), 'stagecraft-folder-'))
  afterAll(() => rmSync(root, { recursive: true }))

  it('is made where it is missing, for its owner alone, and free again after release', async () => {
    const path = join(root, 'deep', 'data')
    const directory = await takeDataDirectory(path)
    expect(statSync(path).mode & 0o077).toBe(0)
    expect(existsSync(join(path, 'lock'))).toBe(true)
    await directory.release()
    expect(existsSync(join(path, 'lock'))).toBe(false)
  })

  it.each([
    ['/proc/stagecraft', 'cannot be made'],
    [import.meta.filename, 'cannot be written'],
    [join(import.meta.filename, 'below'), 'cannot be made'],
  ])('is refused in a sentence where nothing can be kept: %s', async (path, words) => {
    await expect(takeDataDirectory(path)).rejects.toThrow(words)
  })

  it('is refused while a living process holds it', async () => {
    const holder = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'])
    const path = join(root, 'held')
    await (await takeDataDirectory(path)).release()
    writeFileSync(join(path, 'lock'), JSON.stringify({ pid: holder.pid, started: null }))
    await expect(takeDataDirectory(path)).rejects.toThrow(
      `${path} is in use by another Stagecraft (process ${holder.pid})`,
    )
    const gone = new Promise((resolve) => holder.once('exit', resolve))
    holder.kill('SIGKILL')
    await gone
    await (await takeDataDirectory(path)).release()
  })

  it('is refused, from another container too, as long as its holder lives', async () => {
    const path = join(root, 'shared')
    const { href } = new URL('dataDirectory.ts', import.meta.url)
    const code = `await (await import('${href}')).takeDataDirectory('${path}'); console.log('held')`
    const holder = spawn(process.execPath, [
      '--input-type=module',
      '-e',
      `${code}; setInterval(() => {}, 1000)`,
    ])
    await once(holder.stdout, 'data')
    // The first process of a container has the same number in each of them.
    const first = JSON.stringify({ pid: process.pid, started: '1', namespace: 'pid:[1]' })
    writeFileSync(join(path, 'lock'), first)
    await expect(takeDataDirectory(path)).rejects.toThrow(
      'in use by another Stagecraft (in another container)',
    )
    holder.kill('SIGKILL')
    await once(holder, 'exit')
    await (await takeDataDirectory(path)).release()
  })

  it('stays refused while another machine may hold it, for nobody can ask there', async () => {
    const path = join(root, 'on a network disk')
    const held = await takeDataDirectory(path)
    const own = JSON.parse(readFileSync(join(path, 'lock'), 'utf8'))
    expect(own).toMatchObject({ pid: process.pid, host: hostname() })
    await held.release()
    // The same number in the same namespace, as each machine has them, and nobody behind the door.
    writeFileSync(
      join(path, 'lock'),
      JSON.stringify({ ...own, pid: 999_999, host: 'another', boot: 'other' }),
    )
    await expect(takeDataDirectory(path)).rejects.toThrow(
      `(on the machine another; where none runs there any more, remove ${join(path, 'lock')})`,
    )
    writeFileSync(join(path, 'lock'), JSON.stringify({ ...own, host: 'another', boot: null }))
    await expect(takeDataDirectory(path)).rejects.toThrow('(on the machine another')
    // A container beside this one, on the same machine.
    writeFileSync(join(path, 'lock'), JSON.stringify({ ...own, pid: 999_999, host: 'another' }))
    await (await takeDataDirectory(path)).release()
  })

  it('stays refused where nobody can be asked, and says what to do', async () => {
    const path = join(root, 'unasked')
    await (await takeDataDirectory(path)).release()
    writeFileSync(join(path, 'lock'), JSON.stringify({ pid: 1, started: '1', namespace: 'pid:[1]' }))
    await expect(takeDataDirectory(path)).rejects.toThrow(`where none runs, remove ${join(path, 'lock')}`)
  })

  it.each([
    ['of a process that is gone', '{"pid":999999,"started":"1"}'],
    [
      'whose number another program has by now',
      JSON.stringify({ pid: process.ppid, started: 'another time' }),
    ],
    ['that was cut off while it was written', '{"pi'],
    ['that is empty', ''],
    [
      'of this machine, from before it was started again',
      JSON.stringify({ pid: process.ppid, started: null, host: hostname(), boot: 'another start' }),
    ],
    [
      'of this very process number, from before a restart of the machine',
      JSON.stringify({ pid: process.pid, started: '1' }),
    ],
  ])('takes over a lock %s', async (_which, left) => {
    const path = join(root, 'left')
    await (await takeDataDirectory(path)).release()
    writeFileSync(join(path, 'lock'), left)
    await (await takeDataDirectory(path)).release()
  })
})
