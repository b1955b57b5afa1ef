import { describe, expect, it } from 'vitest'
import { etagOf, parseETag, type Tagged } from './etag.ts'

describe('an ETag', () => {
  it.each<[Tagged, string]>([
    [{ of: 'process', revision: 13 }, '"v13"'],
    [{ of: 'stages', id: 'a-1', revision: 2 }, '"s-a-1-2"'],
    [{ of: 'approvalWorkflows', id: 'a-1', revision: 3 }, '"w-a-1-3"'],
    [{ of: 'transitions', id: 'Ü "x"', revision: 1 }, '"t-%C3%9C%20%22x%22-1"'],
  ])('of %j is %s, and is read back from it', (tagged, text) => {
    expect(etagOf(tagged)).toBe(text)
    expect(parseETag(text)).toEqual(tagged)
    expect(parseETag(` W/${text}`)).toEqual(tagged)
    for (const encoding of ['gzip', 'zstd', 'br'])
      expect(parseETag(text.replace(/"$/, `-${encoding}"`))).toEqual(tagged)
  })

  it.each(['', '*', 'v13', '"v"', '"v-1"', '"s-1"', '"x-a-1"', '"s-%-1"', '"v13'])('is not %j', (text) => {
    expect(parseETag(text)).toBeNull()
  })
})
