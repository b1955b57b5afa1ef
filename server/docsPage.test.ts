import { expect, it } from 'vitest'
import { docsPage } from './docsPage.ts'

it('lets the page of the API reference run nothing, and style itself by a nonce of this very answer', async () => {
  const pages = [docsPage(), docsPage()]
  const nonces = pages.map(({ headers, body }) => {
    const policy = headers['Content-Security-Policy'] ?? ''
    expect(policy).toMatch(/^default-src 'none'; style-src 'nonce-[\w-]{36}'; base-uri 'none'/)
    const nonce = /'nonce-([\w-]+)'/.exec(policy)?.[1]
    expect(String(body).match(/<(?:style|script)[^>]*>| style=/g)).toEqual([`<style nonce="${nonce}">`])
    return nonce
  })
  expect(new Set(nonces).size).toBe(2)
})
