/**
 * The folder of an installation. One process at a time: the embedded database would be damaged by two. A lock that
 * its process left behind (killed, power lost) is recognised and taken over.
 */
import { mkdir, open, readFile, readlink, rm } from 'node:fs/promises'
import { connect, createServer } from 'node:net'
import { hostname } from 'node:os'
import { dirname, join } from 'node:path'
import { z } from 'zod'

export interface DataDirectory {
  readonly database: string
  readonly secretFile: string
  release(): Promise<void>
}

/** @throws Error in one sentence where the folder cannot be used or another process uses it. */
export async function takeDataDirectory(path: string): Promise<DataDirectory> {
  try {
    await makeFolder(path)
  } catch (error) {
    throw new Error(`DATA_DIR: ${path} cannot be made (${reason(error)}).`, { cause: error })
  }
  const lock = join(path, 'lock')
  const door = join(path, 'alive')
  const mine: Holder = {
    pid: process.pid,
    started: await startOf(process.pid),
    namespace: await ownNamespace(),
    host: hostname(),
    boot: await thisBoot(),
  }
  for (let attempt = 0; !(await created(lock, JSON.stringify(mine))); attempt += 1) {
    const holder = await holderOf(lock, door, mine)
    if (holder !== null || attempt > 3) {
      throw new Error(
        `${path} is in use by another Stagecraft${holder ?? ''}: stop that one, or set DATA_DIR to another folder.`,
      )
    }
    await rm(lock, { force: true })
  }
  const close = await answerAt(door)
  return {
    database: join(path, 'database'),
    secretFile: join(path, 'secret.key'),
    release: async () => {
      await close()
      await rm(lock, { force: true })
    },
  }
}

/** Node's own recursive way never ends where a folder is there and nothing can be made in it, as in `/proc`. */
export async function makeFolder(path: string): Promise<void> {
  const make = () => mkdir(path, { mode: 0o700 })
  await make()
    .catch(async (error: unknown) => {
      if (codeOf(error) !== 'ENOENT') throw error
      await makeFolder(dirname(path))
      await make()
    })
    .catch((error: unknown) => {
      if (codeOf(error) !== 'EEXIST') throw error
    })
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

const holderSchema = z.object({
  pid: z.int(),
  started: z.string().nullable().default(null),
  /** Where that number counts: each container counts its processes from 1. */
  namespace: z.string().nullable().default(null),
  host: z.string().nullable().default(null),
  /** One time that a machine was started, which its containers share; null where the system does not say. */
  boot: z.string().nullable().default(null),
})
type Holder = z.infer<typeof holderSchema>

/** Who holds a lock, in brackets; null where it is gone, or where its number belongs to another process by now. */
async function holderOf(lock: string, door: string, mine: Holder): Promise<string | null> {
  const holder = holderSchema.safeParse(await readFile(lock, 'utf8').then(JSON.parse).catch(nothing)).data
  if (!holder) return null // gone meanwhile, or cut off in the middle by a crash
  const { host, boot } = holder
  // A lock of an older version names no machine. Containers of one machine have a name each and its start in common.
  const sameHost = host === null || host === mine.host
  const sameBoot = host === null || boot === mine.boot
  if (sameHost && !sameBoot) return null // started again since
  // On a disk that machines share nobody can tell from here whether the other one still writes.
  if (!sameHost && !(sameBoot && boot !== null))
    return ` (on the machine ${host}; where none runs there any more, remove ${lock})`
  if (holder.namespace !== null && holder.namespace !== mine.namespace) {
    const answer = await knock(door)
    if (answer === 'nobody') return null
    return answer === 'somebody'
      ? ' (in another container)'
      : ` (in another container; where none runs, remove ${lock})`
  }
  const { pid, started } = holder
  if (pid === process.pid || !isAlive(pid)) return null
  return started === null || started === (await startOf(pid)) ? ` (process ${pid})` : null
}

/** Whoever knocks is answered, by the system itself, as long as this process lives. */
async function answerAt(door: string): Promise<() => Promise<void>> {
  await rm(door, { force: true })
  const server = createServer((visitor) => visitor.destroy()).unref()
  return new Promise((resolve) => {
    server.once('error', () => resolve(async () => {})) // a disk that knows no sockets: `unknown` to who knocks
    server.listen(door, () => resolve(() => new Promise((closed) => server.close(() => closed()))))
  })
}

function knock(door: string): Promise<'somebody' | 'nobody' | 'unknown'> {
  return new Promise((resolve) => {
    const line = connect(door, () => resolve('somebody'))
    line.on('error', (error) => resolve(codeOf(error) === 'ECONNREFUSED' ? 'nobody' : 'unknown'))
    line.on('connect', () => line.destroy())
  })
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

const nothing = () => null
const thisBoot = async (): Promise<string | null> =>
  (await readFile('/proc/sys/kernel/random/boot_id', 'utf8').catch(nothing))?.trim() ?? null

/** Null where processes are not counted by namespace. */
const ownNamespace = (): Promise<string | null> => readlink('/proc/self/ns/pid').catch(nothing)

const codeOf = (error: unknown): unknown =>
  error instanceof Error && 'code' in error ? error.code : undefined
const reason = (error: unknown): string => (error instanceof Error ? error.message : String(error))
