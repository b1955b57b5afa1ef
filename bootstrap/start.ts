/** `npm start`: the app and its API from one process on PORT (4400), built first when the sources are newer. */
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { buildApp } from './build.ts'
import { root } from './command.ts'

if (!(await buildApp())) process.exit(1)
const main = join(root, 'server', 'main.ts')
// The server reads its own flags: let it find itself where a command line would put it.
process.argv[1] = main
await import(pathToFileURL(main).href)
