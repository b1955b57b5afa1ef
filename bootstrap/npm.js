import { spawn } from 'node:child_process'
import { delimiter, dirname } from 'node:path'

/**
 * Runs npm with the given Node, so that versions and binaries are chosen for the Node that will use them.
 * Resolves to `{ code, output }`; what npm prints is shown only by whoever wants it.
 *
 * @param {string} node
 * @param {readonly string[]} args
 * @param {string} cwd
 * @returns {Promise<{ code: number, output: string }>}
 */
export function npm(node, args, cwd) {
  const cli = process.env.npm_execpath
  const [command, ...first] = cli?.endsWith('.js') ? [node, cli] : ['npm']
  /** @type {NodeJS.ProcessEnv} */
  const env = { ...process.env, PATH: [dirname(node), process.env.PATH ?? ''].join(delimiter) }
  // A parent npm leaves its own prefix and flags behind, which would send this install elsewhere.
  for (const name of ['npm_config_prefix', 'npm_config_local_prefix', 'npm_config_global_prefix', 'NODE_ENV'])
    delete env[name]
  const child = spawn(command, [...first, ...args], { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] })
  let output = ''
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text) => {
      output += text
    })
  return new Promise((resolve) => {
    child.once('error', (error) => resolve({ code: 1, output: error.message }))
    child.once('close', (code) => resolve({ code: code ?? 1, output }))
  })
}
