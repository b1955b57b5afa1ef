import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { newProcess, type ProcessDocument, withRows } from '../../domain/process/process.ts'
import { newStage } from '../../domain/process/stage.ts'
import { newTransition } from '../../domain/process/transition.ts'
import { documentToWire } from '../../domain/process/wireDocument.ts'
import {
  countingIds,
  fileOf,
  movesInShort,
  problemOf,
  read,
  readDocument,
  sentences,
} from '../reading.cases.ts'
import { anyProcess, someReference } from './processes.cases.ts'
import { referencedBy } from './referencedBy.ts'
import { writeStagecraft } from './write.ts'

const file = (value: unknown) => fileOf('p.json', typeof value === 'string' ? value : JSON.stringify(value))
const simple: ProcessDocument = withRows(newProcess({ id: 'p', processName: 'Direct sales' }), {
  stages: [
    newStage({ id: 'b', stageName: 'B', stageOrder: 2, requiredFields: ['amount'] }),
    newStage({ id: 'a', stageName: 'A', stageOrder: 1 }),
  ],
  transitions: [newTransition({ id: 't', fromStageId: 'a', toStageId: 'b' })],
})
const framed = (process: unknown) => file({ format: 'stagecraft-process/1', process })

describe('our own file', () => {
  it('leaves empty what whoever exported it could not see, and says so', async () => {
    const stages = [newStage({ id: 'a', stageName: 'A', hidden: ['guidance', 'notes'] })]
    const written = writeStagecraft(withRows(simple, { stages }))
    expect(JSON.parse(written).hidden).toEqual({
      why: expect.stringContaining('may not see these fields'),
      fields: ['stage.guidance', 'stage.notes'],
    })
    expect(JSON.parse(writeStagecraft(simple))).not.toHaveProperty('hidden')
    const result = await read(file(written))
    expect(result.document?.stages.a).toMatchObject({ guidance: '', notes: '' })
    expect(result.document?.stages.a?.hidden).toBeUndefined()
    expect(sentences(result, 'dropped')).toContain(
      'stages: Hidden from whoever exported it, so left empty: guidance, notes.',
    )
  })

  it('gives back any process exactly, with the reference data it names', async () => {
    await fc.assert(
      fc.asyncProperty(anyProcess, async (document) => {
        const result = await read(file(writeStagecraft(document, someReference)))
        expect(result.document).toEqual(document)
        expect(result.reference).toEqual(referencedBy(document, someReference))
        expect(sentences(result, 'guessed')).toEqual([])
        expect(sentences(result, 'dropped')).toEqual([])
      }),
      { numRuns: 150 },
    )
  })

  it('has the same bytes for the same process, whatever way its keys came into memory', () => {
    const backwards = (value: unknown): unknown =>
      Array.isArray(value)
        ? value.map(backwards)
        : typeof value === 'object' && value !== null
          ? Object.fromEntries(
              Object.entries(value)
                .toReversed()
                .map(([key, held]) => [key, backwards(held)]),
            )
          : value
    fc.assert(
      fc.property(anyProcess, (document) => {
        const other = backwards(document) as ProcessDocument
        expect(writeStagecraft(other, someReference)).toBe(writeStagecraft(document, someReference))
      }),
      { numRuns: 100 },
    )
  })

  it('is two spaces deep, ends with a newline and names its schema and format first', () => {
    const text = writeStagecraft(simple)
    expect(text.split('\n').slice(0, 4)).toEqual([
      '{',
      '  "$schema": "./stagecraft-process.schema.json",',
      '  "format": "stagecraft-process/1",',
      '  "process": {',
    ])
    expect(text.endsWith('}\n')).toBe(true)
    expect(text.indexOf('"stage_name": "A"')).toBeLessThan(text.indexOf('"stage_name": "B"'))
  })

  it('carries only the fields, actions and workflows that the process names', () => {
    expect(Object.keys(referencedBy(simple, someReference).fields)).toEqual(['amount'])
  })
})

describe('a file written by hand', () => {
  it('may leave out what has a default, and is told so', async () => {
    const result = await read(
      framed({
        process_name: 'Short',
        stages: [
          { id: 'a', stage_name: 'A' },
          { stage_name: 'B', stage_order: 2 },
        ],
        transitions: [{ from_stage_id: 'a', to_stage_id: 'id-1' }],
      }),
      { newId: countingIds() },
    )
    expect(Object.values(result.document?.stages ?? {}).map((stage) => stage.stageName)).toEqual(['A', 'B'])
    expect(sentences(result, 'guessed').join()).toContain(
      'Not in the file, so the defaults were taken: company_id',
    )
  })

  it('has unknown columns named and left out', async () => {
    const result = await read(
      framed({ process_name: 'P', stages: [{ id: 'a', stage_name: 'A', probabilty: 5 }] }),
    )
    expect(sentences(result, 'dropped')).toContain('stages: Unknown, so left out: probabilty.')
  })

  it.each([
    [
      'a wrong type',
      { stages: [{ id: 'a', stage_name: 'A', default_probability: 'high' }] },
      'p.json, process.stages[0].default_probability: The value does not fit here: Invalid input: expected number',
    ],
    ['a list that is none', { stages: {} }, 'p.json, process.stages: This has to be a list.'],
    [
      'two rows of one id',
      { stages: [{ id: 'a' }, { id: 'a' }] },
      'p.json, process.stages[1]: The id “a” comes twice.',
    ],
    ['a reserved id', { stages: [{ id: '__proto__' }] }, 'This id is reserved.'],
  ])('%s is named with its path', async (_, more, expected) => {
    expect(await problemOf(framed({ process_name: 'P', ...more }))).toContain(expected)
  })

  it('keeps no transition whose stage is missing', async () => {
    const wire = documentToWire(simple)
    const result = await read(framed({ ...wire, stages: wire.stages.slice(0, 1) }))
    expect(result.document?.transitions).toEqual({})
    expect(sentences(result, 'dropped').join()).toContain('a stage that is not in the file')
  })
})

it('reads a process as the API answers it', async () => {
  expect(await readDocument(file(documentToWire(simple)))).toEqual(simple)
})

it('refuses a file of a later format with what to do', async () => {
  expect(await problemOf(file({ format: 'stagecraft-process/2', process: {} }))).toBe(
    'p.json, format: The file is “stagecraft-process/2”, but only “stagecraft-process/1” can be read. Export it again with this version, or update the app.',
  )
})

it('gives new ids throughout where it is asked to', async () => {
  const newId = countingIds('new')
  const published = {
    ...simple,
    process: { ...simple.process, revision: 7, isDefault: true, companyId: 'c' },
  }
  const document = await readDocument(file(writeStagecraft(published)), { ids: 'fresh', newId })
  expect(document.process).toMatchObject({ id: 'new-1', revision: 0, isDefault: false, companyId: '' })
  expect(movesInShort(document)).toEqual(['A → B'])
  const ids = [...Object.keys(document.stages), ...Object.keys(document.transitions)]
  expect(ids.every((id) => id.startsWith('new-'))).toBe(true)
})
