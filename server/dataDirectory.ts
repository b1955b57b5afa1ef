/**
 * The folder of an installation. One process at a time: the embedded database would be damaged by two. A lock that
 * its process left behind (killed, power lost) is recognised and taken over.
 */
import { mkdir, open, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'

export interface DataDirectory {
  readonly database: string
  readonly secretFile: string
  release(): Promise<void>
}

/** @throws Error in one sentence where the folder cannot be used or another process uses it. */
export async function takeDataDirectory(path: string): Promise<DataDirectory> {
  try {
    await mkdir(path, { recursive: true, mode: 0o700 })
  } catch (error) {
    throw new Error(`DATA_DIR: ${path} cannot be made (${reason(error)}).`, { cause: error })
  }
  const lock = join(path, 'lock')
  const mine = JSON.stringify({ pid: process.pid, started: await startOf(process.pid) })
  for (let attempt = 0; !(await created(lock, mine)); attempt += 1) {
    const holder = await holderOf(lock)
    if (holder !== null || attempt > 3) {
      throw new Error(
        `${path} is in use by another Stagecraft${holder ? ` (process ${holder})` : ''}: stop that one, or set DATA_DIR to another folder.`,
      )
    }
    await rm(lock, { force: true })
  }
  return {
    database: join(path, 'database'),
    secretFile: join(path, 'secret.key'),
    release: () => rm(lock, { force: true }),
  }
}

async function created(lock: string, text: string): Promise<boolean> {
  try {
    const file = await open(lock, 'wx', 0o600)
    await file.writeFile(text)
    await file.close()
    return true
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false
    throw new Error(`DATA_DIR: ${lock} cannot be written (${reason(error)}).`, { cause: error })
  }
}

/** The living process that holds a lock; null where it is gone, or where its number belongs to another one by now. */
async function holderOf(lock: string): Promise<number | null> {
  let pid: unknown
  let started: unknown
  try {
    const parsed: unknown = JSON.parse(await readFile(lock, 'utf8'))
    if (typeof parsed === 'object' && parsed !== null && 'pid' in parsed) {
      pid = parsed.pid
      started = 'started' in parsed ? parsed.started : null
    }
  } catch {
    return null // gone meanwhile, or cut off in the middle by a crash
  }
  if (typeof pid !== 'number' || pid === process.pid || !isAlive(pid)) return null
  return started === null || started === (await startOf(pid)) ? pid : null
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return codeOf(error) === 'EPERM'
  }
}

/** When a process was started, in the kernel's ticks; null where the system does not say. */
async function startOf(pid: number): Promise<string | null> {
  try {
    const stat = await readFile(`/proc/${pid}/stat`, 'utf8')
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? null
  } catch {
    return null // not Linux
  }
}

const codeOf = (error: unknown): unknown =>
  error instanceof Error && 'code' in error ? error.code : undefined
const reason = (error: unknown): string => (error instanceof Error ? error.message : String(error))
