import { readFileSync } from 'node:fs'
import { inflateSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { draw } from '../../../tests/kit/draw.ts'
import { options, reference, template } from '../../../tests/kit/handbook.ts'
import type { ProcessDocument } from '../../domain/process/process.ts'
import { emptyReferenceData } from '../../domain/process/reference.ts'
import { handbookOf } from './index.ts'
import { handbookPdf, uncoveredLetters } from './pdf.ts'

const font = (file: string) => new Uint8Array(readFileSync(`node_modules/@expo-google-fonts/inter/${file}`))
const fonts = {
  regular: font('400Regular/Inter_400Regular.ttf'),
  bold: font('600SemiBold/Inter_600SemiBold.ttf'),
}

const unpacked = (pdf: string): string[] =>
  [...pdf.matchAll(/stream\n([\s\S]*?)\nendstream/g)].flatMap(([, bytes = '']) => {
    try {
      return [inflateSync(Buffer.from(bytes, 'latin1')).toString('latin1')]
    } catch {
      // Fonts are packed in other ways.
      return []
    }
  })

describe('the handbook as PDF', () => {
  const made = async (document: ProcessDocument) =>
    Buffer.from(
      await handbookPdf(handbookOf(document, reference, options), { fonts, now: options.now }),
    ).toString('latin1')

  it('is tagged, says its language and title, and embeds its letters', async () => {
    const pdf = await made(template('standard-six'))
    expect(pdf.startsWith('%PDF-1.7')).toBe(true)
    for (const mark of [
      '/Marked true',
      '/StructTreeRoot',
      '/DisplayDocTitle true',
      '/Lang (en)',
      '/FontFile2',
    ])
      expect(pdf).toContain(mark)
    for (const tag of ['H1', 'H2', 'H3', 'L', 'LI', 'LBody', 'Table', 'TR', 'TH', 'TD'])
      expect(pdf).toMatch(new RegExp(`/S /${tag}\\b`))
    expect(pdf).toMatch(/\/Scope \/?\(?Column/)
  })

  it('maps its letters back to text, umlauts too', async () => {
    const pdf = await made(draw({ stages: ['new', 'won'], stage: { new: { stageName: 'Größe prüfen' } } }))
    const toText = unpacked(pdf)
      .filter((map) => map.includes('beginbfrange'))
      .join('\n')
    for (const letter of 'öüß') expect(toText).toContain(letter.codePointAt(0)?.toString(16).padStart(4, '0'))
  })

  it('draws the picture as lines: a curve and an arrow for each transition', async () => {
    const curves = async (moves: string[]) => {
      const pages = unpacked(await made(draw({ stages: ['new', 'won'], moves })))
      return (pages.join('\n').match(/^[-\d. ]+ c$/gm) ?? []).length
    }
    expect((await curves(['new > won'])) - (await curves([]))).toBe(1)
  })

  it('of 41 stages with names of 80 characters is written whole', async () => {
    const stages = Array.from({ length: 39 }, (_, index) => `s${index + 1}`)
    const stage = Object.fromEntries(
      stages.map((id) => [id, { stageName: `${id} ${'very long name '.repeat(6)}`.slice(0, 80) }]),
    )
    const pdf = await made(draw({ stages: [...stages, 'won', 'lost'], stage }))
    expect(pdf.trimEnd().endsWith('%%EOF')).toBe(true)
  })

  it('names the letters that it does not have', () => {
    const named = (stageName: string) =>
      uncoveredLetters(
        handbookOf(draw({ stages: ['new'], stage: { new: { stageName } } }), emptyReferenceData, options),
      )
    expect(named('Größe, Łódź, Αθήνα, Москва — “ok” → 5 €')).toEqual([])
    expect(named('見積')).toEqual(['見', '積'])
  })
})
