import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { contentPolicy } from './contentPolicy.ts'
import { type StaticFiles, staticFiles } from './files.ts'

const script = 'console.log("a script that is long enough to be worth compressing")\n'.repeat(20)

describe('the built app', () => {
  const root = mkdtempSync(join(tmpdir(), 'stagecraft-static-'))
  let files: StaticFiles
  beforeAll(async () => {
    mkdirSync(join(root, 'dist', 'assets'), { recursive: true })
    writeFileSync(join(root, 'secret.txt'), 'not for anybody')
    writeFileSync(
      join(root, 'dist', 'index.html'),
      '<!doctype html><meta property="csp-nonce" nonce="" /><script src="/x.js"></script>',
    )
    writeFileSync(join(root, 'dist', 'assets', 'index-B7xYz_12.js'), script)
    writeFileSync(join(root, 'dist', 'icon.svg'), '<svg/>')
    const found = await staticFiles(join(root, 'dist'))
    if (!found) throw new Error('the build is not seen')
    files = found
  })
  afterAll(() => rmSync(root, { recursive: true }))
  const get = async (path: string, init: RequestInit = {}) => {
    const response = await files.respond(new Request(`http://localhost${path}`, init))
    if (!response) throw new Error(`nothing at ${path}`)
    return response
  }

  it('is absent where nothing was built', async () => {
    expect(await staticFiles(join(root, 'nowhere'))).toBeNull()
  })

  it('keeps hashed files for ever and asks for the page anew', async () => {
    expect((await get('/assets/index-B7xYz_12.js')).headers.get('Cache-Control')).toBe(
      'public, max-age=31536000, immutable',
    )
    expect((await get('/icon.svg')).headers.get('Cache-Control')).toBe('no-cache')
    expect((await get('/')).headers.get('Cache-Control')).toBe('no-cache')
  })

  it('answers every place inside the app with the page, and no file that is not there', async () => {
    for (const place of ['/', '/index.html', '/processes/42/design', '/sign-in']) {
      const response = await get(place)
      expect(response.headers.get('Content-Type'), place).toBe('text/html; charset=utf-8')
    }
    expect(await files.respond(new Request('http://localhost/assets/gone-12345678.js'))).toBeNull()
  })

  it('gives each answer of the page a nonce of its own, and the policy that asks for it', async () => {
    const pages = await Promise.all(['/', '/sign-in', '/index.html'].map((place) => get(place)))
    const nonces = await Promise.all(
      pages.map(async (page) => {
        const nonce = /nonce="([\w+/]{22}==)"/.exec(await page.text())?.[1]
        expect(page.headers.get('Content-Security-Policy')).toContain(
          `style-src-elem 'self' 'nonce-${nonce}'; style-src-attr 'none';`,
        )
        return nonce
      }),
    )
    expect(new Set(nonces).size).toBe(3)
  })

  it('lets only files of its own run, nothing that was put into the page as text', async () => {
    const { headers } = await get('/')
    const policy = headers.get('Content-Security-Policy')?.split('; ')
    expect(policy).toEqual(
      expect.arrayContaining([
        "default-src 'self'",
        "script-src 'self'",
        "connect-src 'self'",
        "object-src 'none'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
        "form-action 'self'",
        "require-trusted-types-for 'script'",
        'trusted-types stagecraft-workers',
      ]),
    )
    expect(policy?.join()).not.toMatch(/unsafe|\*/)
    expect(headers.get('Cross-Origin-Opener-Policy')).toBe('same-origin')
    expect((await get('/icon.svg')).headers.get('X-Content-Type-Options')).toBe('nosniff')
    expect((await get('/assets/index-B7xYz_12.js')).headers.get('Content-Security-Policy')).toBe(
      "default-src 'none'; script-src 'self'; connect-src 'self'",
    )
  })

  it('lets the page talk to the backend elsewhere that it describes', () => {
    const described =
      '<meta name="stagecraft-backend" content=\'{ "base_url": "https://crm.example.com/v1" }\'>'
    expect(contentPolicy(described).ofPage('n')).toContain(
      "connect-src 'self' https://crm.example.com wss://crm.example.com;",
    )
    const byTheBuild = described.replaceAll("'", '|').replaceAll('"', '&quot;').replaceAll('|', '"')
    expect(contentPolicy(byTheBuild).ofPage('n')).toContain('https://crm.example.com')
    expect(contentPolicy('"base_url": "https://crm example; script-src *"').ofPage('n')).toContain(
      "connect-src 'self';",
    )
  })

  it('compresses for those who can read it', async () => {
    const path = '/assets/index-B7xYz_12.js'
    const body = async (encoding: string) => {
      const response = await get(path, { headers: { 'Accept-Encoding': encoding } })
      const bytes = Buffer.from(await response.arrayBuffer())
      expect(response.headers.get('Content-Length')).toBe(String(bytes.length))
      expect(response.headers.get('Vary')).toBe('Accept-Encoding')
      return { bytes, encoding: response.headers.get('Content-Encoding') }
    }
    const br = await body('gzip, br;q=1')
    expect([br.encoding, brotliDecompressSync(br.bytes).toString()]).toEqual(['br', script])
    const gz = await body('gzip')
    expect([gz.encoding, gunzipSync(gz.bytes).toString()]).toEqual(['gzip', script])
    const plain = await body('identity')
    expect([plain.encoding, plain.bytes.toString()]).toEqual([null, script])
  })

  it('gives nothing from outside its folder', async () => {
    for (const path of [
      '/../secret.txt',
      '/%2e%2e/secret.txt',
      '/..%2fsecret.txt',
      '/assets/..%2f..%2fsecret.txt',
      '/%00',
      '/%E0%A4%A',
    ]) {
      const response = await files.respond(new Request(`http://localhost${path}`))
      if (response) expect(await response.text(), path).not.toContain('not for anybody')
    }
  })

  it('is only read', async () => {
    expect((await get('/icon.svg', { method: 'POST', body: 'x' })).status).toBe(405)
    expect(await (await get('/icon.svg', { method: 'HEAD' })).text()).toBe('')
  })
})
