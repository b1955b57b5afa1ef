/** `npm run dev`: Vite with hot reload on PORT (4400), and the same API as production behind it on API_PORT (4401). */
import { createServer } from 'vite'
import { execute, root } from './command.ts'

const port = process.env.PORT ?? '4400'
const apiPort = process.env.API_PORT ?? '4401'
process.env.API_PORT = apiPort

const vite = await createServer({ root, server: { port: Number(port), strictPort: true } })
await vite.listen()
vite.printUrls()
const code = await execute(process.execPath, ['--watch', '--watch-preserve-output', 'server/main.ts'], {
  PORT: apiPort,
})
await vite.close()
process.exit(code)
