import fc from 'fast-check'
import { expect, it } from 'vitest'
import { aProcess } from '../../../tests/kit/builders.ts'
import { newProcess, type ProcessDocument, withRows } from '../../domain/process/process.ts'
import { newStage } from '../../domain/process/stage.ts'
import { newTransition } from '../../domain/process/transition.ts'
import { parseXml, type XmlElement } from '../source/xml.ts'
import { anyProcess } from '../stagecraft/processes.cases.ts'
import { englishPicture } from './pictureWords.ts'
import { processToSvg } from './processToSvg.ts'

const parse = (svg: string): XmlElement => parseXml({ name: 'p.svg', text: svg, losses: [] })
const textsOf = (element: XmlElement): string[] => [
  ...(element.name === 'text' ? [element.text] : []),
  ...element.children.flatMap(textsOf),
]
const countOf = (element: XmlElement, name: string): number =>
  (element.name === name ? 1 : 0) + element.children.reduce((sum, child) => sum + countOf(child, name), 0)

const process = (...names: string[]): ProcessDocument =>
  withRows(newProcess({ id: 'p', processName: 'Direct sales', revision: 7 }), {
    stages: names.map((stageName, index) =>
      newStage({
        id: `s${index}`,
        stageName,
        stageOrder: index + 1,
        defaultProbability: index * 10,
        position: { x: index * 260, y: 0 },
      }),
    ),
  })

it('shows the process, each stage and its probability', () => {
  const texts = textsOf(parse(processToSvg(process('Qualify', 'Propose')).svg))
  expect(texts).toEqual(
    expect.arrayContaining(['Direct sales', '2 stages · r7', 'Qualify', 'Propose', '0', '10']),
  )
})

it('names are text, never markup', () => {
  const { svg } = processToSvg(process('</text><script>alert(1)</script>', 'A & "B" \u0000\ud800'))
  expect(countOf(parse(svg), 'script')).toBe(0)
  expect(textsOf(parse(svg)).join(' ')).toContain('A & "B"')
})

it('draws a transition as a curve, a way back dashed, a global one as a badge', () => {
  const document = withRows(process('A', 'B', 'C'), {
    transitions: [
      newTransition({ id: 't1', fromStageId: 's0', toStageId: 's1', transitionName: 'Qualified' }),
      newTransition({ id: 't2', fromStageId: 's1', toStageId: 's0', isRework: true }),
      newTransition({ id: 't3', fromStageId: null, toStageId: 's2', isGlobal: true }),
    ],
  })
  const { svg } = processToSvg(document)
  expect(svg.match(/url\(#arrow\)/g)).toHaveLength(2)
  expect(svg.match(/stroke-dasharray="6 5"/g)).toHaveLength(1)
  expect(textsOf(parse(svg))).toEqual(expect.arrayContaining(['Qualified', 'from any open stage']))
})

it('shortens names that do not fit and keeps them whole in the description', () => {
  const long = 'Unterlagen des Kunden vollständig geprüft und freigegeben durch die Rechtsabteilung'
  const { svg } = processToSvg(process(long))
  expect(textsOf(parse(svg)).some((text) => text.endsWith('…'))).toBe(true)
  expect(svg).toContain(long)
})

it('is the same in light and dark but for the colors', () => {
  const plain = (scheme: 'light' | 'dark') =>
    processToSvg(process('A', 'B'), { scheme }).svg.replace(/#[\da-f]{6}/g, '#')
  expect(plain('dark')).toBe(plain('light'))
})

it('of any process is well-formed, holds every card and is drawn alike each time', () => {
  fc.assert(
    fc.property(anyProcess, (document) => {
      const picture = processToSvg(document)
      const root = parse(picture.svg)
      expect(root.name).toBe('svg')
      expect(picture.width).toBeGreaterThan(0)
      expect(picture.svg).not.toMatch(/NaN|Infinity|undefined/)
      expect(processToSvg(document)).toEqual(picture)
    }),
    { numRuns: 60 },
  )
})

it('speaks the language it is given', () => {
  const words = {
    ...englishPicture,
    won: 'Gewonnen',
    unnamedStage: 'Unbenannte Phase',
    position: (order: number) => `Phase ${order}`,
  }
  const { svg } = processToSvg(aProcess().stage('A', { stageName: '' }).stage('B', { won: true }).document, {
    words,
  })
  expect(svg).toContain('Phase 2 · Gewonnen')
  expect(svg).toMatch(/Unbenannte.*Phase/s)
  expect(svg).not.toMatch(/>Stage \d|Won/)
})
