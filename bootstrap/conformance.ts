/**
 * `npm run conformance`: the API suite against our own backends, or with `--url URL --token TOKEN` against any
 * backend, so that another team can prove theirs. Ends other than 0 where a promise is broken.
 */
import { parseArgs } from 'node:util'
import { executeBin } from './command.ts'
import { ensurePostgres } from './database.ts'

const usage =
  'Write npm run conformance, or npm run conformance -- --url https://crm.example.com --token TOKEN'

function fail(why: string): never {
  console.error(`${why} ${usage}`)
  process.exit(2)
}

function readFlags() {
  try {
    return parseArgs({ options: { url: { type: 'string' }, token: { type: 'string' } } }).values
  } catch (error) {
    return fail(`${error instanceof Error ? error.message.replace(/\.?$/, '.') : String(error)}`)
  }
}

const { url, token } = readFlags()
if (url !== undefined && !URL.canParse(url)) fail(`"${url}" is no URL.`)
if (token !== undefined && url === undefined) fail('A token alone says nothing: whose is it?')
if (url === undefined) await ensurePostgres()
const suite = url === undefined ? 'tests/conformance' : 'tests/conformance/conformance.test.ts'
// Another backend may limit how often it is asked: then a case waits, for minutes if need be.
const patience = url === undefined ? [] : ['--testTimeout', '900000']
process.exitCode = await executeBin('vitest', ['run', '--project', 'server', ...patience, suite], {
  ...(url !== undefined && { CONFORMANCE_URL: url }),
  ...(token !== undefined && { CONFORMANCE_TOKEN: token }),
})
