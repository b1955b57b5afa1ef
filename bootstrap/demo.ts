/** `npm run demo`: builds the static demo, whose backend runs inside the page, into `dist-demo`, and serves it. */
import { build, preview } from 'vite'
import { root } from './command.ts'

const args = process.argv.slice(2)
await build({ root, mode: 'demo', logLevel: 'warn' })
console.log('The demo is in dist-demo: any static web server can serve it.')
if (!args.includes('--build-only')) {
  const server = await preview({
    root,
    mode: 'demo',
    build: { outDir: 'dist-demo' },
    preview: { port: Number(process.env.PORT ?? 4400) },
  })
  server.printUrls()
}
