import { expect, it } from 'vitest'
import { readProcessFiles } from './index.ts'
import { countingIds, fileOf, problemOf } from './reading.cases.ts'

it.each([
  ['no file', [], 'There is nothing to read.'],
  ['an empty file', [fileOf('a.xml', ' \n')], 'a.xml: The file is empty. Choose another file.'],
  ['a text', [fileOf('a.txt', 'Hello')], 'a.txt: The file is neither XML nor JSON.'],
  [
    'files of two systems',
    [fileOf('a.xml', '<a/>'), fileOf('b.json', '[]')],
    'They are of different systems.',
  ],
  [
    'a web page',
    [fileOf('a.html', '<html><body>Hi</body></html>')],
    'a.html: No opportunity stages in here (<html>).',
  ],
  [
    'deep JSON',
    [fileOf('a.json', '['.repeat(100_000))],
    'a.json:1: The JSON is nested more than 64 levels deep.',
  ],
])('%s gets one clear sentence', async (_, files, expected) => {
  expect(await problemOf(files)).toContain(expected)
})

it('a file above 10 MB is refused by its size alone', async () => {
  const bytes = new Uint8Array(10_000_001)
  const result = await readProcessFiles([{ name: 'big.xml', bytes }], { newId: countingIds() })
  expect(result).toMatchObject({ ok: false, problem: { where: 'big.xml' } })
})

it('a process of a thousand stages is refused with the way out', async () => {
  const value = '<standardValue><fullName>A</fullName><probability>1</probability></standardValue>'
  const file = fileOf('OpportunityStage.xml', `<StandardValueSet>${value.repeat(1_000)}</StandardValueSet>`)
  expect(await problemOf(file)).toBe(
    'OpportunityStage.xml: It has 1000 stages; at most 500 can be imported as one process. Choose one business process or pipeline, or remove the stages that are not in use.',
  )
})

it('the same files give the same process', async () => {
  const file = fileOf('p.json', JSON.stringify([{ label: 'P', stages: [{ label: 'A', probability: 0.5 }] }]))
  const once = await readProcessFiles([file], { newId: countingIds() })
  expect(await readProcessFiles([file], { newId: countingIds() })).toEqual(once)
})
