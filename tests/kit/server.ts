/**
 * The real server as a person starts it: `node server/main.ts` in a process of its own, on a free port, with data in
 * a folder of its own. Journeys, benches and offline tests stop and start it again on the same port and data.
 */
import { type ChildProcess, spawn } from 'node:child_process'
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { freePort } from './ports.ts'

const repository = dirname(dirname(dirname(fileURLToPath(import.meta.url))))

export interface RunningServer {
  /** Origin without a slash at its end, such as `http://127.0.0.1:41234`. */
  readonly url: string
  /** The folder of its data. */
  readonly data: string
  /** What it printed and logged since it was last started. */
  printed(): string
  /** Ends the process as Ctrl+C does and resolves to its exit code; port and data are kept. */
  pause(): Promise<number | null>
  /** Kills the process as a power cut does: without a word to it. Port and data are kept. */
  crash(): Promise<void>
  /** Starts it again on the same port and data after `pause` or `crash`. */
  resume(): Promise<void>
  /** Ends the process and removes its data; resolves to its exit code. */
  stop(): Promise<number | null>
}

/**
 * A running server, ready to answer. Rejects with what it printed when it ends or stays silent for a minute.
 * @param flags as on the command line, such as `--profile blueprint`.
 */
export async function startServer(
  env: Readonly<Record<string, string>> = {},
  ...flags: readonly string[]
): Promise<RunningServer> {
  const port = env.PORT ?? String(await freePort())
  const data = mkdtempSync(join(tmpdir(), 'stagecraft-data-'))
  // Putting the demo in takes longest: where it was done once (seededData.ts), each begins from a copy.
  const { SEEDED_DATA: seeded } = process.env
  if (seeded && !env.DATA_DIR && !env.DATABASE_URL) cpSync(seeded, data, { recursive: true })
  const url = `http://127.0.0.1:${port}`
  // Tests and benches ask faster than people do; what is about limits asks for them.
  const settings = { HOST: '127.0.0.1', DATA_DIR: data, RATE_LIMIT: '0', ...env, PORT: port }
  let running = await launch(url, settings, flags)
  const removeData = (): void => rmSync(data, { recursive: true, force: true })
  return {
    url,
    data,
    printed: () => running.printed(),
    pause: () => end(running.process),
    crash: async () => void (await end(running.process, 'SIGKILL')),
    resume: async () => {
      running = await launch(url, settings, flags)
    },
    stop: async () => {
      const code = await end(running.process)
      removeData()
      return code
    },
  }
}

interface Launched {
  readonly process: ChildProcess
  printed(): string
}

async function launch(
  url: string,
  env: Readonly<Record<string, string>>,
  flags: readonly string[],
): Promise<Launched> {
  const server = spawn(process.execPath, [join(repository, 'server', 'main.ts'), ...flags], {
    cwd: repository,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let printed = ''
  for (const stream of [server.stdout, server.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => {
      printed = (printed + text).slice(-200_000)
    })
  const killed = (): void => void server.kill('SIGKILL')
  process.once('exit', killed)
  server.once('exit', () => process.off('exit', killed))
  const deadline = Date.now() + 60_000
  while (!(await isReady(url))) {
    if (server.exitCode !== null || server.signalCode !== null)
      throw new Error(`The server ended with ${server.exitCode ?? server.signalCode}:\n${printed}`)
    if (Date.now() > deadline) {
      server.kill('SIGKILL')
      throw new Error(`The server was not ready after a minute:\n${printed}`)
    }
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  return { process: server, printed: () => printed }
}

async function isReady(url: string): Promise<boolean> {
  try {
    const { ok } = await fetch(`${url}/readyz`)
    return ok
  } catch {
    return false // nobody listens yet
  }
}

function end(server: ChildProcess, signal: 'SIGTERM' | 'SIGKILL' = 'SIGTERM'): Promise<number | null> {
  if (server.exitCode !== null || server.signalCode !== null) return Promise.resolve(server.exitCode)
  return new Promise((resolve) => {
    server.once('exit', (code) => resolve(code))
    server.kill(signal)
  })
}
