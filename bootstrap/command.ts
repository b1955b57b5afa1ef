import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { delimiter, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The repository's root, absolute. */
export const root = dirname(dirname(fileURLToPath(import.meta.url)))

const require = createRequire(import.meta.url)

/** The commands we run and the packages that bring them. */
const packages = {
  biome: '@biomejs/biome',
  depcruise: 'dependency-cruiser',
  knip: 'knip',
  playwright: 'playwright',
  tsc: 'typescript',
  vite: 'vite',
  vitest: 'vitest',
} as const

export type Command = keyof typeof packages

/** Path of the script behind an installed command, to be run by this very Node. */
export function scriptOf(command: Command): string {
  const folder = join(root, 'node_modules', packages[command])
  const { bin }: { bin: string | Record<string, string> } = require(join(folder, 'package.json'))
  const path = typeof bin === 'string' ? bin : bin[command]
  if (!path) throw new Error(`The package ${packages[command]} has no command "${command}".`)
  return join(folder, path)
}

/** Runs a program on our terminal and resolves to its exit code; a program that cannot be started counts as 127. */
export function execute(
  command: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<number> {
  const child = spawn(command, args, { cwd: root, stdio: 'inherit', env: { ...process.env, ...env } })
  const stop = (): void => void child.kill('SIGTERM')
  process.once('SIGTERM', stop)
  return new Promise((resolve) => {
    child.once('error', (error) => {
      console.error(`${command} could not be started: ${error.message}`)
      resolve(127)
    })
    child.once('exit', (code) => {
      process.off('SIGTERM', stop)
      resolve(code ?? 1)
    })
  })
}

/** Runs an installed command with this Node. */
export function executeBin(
  command: Command,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<number> {
  return execute(process.execPath, [scriptOf(command), ...args], env)
}

/** Is there a program of this name on PATH? */
export function onPath(name: string): boolean {
  return (process.env.PATH ?? '').split(delimiter).some((folder) => existsSync(join(folder, name)))
}

/** Debian's package manager may be used without asking anyone: it exists and we are root. */
export function mayUseApt(): boolean {
  return process.platform === 'linux' && process.getuid?.() === 0 && onPath('apt-get')
}

/** Installs a Debian package; true when apt-get says it did. */
export async function aptInstall(name: string): Promise<boolean> {
  const quiet = { DEBIAN_FRONTEND: 'noninteractive' }
  if ((await execute('apt-get', ['update', '-qq'], quiet)) !== 0) return false
  return (await execute('apt-get', ['install', '-y', '-qq', '--no-install-recommends', name], quiet)) === 0
}
