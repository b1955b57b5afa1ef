/** Build, development server and test projects. The API that both development and production talk to is `server/`. */

import { readFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { playwright } from '@vitest/browser-playwright'
import type { Plugin, Rolldown } from 'vite'
import { VitePWA } from 'vite-plugin-pwa'
import { defineConfig, type TestProjectInlineConfiguration } from 'vitest/config'
import { chromiumOptions } from './tests/kit/chromium.ts'
import { LongestFirst } from './tests/kit/longestFirst.ts'
import { thoroughness } from './tests/kit/thoroughness.ts'

const browserTests = '**/*.browser.test.{ts,tsx}'

/** Tests that need the whole machine's time (a database, a browser) wait longer than pure ones. */
const project = (
  name: string,
  environment: 'node' | 'jsdom',
  include: string[],
  extra: TestProjectInlineConfiguration['test'] = {},
): TestProjectInlineConfiguration => ({
  extends: true,
  test: { name, environment, include, exclude: [browserTests, '**/node_modules/**'], ...extra },
})

/** The demo's page answers its own requests through a service worker, which has to stand beside index.html. */
const demoServiceWorker = (): Plugin => ({
  name: 'demo-service-worker',
  generateBundle() {
    const source = readFileSync(fileURLToPath(import.meta.resolve('msw/mockServiceWorker.js')), 'utf8')
    this.emitFile({ type: 'asset', fileName: 'mockServiceWorker.js', source })
  },
})

/** Whoever says `useText('inspector')` or `text('inspector', …)` brings the English words of that room along. */
const wordsWithTheirRooms = (): Plugin => {
  const speaks = /\b(?:useText|text)\(\s*'(\w+)'/g
  const name = 'virtual:words/'
  const words = new URL('./src/text/', import.meta.url)
  const path = (file: string) => JSON.stringify(fileURLToPath(new URL(file, words)))
  const roomOf = (id: string) => id.slice(`\0${name}`.length)
  return {
    name: 'words-with-their-rooms',
    enforce: 'pre',
    resolveId: (id) => (id.startsWith(name) ? `\0${id}` : undefined),
    load: (id) =>
      id.startsWith(`\0${name}`)
        ? `import { addRoom } from ${path('entrance.ts')}
import { ${roomOf(id)} } from ${path(`en/${roomOf(id)}.ts`)}
addRoom('en', '${roomOf(id)}', ${roomOf(id)})`
        : undefined,
    transform: {
      filter: { id: { include: /\.tsx?$/, exclude: /node_modules/ }, code: speaks },
      handler(code) {
        const rooms = new Set([...code.matchAll(speaks)].map(([, room]) => room))
        // On the first line, so that every line keeps its number.
        return { code: `${[...rooms].map((room) => `import '${name}${room}';`).join('')}${code}`, map: null }
      },
    },
  }
}

/** `STAGECRAFT_BACKEND` describes a backend that is not ours (src/data/api/backends/config.ts); the page says it. */
const describedBackend = (): Plugin => ({
  name: 'described-backend',
  transformIndexHtml: () => {
    const content = process.env.STAGECRAFT_BACKEND
    return content ? [{ tag: 'meta', attrs: { name: 'stagecraft-backend', content }, injectTo: 'head' }] : []
  },
})

/** What has to be there before a place shows something. Rooms that load when opened are not listed. */
const places: Readonly<Record<string, readonly string[]>> = {
  start: ['main.tsx'],
  signIn: ['app/pages/SignInPage.tsx'],
  library: [
    'app/SignedInOnly.tsx',
    'app/access.ts',
    'app/layout/MainLayout.tsx',
    'app/pages/LibraryPage.tsx',
  ],
  design: [
    'app/SignedInOnly.tsx',
    'app/access.ts',
    'app/workspace.ts',
    'app/layout/ProcessLayout.tsx',
    'app/pages/DesignPage.tsx',
  ],
  device: ['app/workspace.ts'],
}

type Graph = Parameters<Rolldown.CodeSplittingNameFunction>[1]

const namesOfClasses = /\/@mui\/.*Classes\.mjs$/

/** MUI's theme names the classes of many components, some by their doors: that brings none of the components. */
function importsOf(id: string, graph: Graph): readonly string[] {
  const imports = graph.getModuleInfo(id)?.importedIds ?? []
  if (!namesOfClasses.test(id)) return imports
  return imports.flatMap((next) =>
    next.endsWith('/index.mjs') ? importsOf(next, graph).filter((one) => namesOfClasses.test(one)) : [next],
  )
}

/**
 * One file for all that the same of these places need, instead of a hundred small ones: fewer requests, and a fifth
 * fewer bytes. The domain and the house components stay apart: other rooms need them alone.
 */
const chunkOfPlaces = (): Rolldown.CodeSplittingNameFunction => {
  const needed = new Map<string, ReadonlySet<string>>()
  return (module, graph) => {
    if (needed.size === 0)
      for (const [place, files] of Object.entries(places)) {
        const found = new Set(files.map((file) => fileURLToPath(new URL(`./src/${file}`, import.meta.url))))
        for (const id of found) for (const next of importsOf(id, graph)) found.add(next)
        needed.set(place, found)
      }
    if (needed.get('start')?.has(module)) return 'start'
    const of = [...needed].filter(([, modules]) => modules.has(module)).map(([place]) => place)
    if (of.length === 0) return null
    // With what the domain is made with: two files that need each other begin in the wrong order.
    const alone = /src\/(?:domain|contract)\/|\/json-logic-engine\//.test(module)
      ? 'domain-'
      : /src\/ui\/|@mui\//.test(module)
        ? 'ui-'
        : ''
    return `${alone}${of.join('-')}`
  }
}

export default defineConfig(({ mode }) => {
  const demo = mode === 'demo'
  const api = `http://127.0.0.1:${process.env.API_PORT ?? '4401'}`
  return {
    plugins: [
      wordsWithTheirRooms(),
      describedBackend(),
      react(),
      ...(demo ? [demoServiceWorker()] : []),
      // The demo's backend lives in the page; a second service worker on the same scope would replace the first.
      VitePWA({
        disable: demo || mode === 'test',
        registerType: 'prompt',
        injectRegister: null,
        manifest: {
          name: 'Stagecraft',
          short_name: 'Stagecraft',
          description: 'Design sales processes visually, checked and simulated as you draw.',
          theme_color: '#1f2430',
          background_color: '#ffffff',
          display: 'standalone',
          icons: [{ src: 'icon.svg', sizes: 'any', type: 'image/svg+xml', purpose: 'any' }],
        },
        workbox: {
          // The first visit already works offline: the parts that were not opened yet come from the cache.
          clientsClaim: true,
          globPatterns: ['**/*.{js,css,html,svg,woff2,ttf}'],
          globIgnores: ['**/pglite*', '**/*cyrillic*', '**/*greek*', '**/*vietnamese*'],
          maximumFileSizeToCacheInBytes: 4_000_000,
          navigateFallbackDenylist: [/^\/api\//, /^\/readyz/, /^\/healthz/, /^\/metrics/],
        },
      }),
    ],
    base: demo ? './' : '/',
    build: {
      outDir: demo ? 'dist-demo' : 'dist',
      target: 'es2023',
      sourcemap: true,
      license: { fileName: 'third-party-licenses.md' },
      // Counted uncompressed: the start is 160 kB on the line, and the writer of PDFs loads when one is made.
      chunkSizeWarningLimit: 650,
      rolldownOptions: {
        output: {
          codeSplitting: {
            groups: [{ name: chunkOfPlaces(), debugName: 'places', includeDependenciesRecursively: false }],
          },
        },
      },
    },
    worker: { format: 'es' },
    optimizeDeps: { exclude: ['@electric-sql/pglite'], include: ['dexie', 'elkjs/lib/elk-api.js', 'uuid'] },
    server: {
      port: Number(process.env.PORT ?? 4400),
      proxy: {
        '/api': { target: api, ws: true },
        '/readyz': api,
      },
    },
    test: {
      // All cores: of two, one would stand idle otherwise.
      maxWorkers: availableParallelism(),
      sequence: { sequencer: LongestFirst },
      projects: [
        project('domain', 'node', [
          'src/{domain,contract,interchange,editor}/**/*.test.ts',
          'cli/**/*.test.ts',
        ]),
        project(
          'components',
          'jsdom',
          ['src/**/*.test.tsx', 'src/{text,ui,features,app,data}/**/*.test.ts'],
          {
            setupFiles: ['tests/kit/jsdomPlatform.ts'],
            testTimeout: 20_000 * thoroughness,
          },
        ),
        project(
          'server',
          'node',
          ['{server,mocks}/**/*.test.ts', 'tests/{laws,conformance,interop,kit,attack}/**/*.test.ts'],
          { testTimeout: 60_000 * thoroughness, hookTimeout: 60_000 },
        ),
        {
          extends: true,
          test: {
            name: 'browser',
            include: [browserTests],
            testTimeout: 30_000,
            browser: {
              enabled: true,
              headless: true,
              screenshotFailures: false,
              provider: playwright({ launchOptions: chromiumOptions() }),
              instances: [{ browser: 'chromium', viewport: { width: 1280, height: 800 } }],
            },
          },
        },
        project('journeys', 'node', ['tests/journeys/**/*.test.ts'], {
          globalSetup: ['tests/kit/seededData.ts'],
          testTimeout: 300_000,
          hookTimeout: 180_000,
          // Each has a server, a database and a browser of its own, and waits more than it works.
          maxWorkers: 2,
        }),
      ],
    },
  }
})
