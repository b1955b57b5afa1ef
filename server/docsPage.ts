/** The API reference as one page made from openapi.json: no script, nothing from elsewhere. */
import { openApiDocument } from '../src/contract/openapi.ts'
import type { Reply } from './http/respond.ts'

const style = `
:root{color-scheme:light dark;--line:light-dark(#e3e5ea,#33373f);--soft:light-dark(#f6f7f9,#1c1f25);--quiet:light-dark(#5b6270,#a3a9b5)}
body{font:15px/1.55 system-ui,sans-serif;max-width:60rem;margin:0 auto;padding:2rem 1.25rem;background:light-dark(#fff,#14161a);color:light-dark(#1b1e24,#eceef2)}
h1{font-size:1.6rem;margin:0}h2{margin:2.5rem 0 .5rem;font-size:1.1rem}
details{border:1px solid var(--line);border-radius:8px;margin:.5rem 0}
summary{cursor:pointer;padding:.6rem .8rem;display:flex;gap:.75rem;align-items:baseline;flex-wrap:wrap}
summary:focus-visible{outline:2px solid #3b6ef6;outline-offset:2px;border-radius:8px}
code,pre{font:13px/1.5 ui-monospace,monospace}.method{font-weight:650;min-width:4.2rem}
.quiet{color:var(--quiet)}.body{padding:0 .8rem .8rem;border-top:1px solid var(--line)}
pre{background:var(--soft);padding:.75rem;border-radius:6px;overflow:auto;max-height:24rem}
table{border-collapse:collapse;width:100%}caption{text-align:left}td,th{text-align:left;padding:.3rem .6rem .3rem 0;border-bottom:1px solid var(--line);vertical-align:top}`

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const escaped = (value: unknown): string =>
  String(value).replace(/[&<>"]/g, (character) => escapes[character] ?? '')
const pretty = (value: unknown): string =>
  `<pre tabindex="0">${escaped(JSON.stringify(value, null, 2))}</pre>`

type Node = { readonly [key: string]: unknown }
const node = (value: unknown): Node =>
  typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value)) : {}
const nodes = (value: unknown): Node[] => (Array.isArray(value) ? value.map(node) : [])

function operationHtml(method: string, path: string, operation: Node): string {
  const parameters = nodes(operation.parameters)
  const schemaAt = (holder: unknown) => node(node(node(node(holder).content)['application/json']).schema)
  const responses = Object.entries(node(operation.responses))
  return `<details id="${escaped(operation.operationId)}"><summary><code class="method">${method.toUpperCase()}</code><code>${escaped(path)}</code><span class="quiet">${escaped(operation.summary)}</span></summary><div class="body">
<p>Permission: <code>${escaped(operation['x-permission'])}</code></p>
${parameters.length === 0 ? '' : `<table><caption class="quiet">Parameters</caption><tr><th>Name</th><th>In</th><th>Shape</th></tr>${parameters.map((one) => `<tr><td><code>${escaped(one.name)}</code>${one.required === true ? ' (required)' : ''}</td><td>${escaped(one.in)}</td><td>${one.description === undefined ? `<code>${escaped(JSON.stringify(one.schema))}</code>` : escaped(one.description)}</td></tr>`).join('')}</table>`}
${operation.requestBody === undefined ? '' : `<p>Body</p>${pretty(schemaAt(operation.requestBody))}`}
${responses.map(([status, response]) => `<p><b>${escaped(status)}</b> <span class="quiet">${escaped(node(response).description)}</span></p>${status.startsWith('2') && node(response).content !== undefined ? pretty(schemaAt(response)) : ''}`).join('')}
</div></details>`
}

function pageHtml(): string {
  const document = node(openApiDocument())
  const byTag = new Map<string, string[]>()
  for (const [path, operations] of Object.entries(node(document.paths))) {
    for (const [method, operation] of Object.entries(node(operations))) {
      const [tag] = Array.isArray(node(operation).tags) ? (node(operation).tags as unknown[]) : []
      const list = byTag.get(String(tag)) ?? []
      list.push(operationHtml(method, path, node(operation)))
      byTag.set(String(tag), list)
    }
  }
  const sections = [...byTag].map(
    ([tag, list]) => `<h2 id="${escaped(tag)}">${escaped(tag)}</h2>${list.join('')}`,
  )
  const schemas = Object.entries(node(node(document.components).schemas)).map(
    ([name, schema]) =>
      `<details id="${escaped(name)}"><summary><code>${escaped(name)}</code></summary><div class="body">${pretty(schema)}</div></details>`,
  )
  const info = node(document.info)
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>${escaped(info.title)}</title><style nonce="">${style}</style></head><body><main><h1>${escaped(info.title)}</h1><p class="quiet">${escaped(info.description)} The same as <a href="/api/openapi.json">openapi.json</a>.</p>${sections.join('')}<h2 id="schemas">Schemas</h2>${schemas.join('')}</main></body></html>`
}

let made: string | null = null

export function docsPage(): Reply {
  made ??= pageHtml()
  const nonce = crypto.randomUUID()
  return {
    status: 200,
    body: made.replace('nonce=""', `nonce="${nonce}"`),
    headers: {
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Security-Policy': `default-src 'none'; style-src 'nonce-${nonce}'; base-uri 'none'; frame-ancestors 'none'`,
      'X-Content-Type-Options': 'nosniff',
      'Cache-Control': 'no-cache',
    },
  }
}
