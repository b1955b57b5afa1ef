/** Every room of the catalogue speaks every language: the same sentences, with the same things named in them. */
import { describe, expect, it } from 'vitest'
import * as german from '../../src/text/de/rooms.ts'
import * as english from '../../src/text/en/index.ts'

type Words = Readonly<Record<string, string>>
const catalogue: Readonly<Record<string, Words>> = english
const other: Readonly<Record<string, Words>> = german

/** Plural forms differ by language; what is asked for is the key without its form. */
const stem = (key: string): string => key.replace(/_(zero|one|two|few|many|other)$/, '')
const stems = (words: Words): string[] => [...new Set(Object.keys(words).map(stem))].sort()
const placeholders = (sentence: string): string[] =>
  [...new Set([...sentence.matchAll(/\{\{(\w+)\}\}/g)].map(([, name = '']) => name))]
    .filter((name) => name !== 'count')
    .sort()

describe('German', () => {
  it('has the rooms of the English catalogue', () => {
    expect(Object.keys(other).sort()).toEqual(Object.keys(catalogue).sort())
  })

  describe.each(Object.keys(catalogue))('%s', (room) => {
    const from = catalogue[room] ?? {}
    const to = other[room] ?? {}

    it('says every sentence, and none that is not asked for', () => {
      expect(stems(to)).toEqual(stems(from))
    })

    it('has both forms where something is counted', () => {
      const counted = Object.keys(to).filter((key) => key.endsWith('_other'))
      expect(counted.filter((key) => to[key.replace(/_other$/, '_one')] === undefined)).toEqual([])
    })

    it('names the same things', () => {
      const wrong = Object.entries(to).filter(([key, sentence]) => {
        const original = from[key] ?? from[`${stem(key)}_other`] ?? from[`${stem(key)}_one`] ?? ''
        return JSON.stringify(placeholders(sentence)) !== JSON.stringify(placeholders(original))
      })
      expect(wrong).toEqual([])
    })
  })
})
