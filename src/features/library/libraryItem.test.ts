import { describe, expect, it } from 'vitest'
import { newProcess, withRows } from '../../domain/process/process.ts'
import { newStage } from '../../domain/process/stage.ts'
import { findItems, libraryItems } from './libraryItem.ts'
import { freeProcessCode } from './processCode.ts'

const process = (id: string, processName: string, revision = 1) =>
  withRows(newProcess({ id, processName, revision, updatedAt: `2026-01-0${id}T00:00:00Z` }), {
    stages: [newStage({ id: `${id}-1`, stageName: `First of ${processName}` })],
  })
const renamed = (id: string, name: string) => {
  const document = process(id, name)
  return { ...document, process: { ...document.process, processName: `${name} new` } }
}
const enterprise = process('1', 'Enterprise')
const renewal = process('2', 'Renewal')

describe('the cards of the library', () => {
  it('shows a draft with changes in place of what it changes, with the published revision', () => {
    const items = libraryItems(
      [],
      [enterprise],
      [{ document: renamed('1', 'Enterprise'), base: enterprise, updatedAt: '2026-02-01T00:00:00Z' }],
    )
    expect(items).toHaveLength(1)
    expect(items[0]).toMatchObject({ name: 'Enterprise new', revision: 1, draft: { changes: 1 } })
  })

  it('knows no draft where nothing was changed', () => {
    const items = libraryItems([], [enterprise], [{ document: enterprise, base: enterprise, updatedAt: '' }])
    expect(items[0]?.draft).toBeNull()
  })

  it('shows a process that is only on this device as never published', () => {
    const items = libraryItems([], [], [{ document: renewal, base: null, updatedAt: '2026-02-01T00:00:00Z' }])
    expect(items[0]).toMatchObject({ name: 'Renewal', revision: 0 })
  })
})

describe('finding', () => {
  const items = libraryItems(
    [],
    [enterprise, renewal],
    [{ document: process('3', 'Inside sales', 0), base: null, updatedAt: '2026-03-01T00:00:00Z' }],
  )
  const atWork = { errors: new Map([['3', 2]]), editors: new Map([['1', 'Olga']]) }
  const names = (query: Partial<Parameters<typeof findItems>[1]>) =>
    findItems(items, { search: '', filter: 'all', sort: 'name', ...query }, atWork).map((item) => item.name)

  it('finds by every word, also in stage names', () => {
    expect(names({ search: 'first renewal' })).toEqual(['Renewal'])
    expect(names({ search: 'sales' })).toEqual(['Inside sales'])
    expect(names({ search: 'nothing like it' })).toEqual([])
  })
  it('filters by state', () => {
    expect(names({ filter: 'unpublished' })).toEqual(['Inside sales'])
    expect(names({ filter: 'published' })).toEqual(['Enterprise', 'Renewal'])
    expect(names({ filter: 'problems' })).toEqual(['Inside sales'])
    expect(names({ filter: 'others' })).toEqual(['Enterprise'])
  })
  it('puts the last changed first', () => {
    expect(names({ sort: 'recent' })).toEqual(['Inside sales', 'Renewal', 'Enterprise'])
  })
})

describe('a code from a name', () => {
  it.each([
    ['Enterprise sales', [], 'ENTERPRISE_SALES'],
    ['Großkunden & Verträge', [], 'GROSSKUNDEN_VERTRAGE'],
    ['Enterprise sales', ['ENTERPRISE_SALES'], 'ENTERPRISE_SALES_2'],
    ['A very long name of a process', [], 'A_VERY_LONG_NAME_OF'],
    ['日本', [], 'PROCESS'],
  ])('%s with %j taken becomes %s', (name, taken, code) => {
    expect(freeProcessCode(name, new Set(taken))).toBe(code)
  })
})
