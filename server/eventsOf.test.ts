/** One write, what the world is told of it. */
import { describe, expect, it } from 'vitest'
import { diffProcesses } from '../src/domain/process/diff.ts'
import { newProcess, type ProcessDocument, withRows } from '../src/domain/process/process.ts'
import { newStage } from '../src/domain/process/stage.ts'
import { newTransition } from '../src/domain/process/transition.ts'
import { eventsOf, type Written } from './eventsOf.ts'

const empty = newProcess({ id: 'p', processName: 'Pipeline' })
const first = newStage({ id: 'a', stageName: 'A', stageCode: 'A', stageOrder: 1 })
const second = newStage({ id: 'b', stageName: 'B', stageCode: 'B', stageOrder: 2 })
const way = newTransition({ id: 't', fromStageId: 'a', toStageId: 'b' })
const whole = withRows(empty, { stages: [first, second], transitions: [way] })

const told = (before: ProcessDocument | null, after: ProcessDocument | null, more: Partial<Written> = {}) =>
  eventsOf({
    processId: 'p',
    kind: 'edit',
    reason: null,
    revision: 7,
    before,
    after,
    diff: diffProcesses(before ?? empty, after ?? empty),
    ...more,
  })

describe('events of a write', () => {
  it('tell of a new process by its rows first and the publish last', () => {
    const events = told(null, whole, { kind: 'publish', reason: 'Begin' })
    expect(events.map(({ kind, rowId }) => [kind, rowId])).toEqual([
      ['stage.created', 'a'],
      ['stage.created', 'b'],
      ['transition.created', 't'],
      ['process.created', 'p'],
      ['process.published', 'p'],
    ])
    expect(events[0]?.data).toMatchObject({ stage: { id: 'a', stage_code: 'A' } })
    expect(events.at(-1)).toMatchObject({ revision: 7, data: { reason: 'Begin' } })
  })

  it('tell a changed stage with its field names, what it is and what it was', () => {
    const after = withRows(whole, { stages: [{ ...first, stageName: 'First', updatedAt: 'now' }] })
    expect(told(whole, after)).toEqual([
      {
        kind: 'stage.updated',
        processId: 'p',
        rowId: 'a',
        revision: 7,
        fields: ['stage_name'],
        data: { stage: expect.objectContaining({ stage_name: 'First' }), previous: { stage_name: 'A' } },
      },
    ])
  })

  it('tell the actions of a transition, now and before, in the form in which transitions are read', () => {
    const mail = { action_code: 'MAIL', parameters: {} }
    const sent = (execution_order: number) => ({ ...mail, execution_order })
    const had = { ...way, actions: [mail] }
    const before = withRows(whole, { transitions: [had] })
    const after = withRows(before, { transitions: [{ ...had, actions: [mail, mail] }] })
    expect(told(before, after)).toMatchObject([
      {
        kind: 'transition.updated',
        fields: ['actions'],
        data: { transition: { actions: [sent(1), sent(2)] }, previous: { actions: [sent(1)] } },
      },
    ])
  })

  it('tell a new order once, with all stages', () => {
    const after = withRows(whole, {
      stages: [
        { ...first, stageOrder: 2 },
        { ...second, stageOrder: 1 },
      ],
    })
    expect(told(whole, after)).toMatchObject([
      {
        kind: 'stage.reordered',
        data: {
          order: [
            { id: 'b', stage_order: 1 },
            { id: 'a', stage_order: 2 },
          ],
        },
      },
    ])
  })

  it('tell what went with a deleted stage, and why', () => {
    const after = { ...whole, stages: { a: first }, transitions: {} }
    const events = told(whole, after, { reason: 'Unused' })
    expect(events.map(({ kind, rowId }) => [kind, rowId])).toEqual([
      ['stage.deleted', 'b'],
      ['transition.deleted', 't'],
    ])
    expect(events[0]?.data).toMatchObject({ reason: 'Unused', stage: { stage_name: 'B' } })
  })

  it('tell of stamps and the revision alone nothing, of the process’s own fields once', () => {
    const stamped = { ...whole, process: { ...whole.process, revision: 8, updatedAt: 'now' } }
    expect(told(whole, stamped)).toEqual([])
    const renamed = { ...whole, process: { ...whole.process, processName: 'Renewals' } }
    expect(told(whole, renamed)).toMatchObject([{ kind: 'process.updated', fields: ['process_name'] }])
    expect(told(whole, null)).toMatchObject([{ kind: 'process.deleted', rowId: 'p' }])
  })
})
