/**
 * Dependencies as package-lock.json names them. `npm install` and not `npm ci`: the latter refuses lock files from
 * registries that lack some other platform's binaries. In CI a lock file that changes by it fails the run.
 */
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { npm } from './npm.js'

const patience = 10 * 60_000

/**
 * Installs when `node_modules` is missing or was installed from another lock file. Throws with npm's words when it fails.
 * An image has no lock file: what it needs was put in when it was made, and it may write nowhere.
 *
 * @param {string} root
 * @param {string} node
 * @param {(sentence: string) => void} say
 */
export async function ensureDependencies(root, node, say) {
  if (!existsSync(join(root, 'package-lock.json'))) return
  const modules = join(root, 'node_modules')
  const stamp = join(modules, '.installed-from')
  const wanted = fingerprint(root)
  const current = () => existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted
  if (current()) return

  const release = await takeTurn(join(root, '.runtime'))
  try {
    if (current()) return
    say('Installing dependencies …')
    const result = await npm(node, ['install', '--no-audit', '--no-fund', '--include=dev'], root)
    if (result.code !== 0)
      throw new Error(
        `Dependencies could not be installed (npm ended with ${result.code}):\n${result.output.trim()}`,
      )
    const now = fingerprint(root)
    if (now !== wanted && process.env.CI)
      throw new Error(
        'package-lock.json does not match package.json: run npm install and commit the lock file.',
      )
    writeFileSync(stamp, now)
  } finally {
    release()
  }
}

/** @param {string} root */
function fingerprint(root) {
  const hash = createHash('sha256')
  for (const name of ['package.json', 'package-lock.json']) {
    const file = join(root, name)
    if (existsSync(file)) hash.update(relevant(name, readFileSync(file, 'utf8')))
  }
  return hash.digest('hex')
}

/**
 * Of package.json only what npm installs: an edited script is no reason to install again.
 *
 * @param {string} name
 * @param {string} text
 */
function relevant(name, text) {
  if (name !== 'package.json') return text
  const { dependencies, devDependencies, optionalDependencies } = JSON.parse(text)
  return JSON.stringify([dependencies, devDependencies, optionalDependencies])
}

/**
 * Two commands started at once must not install into the same folder: the second waits for the first.
 *
 * @param {string} folder
 * @returns {Promise<() => void>} gives the turn back
 */
async function takeTurn(folder) {
  mkdirSync(folder, { recursive: true })
  const lock = join(folder, 'installing')
  const started = Date.now()
  for (;;) {
    try {
      mkdirSync(lock)
      return () => rmSync(lock, { recursive: true, force: true })
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
      if (abandoned(lock)) rmSync(lock, { recursive: true, force: true })
      else if (Date.now() - started > patience)
        throw new Error(`Another install has held ${lock} for ten minutes. Remove that folder and try again.`)
      else await new Promise((resolve) => setTimeout(resolve, 500))
    }
  }
}

/** @param {string} lock */
function abandoned(lock) {
  try {
    return Date.now() - statSync(lock).mtimeMs > patience
  } catch {
    return true // released in between
  }
}
