/** The built app in `dist`, rebuilt only when something it is made of is newer. */
import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { executeBin, root } from './command.ts'

const sources = ['index.html', 'vite.config.ts', 'package-lock.json', 'public', 'src', 'mocks']

/** Builds the app if `dist` is missing or older than its sources; false when the build fails. */
export async function buildApp(): Promise<boolean> {
  const built = modified(join(root, 'dist', 'index.html'))
  const newest = Math.max(...sources.map((source) => newestBelow(join(root, source))))
  if (built > newest) return true
  console.log('Building the app …')
  return (await executeBin('vite', ['build', '--logLevel', 'warn'])) === 0
}

function modified(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0
}

function newestBelow(path: string): number {
  const entry = statSync(path, { throwIfNoEntry: false })
  if (!entry) return 0
  if (!entry.isDirectory()) return entry.mtimeMs
  return Math.max(entry.mtimeMs, ...readdirSync(path).map((name) => newestBelow(join(path, name))))
}
