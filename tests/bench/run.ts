/**
 * `npm run bench`: every measurement of this folder, or those named as arguments, one after the other so that they
 * do not slow each other down. A measurement prints; none asserts a time.
 */
import { readdirSync } from 'node:fs'
import { basename, join } from 'node:path'
import { execute } from '../../bootstrap/command.ts'

const folder = import.meta.dirname
const self = basename(import.meta.filename)
const all = readdirSync(folder)
  .filter((name) => name.endsWith('.ts') && name !== self)
  .map((name) => basename(name, '.ts'))
const wanted = process.argv.slice(2)
const unknown = wanted.filter((name) => !all.includes(name))
if (unknown.length > 0) {
  console.error(`There is no measurement "${unknown.join('", "')}". Known: ${all.join(', ') || 'none'}.`)
  process.exit(2)
}

const failed: string[] = []
for (const name of wanted.length > 0 ? wanted : all) {
  console.log(`\n── ${name} ${'─'.repeat(Math.max(2, 60 - name.length))}`)
  if ((await execute(process.execPath, [join(folder, `${name}.ts`)])) !== 0) failed.push(name)
}
if (failed.length > 0) {
  console.error(`\nNot measured to the end: ${failed.join(', ')}.`)
  process.exit(1)
}
