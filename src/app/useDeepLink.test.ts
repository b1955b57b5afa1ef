import { expect, it } from 'vitest'
import { newProcess, withRows } from '../domain/process/process.ts'
import { newStage } from '../domain/process/stage.ts'
import { newTransition } from '../domain/process/transition.ts'
import { elementOf } from './useDeepLink.ts'

const document = withRows(newProcess({ id: 'p1', processName: 'Sales' }), {
  stages: [newStage({ id: 's1', stageName: 'Qualify', stageCode: 'QUALIFY' })],
  transitions: [newTransition({ id: 't1', fromStageId: 's1', toStageId: 's1' })],
})

it.each([
  ['stage:QUALIFY', { kind: 'stage', id: 's1' }],
  ['stage:s1', { kind: 'stage', id: 's1' }],
  ['transition:t1', { kind: 'transition', id: 't1' }],
  ['stage:GONE', null],
  ['transition:QUALIFY', null],
  ['nonsense', null],
])('a link to %s leads to %j', (select, element) => {
  expect(elementOf(document, select)).toEqual(element)
})
