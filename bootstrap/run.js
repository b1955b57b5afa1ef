/**
 * The door of `npm start`, `npm test` and their kin, straight after `git clone`: plain JavaScript on built-in
 * modules only, so that an old Node can run it. It finds or fetches a Node that fits `engines`, installs the
 * dependencies where they are missing, and hands over to the task, which is TypeScript.
 */
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { constants } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { ensureDependencies } from './dependencies.js'
import { ensureNode } from './node.js'

const root = dirname(dirname(fileURLToPath(import.meta.url)))

/** @type {Record<string, string | undefined>} */
const tasks = {
  start: 'bootstrap/start.ts',
  dev: 'bootstrap/dev.ts',
  demo: 'bootstrap/demo.ts',
  test: 'bootstrap/test.ts',
  bench: 'tests/bench/run.ts',
  conformance: 'bootstrap/conformance.ts',
  stagecraft: 'cli/main.ts',
}

/** Where the user stands, which `npm` hides by changing to the package's folder. */
const standing = process.env.INIT_CWD ?? process.cwd()

/**
 * Prepares the machine and runs `task` with `args`; resolves to its exit code.
 * Throws an Error with one clear sentence when something the task needs cannot be had.
 *
 * @param {string} task
 * @param {readonly string[]} args
 * @param {{ cwd?: string }} [options]
 * @returns {Promise<number>}
 */
export async function run(task, args, { cwd = root } = {}) {
  const script = tasks[task]
  if (!script) throw new Error(`There is no task "${task}". Known: ${Object.keys(tasks).join(', ')}.`)
  // On the error stream: what a command line prints is read by machines.
  const say = (/** @type {string} */ sentence) => console.error(sentence)
  const node = await ensureNode(root, say)
  await ensureDependencies(root, node, say)
  if (!existsSync(join(root, script)))
    throw new Error(`The task "${task}" needs ${script}, which is missing.`)
  return handOver(node, [join(root, script), ...args], cwd)
}

/**
 * Runs the child in our place: same terminal, signals passed on, its exit code ours.
 *
 * @param {string} node
 * @param {readonly string[]} args
 * @param {string} cwd
 * @returns {Promise<number>}
 */
function handOver(node, args, cwd) {
  const path = [dirname(node), join(root, 'node_modules', '.bin'), process.env.PATH ?? ''].join(delimiter)
  const child = spawn(node, args, {
    cwd,
    stdio: 'inherit',
    env: { ...process.env, PATH: path, INIT_CWD: standing },
  })
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']))
    process.on(signal, () => {
      // Ctrl+C reaches the whole group by itself; sent twice it would look like impatience.
      if (signal !== 'SIGINT' || !process.stdin.isTTY) child.kill(signal)
    })
  endWithNpm(child)
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', (code, signal) => resolve(code ?? 128 + (signal ? constants.signals[signal] : 1)))
  })
}

/**
 * A SIGTERM to `npm start` ends npm and the shell between us, and would leave the server behind: when that shell is
 * gone, so are we. Not so without npm, where being left alone by a shell is how programs go to the background.
 *
 * @param {import('node:child_process').ChildProcess} child
 */
function endWithNpm(child) {
  if (!process.env.npm_lifecycle_event) return
  const shell = process.ppid
  const watch = setInterval(() => {
    if (process.ppid === shell) return
    clearInterval(watch)
    child.kill('SIGTERM')
  }, 250)
  watch.unref()
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [task, ...args] = process.argv.slice(2)
  run(task ?? '', args).then(
    (code) => process.exit(code),
    (error) => {
      console.error(error.message)
      process.exit(1)
    },
  )
}
