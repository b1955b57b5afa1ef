import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { describeWithFixtures } from '../../../tests/kit/fixtures.ts'
import { closedFormAnswer, readClosedForm } from './closedForm.ts'
import { parseFraction } from './fraction.ts'
import { solveChain } from './markov.ts'
import { matrixOf } from './transitionMatrix.ts'

const answer = (json: unknown) => {
  const result = readClosedForm(json)
  if (!result.ok) throw new Error(result.sentence)
  return closedFormAnswer(result.chain, solveChain(matrixOf(result.chain)))
}
const near = (value: number | undefined, exact: unknown) => {
  const expected = parseFraction(exact) ?? Number.NaN
  expect(Math.abs((value ?? Number.NaN) - expected)).toBeLessThanOrEqual(
    1e-9 * Math.max(1, Math.abs(expected)),
  )
}

describeWithFixtures('closed-form', (folder) => {
  const files = readdirSync(folder).filter((name) => name.startsWith('random-'))

  it('are all there', () => expect(files).toHaveLength(16))

  it.each(files)('%s is reproduced within 1e-9', (file) => {
    const given = JSON.parse(readFileSync(join(folder, file), 'utf8'))
    const { expected } = given
    const own = answer(given)
    near(own.pWin, expected.pWin)
    near(own.pLost, expected.pLost)
    near(own.pNever, expected.pNever)
    expect(Object.keys(own.absorb).sort()).toEqual(Object.keys(expected.absorb).sort())
    for (const [id, value] of Object.entries<{ exact: string }>(expected.absorb))
      near(own.absorb[id], value.exact)
    for (const key of ['visits', 'everReach', 'winFrom'] as const) {
      expect(Object.keys(own[key]).sort()).toEqual(Object.keys(expected[key]).sort())
      for (const [id, value] of Object.entries(expected[key])) near(own[key][id], value)
    }
    for (const key of ['timeToClose', 'timeToWon', 'timeToLost'] as const) {
      near(own[key]?.mean, expected[key].mean)
      near(own[key]?.var, expected[key].var)
      near(own[key]?.sd, expected[key].sdF)
    }
    for (const key of ['reachable', 'unreachable', 'trapped'] as const)
      expect(own[key]).toEqual(expected[key])
  })
})

const stages = [
  { id: 'A', kind: 'open', mean: 2, var: 0 },
  { id: 'Won', kind: 'won' },
]
it.each([
  [
    'a start that is not there',
    { start: 'B', stages, transitions: [] },
    'The start “B” is not among the stages.',
  ],
  [
    'shares that do not add up',
    { start: 'A', stages, transitions: [{ from: 'A', to: 'Won', p: '6/13' }] },
    'The shares out of “A” add up to 0.461538, not to 1.',
  ],
  [
    'a share that is no number',
    { start: 'A', stages, transitions: [{ from: 'A', to: 'Won', p: '1/0' }] },
    'At transitions.0.p: “1/0” is neither a number nor a fraction such as "6/13".',
  ],
  [
    'a transition to nowhere',
    { start: 'A', stages, transitions: [{ from: 'A', to: 'C', p: 1 }] },
    'A transition names the stage “C”, which is not there.',
  ],
  [
    'the same stage twice',
    { start: 'A', stages: [...stages, stages[0]], transitions: [] },
    'Two stages have the id “A”.',
  ],
])('says what is wrong with %s', (_, json, sentence) => {
  expect(readClosedForm(json)).toEqual({ ok: false, sentence })
})

it('says of a stage without exit that its deals never close', () => {
  const own = answer({ start: 'A', stages, transitions: [] })
  expect(own).toMatchObject({ pWin: 0, pLost: 0, pNever: 1, timeToClose: null, trapped: ['A'], visits: {} })
})
