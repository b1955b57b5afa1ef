import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dirtyDocument, soundDocument } from '../../tests/kit/arbitraries.ts'
import { aProcess, standard } from '../../tests/kit/builders.ts'
import type { ProcessDocument } from '../domain/process/process.ts'
import type { ElementRef } from './editor.ts'
import {
  type Direction,
  directionOf,
  firstTransition,
  follow,
  goTo,
  type Place,
  type Step,
  standing,
  walk,
} from './navigation.ts'
import { exists, heirOf } from './session.ts'
import { localExits } from './ways.ts'

const stage = (id: string): ElementRef => ({ kind: 'stage', id })

/** Walks by several keys; a list of where it came to, or what was said instead. */
function tour(document: ProcessDocument, start: ElementRef, ...directions: Direction[]): string[] {
  let place: Place = standing(start)
  return directions.map((direction) => {
    const step = walk(document, place, direction)
    if (step.place === null) return step.say
    place = step.place
    return step.say === null ? place.element.id : `${place.element.id} (${step.say})`
  })
}

const branching = aProcess()
  .stage('Lead in', 10)
  .stage('Qualification', 30)
  .stage('Proposal', 60)
  .stage('Nurture', { at: [520, 200] })
  .stage('Won', { won: true })
  .connect('Lead in', 'Qualification', { transitionName: 'Interested' })
  .connect('Qualification', 'Proposal')
  .connect('Qualification', 'Nurture')
  .connect('Nurture', 'Qualification')
  .connect('Proposal', 'Won').document

describe('walking', () => {
  it('goes straight to the next stage where there is one way, naming what was passed', () => {
    const step = walk(branching, standing(stage('Lead in')), 'forward')
    expect(step).toMatchObject({
      place: { element: stage('Qualification') },
      say: null,
      via: 'via Interested',
    })
  })

  it('stops at the transitions where there are several, and goes through them up and down', () => {
    expect(tour(branching, stage('Qualification'), 'forward', 'below', 'below', 'above', 'forward')).toEqual([
      'Qualification → Proposal',
      'Qualification → Nurture',
      'No transition after this one.',
      'Qualification → Proposal',
      'Proposal',
    ])
  })

  it('comes back by the way it went', () => {
    expect(tour(branching, stage('Qualification'), 'forward', 'below', 'forward', 'back', 'back')).toEqual([
      'Qualification → Nurture'.replace('Nurture', 'Proposal'),
      'Qualification → Nurture',
      'Nurture',
      'Qualification',
      'Lead in → Qualification',
    ])
  })

  it('says so when it comes round', () => {
    expect(tour(branching, stage('Qualification'), 'forward', 'below', 'forward', 'forward')).toEqual([
      'Qualification → Proposal',
      'Qualification → Nurture',
      'Nurture',
      'Qualification (Back to Qualification.)',
    ])
  })

  it('says where the road ends', () => {
    expect(tour(branching, stage('Won'), 'forward')).toEqual(['Won is a final stage. No next stage.'])
    expect(tour(branching, stage('Lead in'), 'back')).toEqual(['Lead in is the start.'])
    expect(tour(branching, stage('Nurture'), 'below')).toEqual(['No stage below.'])
    expect(tour(aProcess().stage('Alone').document, stage('Alone'), 'forward')).toEqual([
      'Alone has no outgoing transition.',
    ])
  })

  it('finds the stage above and below', () => {
    expect(tour(branching, stage('Proposal'), 'below', 'above')).toEqual(['Nurture', 'Proposal'])
  })

  it('comes from a final stage upon the global transition that leads there', () => {
    expect(tour(standard().document, stage('Lost'), 'back', 'back', 'forward')).toEqual([
      '* → Lost',
      'This transition leaves every open stage.',
      'Lost',
    ])
  })

  it('turns with the layout', () => {
    expect(directionOf('ArrowDown', 'down')).toBe('forward')
    expect(directionOf('ArrowDown')).toBe('below')
  })
})

describe('jumping', () => {
  it('follows the n-th transition and lands on the first', () => {
    const at = standing(stage('Qualification'))
    expect(follow(branching, at, 2).place?.element).toEqual(stage('Nurture'))
    expect(follow(branching, at, 3)).toEqual({ place: null, say: 'There is no transition 3 here.' })
    expect(firstTransition(branching, standing(stage('Lead in'))).place?.element).toEqual({
      kind: 'transition',
      id: 'Lead in → Qualification',
    })
  })

  it('knows start and last, and where the order ends', () => {
    expect(goTo(branching, null, 'start').place?.element).toEqual(stage('Lead in'))
    expect(goTo(branching, null, 'last').place?.element).toEqual(stage('Won'))
    expect(goTo(branching, stage('Won'), 'next')).toEqual({ place: null, say: 'Won is the last stage.' })
    expect(goTo(aProcess().document, null, 'next')).toEqual({ place: null, say: 'There is no stage yet.' })
  })
})

describe('in any process', () => {
  const directions: readonly Direction[] = ['forward', 'back', 'above', 'below']
  const elements = (document: ProcessDocument): ElementRef[] => [
    ...Object.keys(document.stages).map(stage),
    ...Object.keys(document.transitions).map((id): ElementRef => ({ kind: 'transition', id })),
  ]
  const lands = (document: ProcessDocument, step: Step) => {
    if (step.place === null) expect(step.say).toMatch(/^.+\.$/)
    else expect(exists(document, step.place.element)).toBe(true)
  }

  it('Page Down visits every stage exactly once, Page Up the same way back', () => {
    fc.assert(
      fc.property(dirtyDocument, (document) => {
        const go = (first: 'start' | 'last', then: 'next' | 'previous') => {
          let here = goTo(document, null, first).place?.element ?? null
          const ends = goTo(document, null, 'last').place?.element
          if (first === 'start') {
            // The start may stand anywhere in the order: go to the very first stage.
            for (
              let step = goTo(document, here, 'previous');
              step.place;
              step = goTo(document, here, 'previous')
            )
              here = step.place.element
          }
          const visited = here ? [here.id] : []
          for (let step = goTo(document, here, then); step.place; step = goTo(document, here, then)) {
            here = step.place.element
            visited.push(here.id)
          }
          expect(ends ? visited.length : 0).toBe(Object.keys(document.stages).length)
          expect(new Set(visited).size).toBe(visited.length)
          return visited
        }
        expect(go('last', 'previous').reverse()).toEqual(go('start', 'next'))
      }),
      { numRuns: 200 },
    )
  })

  it('no arrow is ever silent', () => {
    fc.assert(
      fc.property(
        dirtyDocument,
        fc.array(fc.constantFrom(...directions), { maxLength: 8 }),
        (document, keys) => {
          for (const start of elements(document)) {
            let place = standing(start)
            for (const key of keys) {
              const step = walk(document, place, key)
              lands(document, step)
              place = step.place ?? place
            }
            lands(document, firstTransition(document, place))
            lands(document, follow(document, place, 1))
          }
        },
      ),
      { numRuns: 200 },
    )
  })

  it('forward and then back returns, over the transition where several lead in', () => {
    fc.assert(
      fc.property(soundDocument, (document) => {
        for (const id of Object.keys(document.stages)) {
          const there = walk(document, standing(stage(id)), 'forward')
          if (!there.place) continue
          const back = walk(document, there.place, 'back')
          if (back.place?.element.kind === 'transition') {
            expect(localExits(document, id).map((exit) => exit.id)).toContain(back.place.element.id)
            expect(walk(document, back.place, 'back').place?.element).toEqual(stage(id))
          } else expect(back.place?.element).toEqual(stage(id))
        }
      }),
      { numRuns: 300 },
    )
  })

  it('every transition can be reached from the stage it leaves or enters', () => {
    fc.assert(
      fc.property(soundDocument, (document) => {
        for (const { id, fromStageId, toStageId } of Object.values(document.transitions)) {
          let step = firstTransition(document, standing(stage(fromStageId ?? toStageId)))
          if (fromStageId === null && localExits(document, toStageId).length > 0)
            step = walk(document, standing(stage(toStageId)), 'back')
          const seen: string[] = []
          for (let guard = 0; step.place && guard < 20; guard += 1) {
            seen.push(step.place.element.id)
            step = walk(document, step.place, 'below')
          }
          expect(seen).toContain(id)
        }
      }),
      { numRuns: 300 },
    )
  })

  it('a deleted element always has an heir as long as a stage is left', () => {
    fc.assert(
      fc.property(soundDocument, (document) => {
        for (const id of Object.keys(document.stages)) {
          const { [id]: _, ...stages } = document.stages
          const heir = heirOf(stage(id), document, { ...document, stages })
          expect(heir !== null && exists({ ...document, stages }, heir)).toBe(true)
        }
      }),
      { numRuns: 100 },
    )
  })
})
