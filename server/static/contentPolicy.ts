/**
 * What the page may load and do, as its `Content-Security-Policy`: our own files, styles that carry the nonce of this
 * answer, the two workers that `src/ui/trustedScripts.ts` names, the backend. Nothing that is written into the page
 * as text ever runs. Kept offline with its header, the page goes on with the nonce it came with.
 */

/** Where the page has `nonce=""`, it gets the one of its answer. */
export const noncePlace = 'nonce=""'

export interface ContentPolicy {
  ofPage(nonce: string): string
  /** For scripts: it binds those that run as workers. */
  readonly ofWorkers: string
}

/** @param page the built `index.html`: it may describe a backend elsewhere. */
export function contentPolicy(page: string): ContentPolicy {
  const connect = ["connect-src 'self'", ...backendsOf(page)].join(' ')
  return {
    ofPage: (nonce) =>
      [
        "default-src 'self'",
        "script-src 'self'",
        `style-src-elem 'self' 'nonce-${nonce}'`,
        "style-src-attr 'none'",
        "img-src 'self' data: blob:",
        // What is printed is a page of its own for that while, under this same policy.
        'frame-src blob:',
        connect,
        "object-src 'none'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
        "form-action 'self'",
        "require-trusted-types-for 'script'",
        'trusted-types stagecraft-workers',
      ].join('; '),
    ofWorkers: ["default-src 'none'", "script-src 'self'", connect].join('; '),
  }
}

/** The origin of the backend that the page describes, for requests and for its socket. */
function backendsOf(page: string): readonly string[] {
  const found = /"base_url"\s*:\s*"(https?:\/\/[^"]+)"/.exec(page.replaceAll('&quot;', '"'))?.[1]
  if (found === undefined || !URL.canParse(found)) return []
  const { origin } = new URL(found)
  return [origin, origin.replace(/^http/, 'ws')]
}
