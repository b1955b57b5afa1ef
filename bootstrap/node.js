/** A Node that fits `engines`: the one that runs us, else a private one from npm in the git-ignored `.runtime`. */
import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { npm } from './npm.js'

const wanted = '24.21.0'

/** @type {Record<string, string | undefined>} */
const platforms = { linux: 'linux', darwin: 'darwin', win32: 'win' }

/**
 * Does `version` ("24.15.1") satisfy a range of the form "^22.1.0 || ^24.2.0 || >=26.0.0"?
 *
 * @param {string} version
 * @param {string} range
 */
export function fits(version, range) {
  const [major = 0, minor = 0, patch = 0] = numbers(version)
  return range.split('||').some((part) => {
    const [floorMajor = 0, floorMinor = 0, floorPatch = 0] = numbers(part)
    if (major !== floorMajor) return part.includes('>=') && major > floorMajor
    return minor !== floorMinor ? minor > floorMinor : patch >= floorPatch
  })
}

const numbers = (/** @type {string} */ text) => (text.match(/\d+/g) ?? []).map(Number)

/** @param {string} binary */
function versionOf(binary) {
  if (!existsSync(binary)) return undefined
  try {
    return execFileSync(binary, ['--version'], { encoding: 'utf8' }).trim()
  } catch {
    return undefined // a binary for another machine: as good as none
  }
}

/**
 * Path of a Node binary that fits. Throws with one sentence when none can be had.
 *
 * @param {string} root
 * @param {(sentence: string) => void} say
 * @returns {Promise<string>}
 */
export async function ensureNode(root, say) {
  const { engines } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  if (fits(process.versions.node, engines.node)) return process.execPath

  const runtime = join(root, '.runtime')
  const platformPackage = `node-${platforms[process.platform] ?? process.platform}-${process.arch}`
  const file = process.platform === 'win32' ? 'node.exe' : 'node'
  const places = [platformPackage, 'node'].map((name) => join(runtime, 'node_modules', name, 'bin', file))
  const fitting = () => places.find((place) => fits(versionOf(place) ?? '0', engines.node))

  const present = fitting()
  if (present) return present

  say(
    `Node ${process.versions.node} is too old (needed: ${engines.node}). Fetching Node ${wanted} into .runtime …`,
  )
  mkdirSync(runtime, { recursive: true })
  writeFileSync(join(runtime, 'package.json'), '{ "private": true }\n')
  // The platform's package carries the binary itself; the umbrella package needs an install script, which npm may block.
  const attempts = [[`${platformPackage}@${wanted}`], [`node@${wanted}`, '--ignore-scripts=false']]
  let output = ''
  for (const attempt of attempts) {
    const flags = ['--no-audit', '--no-fund', '--no-package-lock', '--prefix', runtime]
    const result = await npm(process.execPath, ['install', ...flags, ...attempt], runtime)
    output += result.output
    const installed = fitting()
    if (installed) return installed
  }
  throw new Error(
    `Stagecraft needs Node ${engines.node}, this is ${process.versions.node}, and Node ${wanted} could not be had from npm. ` +
      `Install Node 24 from https://nodejs.org and try again. npm said:\n${output.trim()}`,
  )
}
