/**
 * `npm run conformance`: the API suite against our own backends, or with `--url URL --token TOKEN` against any
 * backend, so that another team can prove theirs.
 */
import { parseArgs } from 'node:util'
import { executeBin } from './command.ts'
import { ensurePostgres } from './database.ts'

const { values } = parseArgs({ options: { url: { type: 'string' }, token: { type: 'string' } } })
if (values.url && !URL.canParse(values.url)) {
  console.error(`"${values.url}" is no URL: give the backend's base URL, as in --url https://crm.example.com`)
  process.exit(2)
}
if (!values.url) await ensurePostgres()
process.exitCode = await executeBin('vitest', ['run', '--project', 'server', 'tests/conformance'], {
  ...(values.url ? { CONFORMANCE_URL: values.url } : {}),
  ...(values.token ? { CONFORMANCE_TOKEN: values.token } : {}),
})
