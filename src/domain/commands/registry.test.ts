import { describe, expect, it } from 'vitest'
import { aContext, standard } from '../../../tests/kit/builders.ts'
import { having, labelOf, moves, namesInOrder, refusal } from '../../../tests/kit/given.ts'
import { templates } from '../templates/index.ts'
import { type CommandCall, commands, execute } from './registry.ts'

const { document } = standard()

describe('the registry', () => {
  it('has every command under its own id', () => {
    for (const [key, command] of Object.entries(commands)) expect(command.id).toBe(key)
  })

  it('refuses a call that is not a command or not its payload', () => {
    const stray = JSON.parse('{"id":"toString","payload":{}}') as CommandCall
    expect(execute(document, stray, aContext())).toEqual({
      ok: false,
      reason: 'There is no command toString.',
    })
    const wrong = JSON.parse('{"id":"moveStages","payload":{"positions":{"Won":{"x":"far"}}}}') as CommandCall
    expect(execute(document, wrong, aContext())).toMatchObject({
      ok: false,
      reason: 'X must be of the type number.',
    })
  })
})

describe('several commands as one fix', () => {
  const calls: CommandCall[] = [
    { id: 'removeStages', payload: { stageIds: ['Won'] } },
    { id: 'addStage', payload: { kind: 'won', name: 'Signed' } },
  ]

  it('is one step with its own title', () => {
    const fixed = having(document, 'applyFix', { title: 'Replace Won', calls })
    expect(namesInOrder(fixed)).toEqual(['Qualification', 'Proposal', 'Negotiation', 'Signed', 'Lost'])
    expect(labelOf(document, 'applyFix', { title: 'Replace Won', calls })).toBe('Replace Won')
  })

  it('is refused as a whole by the first call that is', () => {
    const [first] = calls
    if (!first) throw new Error('There are two calls.')
    expect(refusal(document, 'applyFix', { title: 'Twice', calls: [first, first] })).toBe(
      'A stage to delete is not in this process any more.',
    )
  })
})

describe('reordering', () => {
  const order = ['Proposal', 'Qualification', 'Negotiation', 'Won', 'Lost']

  it('numbers 1…n and says what moved', () => {
    expect(namesInOrder(having(document, 'reorderStages', { stageIds: order }))).toEqual(order)
    const late = ['Qualification', 'Negotiation', 'Won', 'Proposal', 'Lost']
    expect(labelOf(document, 'reorderStages', { stageIds: late })).toBe('Move “Proposal” to position 4')
    expect(labelOf(document, 'reorderStages', { stageIds: [...order].reverse() })).toBe('Reorder stages')
  })

  it('refuses an order that leaves a stage out or names one twice', () => {
    const reason = 'The new order must name every stage of the process exactly once.'
    expect(refusal(document, 'reorderStages', { stageIds: order.slice(1) })).toBe(reason)
    expect(refusal(document, 'reorderStages', { stageIds: [...order.slice(1), 'Won'] })).toBe(reason)
  })
})

describe('replacing everything', () => {
  it.each(templates.map((template) => [template.id, template]))(
    'by the template %s keeps the process itself',
    (_, { name, build }) => {
      let made = 0
      const before = standard().process({
        revision: 7,
        description: 'Ours.',
        stageMigrations: { old: 'Won' },
      }).document
      const next = having(before, 'applyTemplate', { name, built: build(() => `made-${++made}`) })
      expect(next.process).toMatchObject({
        id: 'process',
        companyId: 'company',
        processName: 'Enterprise sales',
        revision: 7,
        description: 'Ours.',
        stageMigrations: {},
      })
      expect(Object.values(next.stages).every((stage) => stage.processId === 'process')).toBe(true)
      expect(Object.keys(next.stages).length).toBeGreaterThan(3)
    },
  )

  it('by an older version keeps id, company and revision', () => {
    const older = standard().process({ id: 'x', companyId: 'y', revision: 3, processName: 'Older' }).document
    const before = standard().process({ revision: 9 }).document
    const next = having(before, 'replaceDocument', { document: older, label: 'Restore revision 3' })
    expect(next.process).toMatchObject({
      id: 'process',
      companyId: 'company',
      revision: 9,
      processName: 'Older',
    })
    expect(labelOf(before, 'replaceDocument', { document: older, label: 'Restore revision 3' })).toBe(
      'Restore revision 3',
    )
    expect(moves(next)).toEqual(moves(older))
  })
})

describe('the process itself', () => {
  it('has a name, and a code that other systems can read', () => {
    expect(refusal(document, 'updateProcess', { changes: { processName: ' ' } })).toBe(
      'A process needs a name.',
    )
    expect(refusal(document, 'updateProcess', { changes: { processCode: 'a b' } })).toMatch(
      'only letters, digits',
    )
    expect(labelOf(document, 'setPolicies', { changes: { allow_rework: true } })).toBe('Allow rework')
  })

  it('says where deals of a stage go, and takes it back', () => {
    const told = having(document, 'setStageMigration', { stageId: 'old', toStageId: 'Won' })
    expect(told.process.stageMigrations).toEqual({ old: 'Won' })
    expect(
      having(told, 'setStageMigration', { stageId: 'old', toStageId: null }).process.stageMigrations,
    ).toEqual({})
    expect(refusal(document, 'setStageMigration', { stageId: 'Won', toStageId: 'Won' })).toMatch(
      'cannot move',
    )
  })

  it('waives a problem once, with a reason worth reading', () => {
    const waive = (justification: string) => ({
      ruleId: 'probability/decreases',
      targetId: 'Won',
      justification,
    })
    const once = having(document, 'waiveProblem', waive('Agreed with Ada.'))
    const again = having(once, 'waiveProblem', waive('Agreed with the board.'))
    expect(Object.values(again.waivers).map((waiver) => waiver.justification)).toEqual([
      'Agreed with the board.',
    ])
    expect(refusal(document, 'waiveProblem', waive('no'))).toBe(
      'Give a justification of at least 10 characters.',
    )
  })
})
