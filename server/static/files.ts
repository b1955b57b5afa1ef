/**
 * The built app. Which files there are is read once, at start: a path that is not among them is no file, so nothing
 * outside the folder can be asked for. Hashed files never change and are kept for ever; `index.html` is asked anew and
 * gets a nonce of its own each time.
 */
import { randomBytes } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { extname, join, relative, sep } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import { contentPolicy, noncePlace } from './contentPolicy.ts'

export interface StaticFiles {
  /** Null where the folder has no such file and the path is no page of the app. */
  respond(request: Request): Promise<Response | null>
}

interface Entry {
  readonly path: string
  readonly type: string
  readonly headers: Readonly<Record<string, string>>
  /** By content encoding, compressed when first asked for. */
  readonly bodies: Map<string, Promise<Uint8Array<ArrayBuffer>>>
}

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.webmanifest': 'application/manifest+json',
  '.map': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
  '.txt': 'text/plain; charset=utf-8',
}
const compressible = new Set([
  '.html',
  '.js',
  '.css',
  '.json',
  '.webmanifest',
  '.map',
  '.svg',
  '.txt',
  '.wasm',
])

const compress: Readonly<Record<string, (bytes: Uint8Array) => Promise<Uint8Array>>> = {
  br: (bytes) => promisify(brotliCompress)(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 6 } }),
  gzip: (bytes) => promisify(gzip)(bytes),
}

/** @param folder the build's output; null where there is none yet. */
export async function staticFiles(folder: string): Promise<StaticFiles | null> {
  const names = await readdir(folder, { recursive: true, withFileTypes: true }).catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
    throw error
  })
  if (!names?.some((entry) => entry.name === 'index.html')) return null
  const index = await readFile(join(folder, 'index.html'), 'utf8')
  const policy = contentPolicy(index)
  const page = ({ method }: Request): Response => {
    const nonce = randomBytes(16).toString('base64')
    return new Response(method === 'HEAD' ? null : index.replace(noncePlace, `nonce="${nonce}"`), {
      headers: {
        ...securityHeaders,
        'Content-Type': 'text/html; charset=utf-8',
        'Cache-Control': 'no-cache',
        'Content-Security-Policy': policy.ofPage(nonce),
      },
    })
  }
  const entries = new Map<string, Entry>()
  for (const name of names) {
    if (!name.isFile()) continue
    const path = join(name.parentPath, name.name)
    const url = `/${relative(folder, path).split(sep).join('/')}`
    const extension = extname(name.name)
    entries.set(url, {
      path,
      type: types[extension] ?? 'application/octet-stream',
      headers: headersOf(url, extension, policy.ofWorkers),
      bodies: new Map(),
    })
  }
  entries.delete('/index.html')

  return {
    respond: async (request) => {
      const { pathname } = new URL(request.url)
      const entry = entries.get(decoded(pathname))
      if (!entry && !isPage(pathname)) return null
      if (request.method !== 'GET' && request.method !== 'HEAD') {
        return new Response(null, { status: 405, headers: { Allow: 'GET, HEAD' } })
      }
      if (!entry) return page(request)
      const encoding = compressible.has(extname(entry.path)) ? preferred(request) : null
      const body = await bodyOf(entry, encoding)
      const headers = new Headers({
        ...entry.headers,
        'Content-Type': entry.type,
        'Content-Length': String(body.length),
      })
      if (encoding) headers.set('Content-Encoding', encoding)
      return new Response(request.method === 'HEAD' ? null : body, { headers })
    },
  }
}

function bodyOf(entry: Entry, encoding: string | null): Promise<Uint8Array<ArrayBuffer>> {
  const had = entry.bodies.get(encoding ?? '')
  if (had !== undefined) return had
  const made = readFile(entry.path).then(async (bytes) => {
    const shrink = encoding === null ? undefined : compress[encoding]
    return new Uint8Array(shrink ? await shrink(bytes) : bytes)
  })
  entry.bodies.set(encoding ?? '', made)
  return made
}

function preferred(request: Request): string | null {
  const accepted = (request.headers.get('Accept-Encoding') ?? '')
    .split(',')
    .map((part) => part.split(';')[0]?.trim())
  return ['br', 'gzip'].find((encoding) => accepted.includes(encoding)) ?? null
}

/** A place inside the app, not a file of it: the app's own router says what is there. */
const isPage = (pathname: string): boolean => extname(pathname) === '' || pathname === '/index.html'

function decoded(pathname: string): string {
  try {
    return decodeURIComponent(pathname)
  } catch {
    return pathname
  }
}

function headersOf(url: string, extension: string, workerPolicy: string): Record<string, string> {
  const hashed = /^\/assets\/.+-[\w-]{8,}\.\w+$/.test(url)
  return {
    ...securityHeaders,
    'Cache-Control': hashed ? 'public, max-age=31536000, immutable' : 'no-cache',
    ...(compressible.has(extension) ? { Vary: 'Accept-Encoding' } : {}),
    ...(extension === '.js' ? { 'Content-Security-Policy': workerPolicy } : {}),
  }
}

const securityHeaders = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
}
