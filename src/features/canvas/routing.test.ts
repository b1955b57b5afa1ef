import { describe, expect, it } from 'vitest'
import { aProcess } from '../../../tests/kit/builders.ts'
import { layeredProcess } from '../../../tests/kit/layeredProcess.ts'
import type { ProcessDocument } from '../../domain/process/process.ts'
import { type Box, cardBox, touches } from './geometry.ts'
import { Places } from './places.ts'
import type { Route } from './routes.ts'
import { plannedRoute } from './routing.ts'

const routeOf = (document: ProcessDocument, id: string): Route => {
  const route = plannedRoute(document, id)
  if (!route) throw new Error(`${id} has no way.`)
  return route
}

/** How many cards the ways of a process run through. */
function crossings(document: ProcessDocument): number {
  const cards = new Places()
  for (const { id, position } of Object.values(document.stages)) cards.put(cardBox(position), id)
  return Object.values(document.transitions).reduce((sum, { id, fromStageId, toStageId }) => {
    const route = plannedRoute(document, id)
    return sum + (route ? cards.crossedBy(route.points, [fromStageId ?? '', toStageId]) : 0)
  }, 0)
}

describe('the ways of a process', () => {
  it('lead around the card that stands between', () => {
    const { document } = aProcess()
      .stage('Top', { at: [0, 0] })
      .stage('Between', { at: [0, 150] })
      .stage('Bottom', { at: [0, 300] })
      .stage('Beside', { at: [310, 150] })
      .connect('Top', 'Bottom')
      .connect('Bottom', 'Top')
      .connect('Beside', 'Top')
    expect(crossings(document)).toBe(0)
  })

  it('cross few cards where everybody leads to everybody', () => {
    let process = aProcess()
    const names = Array.from({ length: 12 }, (_, index) => `S${index}`)
    for (const [index, name] of names.entries())
      process = process.stage(name, { at: [(index % 4) * 310, Math.floor(index / 4) * 150] })
    for (const from of names)
      for (const to of names)
        if (from !== to && (from.length + to.charCodeAt(1)) % 3 === 0) process = process.connect(from, to)
    expect(Object.keys(process.document.transitions).length).toBeGreaterThan(30)
    expect(crossings(process.document)).toBe(0)
  })

  it('put parallel transitions and their chips apart', () => {
    const { document } = aProcess()
      .stage('A', { at: [0, 0] })
      .stage('B', { at: [310, 0] })
      .connect('A', 'B', { id: 'one', transitionName: 'Budget confirmed' })
      .connect('A', 'B', { id: 'two', transitionName: 'Board agreed' })
    const [one, two] = ['one', 'two'].map((id) => routeOf(document, id))
    expect(one?.path).not.toBe(two?.path)
    const chip = ({ x, y }: { x: number; y: number } = { x: 0, y: 0 }): Box => ({
      left: x - 50,
      right: x + 50,
      top: y - 13,
      bottom: y + 13,
    })
    expect(touches(chip(one?.label), chip(two?.label))).toBe(false)
  })

  it('keep chips with the longest names off the cards', () => {
    const transitionName = 'Commercial terms agreed in writing by every member of the buying committee today'
    let process = aProcess()
    for (let index = 0; index < 6; index += 1) process = process.stage(`S${index}`, { at: [index * 310, 0] })
    for (let index = 0; index < 5; index += 1)
      process = process.connect(`S${index}`, `S${index + 1}`, { transitionName })
    const { document } = process
      .connect('S0', 'S4', { transitionName })
      .connect('S5', 'S1', { transitionName })
    for (const { id } of Object.values(document.transitions)) {
      const { x, y } = routeOf(document, id).label
      const chip = { left: x - 52, right: x + 52, top: y - 18, bottom: y + 18 }
      for (const stage of Object.values(document.stages))
        expect(touches(chip, cardBox(stage.position)), `${id} over ${stage.id}`).toBe(false)
    }
  })

  it('stay the same objects while only words of a stage change, or another part moves', () => {
    const { document } = aProcess()
      .stage('A', { at: [0, 0] })
      .stage('B', { at: [310, 0] })
      .stage('Far', { at: [2000, 900] })
      .connect('A', 'B')
    const before = routeOf(document, 'A → B')
    const { A, Far } = document.stages
    if (!A || !Far) throw new Error('The stages are missing.')
    const renamed = { ...document, stages: { ...document.stages, A: { ...A, stageName: 'Renamed' } } }
    expect(routeOf(renamed, 'A → B')).toBe(before)
    const moved = {
      ...renamed,
      stages: { ...renamed.stages, Far: { ...Far, position: { x: 2000, y: 700 } } },
    }
    expect(routeOf(moved, 'A → B')).toBe(before)
  })

  it('are found for large processes one by one', () => {
    const document = layeredProcess(600)
    const [first] = Object.keys(document.transitions)
    expect(routeOf(document, first ?? '').path).toMatch(/^M/)
  })
})
