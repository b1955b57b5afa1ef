import { describe, expect, it } from 'vitest'
import { anEditor, standard } from '../../tests/kit/builders.ts'
import type { CommandId, PayloadOf } from '../domain/commands/registry.ts'
import type { Problem } from '../domain/lint/rule.ts'
import type { ProcessDocument } from '../domain/process/process.ts'
import { connectionRefused, problemDelta, sentenceFor } from './announcements.ts'
import type { Editor, EditorChange } from './editor.ts'

/** What is said after each thing the function does. */
function heard(act: (editor: Editor) => void, document: ProcessDocument = standard().document): string[] {
  const editor = anEditor(document)
  const changes: EditorChange[] = []
  editor.onChange((change) => changes.push(change))
  act(editor)
  return changes.map((change) => sentenceFor(change))
}
const said = <Id extends CommandId>(id: Id, payload: PayloadOf<Id>) =>
  heard((editor) => void editor.dispatch(id, payload))[0]

describe('after a command', () => {
  it('a stage is added, connected, inserted', () => {
    expect(said('addStage', { name: 'Discovery', afterStageId: 'Qualification', connect: true })).toBe(
      'Stage Discovery added after Qualification. Connected.',
    )
    expect(said('addStage', { name: 'Discovery' })).toBe('Stage Discovery added.')
    expect(
      said('insertStageOnTransition', { transitionId: 'Qualification → Proposal', name: 'Discovery' }),
    ).toBe('Discovery inserted between Qualification and Proposal.')
  })

  it('a stage is deleted, with what went along, where focus is and how to get it back', () => {
    expect(said('removeStages', { stageIds: ['Proposal'] })).toBe(
      'Proposal deleted with 2 transitions. Focus on Qualification. Undo: Control Z.',
    )
    expect(said('removeStages', { stageIds: ['Proposal', 'Won'] })).toBe(
      '2 stages deleted. Focus on Qualification. Undo: Control Z.',
    )
  })

  it('stages and transitions together are counted', () => {
    const calls = [
      { id: 'removeTransitions' as const, payload: { transitionIds: ['Negotiation → Won'] } },
      { id: 'removeStages' as const, payload: { stageIds: ['Qualification'] } },
    ]
    expect(said('applyFix', { title: 'Delete 1 stage and 1 transition', calls })).toBe(
      '1 stage and 1 transition deleted. Undo: Control Z.',
    )
  })

  it('on Apple keyboards it is Command Z', () => {
    const editor = anEditor(standard().document)
    let sentence = ''
    editor.onChange((change) => {
      sentence = sentenceFor(change, { mac: true })
    })
    editor.dispatch('removeStages', { stageIds: ['Won'] })
    expect(sentence).toBe('Won deleted with 1 transition. Focus on Negotiation. Undo: Command Z.')
  })

  it('transitions come, go and lead elsewhere', () => {
    const connect = (...from: string[]) => ({
      connections: from.map((id) => ({ fromStageId: id, toStageId: 'Lost' })),
    })
    expect(said('connectStages', connect('Qualification'))).toBe(
      'Transition created from Qualification to Lost.',
    )
    expect(said('connectStages', connect('Qualification', 'Proposal'))).toBe('2 transitions created.')
    expect(said('removeTransitions', { transitionIds: ['Qualification → Proposal'] })).toBe(
      'Transition from Qualification to Proposal deleted.',
    )
    expect(said('removeTransitions', { transitionIds: ['* → Lost'] })).toBe(
      'Transition from any open stage to Lost deleted.',
    )
    expect(
      said('reconnectTransition', { transitionId: 'Qualification → Proposal', toStageId: 'Negotiation' }),
    ).toBe('Transition now goes from Qualification to Negotiation.')
  })

  it('of two neighbours that swapped, the one that was moved', () => {
    const stageIds = ['Proposal', 'Qualification', 'Negotiation', 'Won', 'Lost']
    expect(said('reorderStages', { stageIds, movedStageId: 'Qualification' })).toBe(
      'Qualification moved to position 2 of 5, after Proposal.',
    )
    expect(said('reorderStages', { stageIds, movedStageId: 'Proposal' })).toBe(
      'Proposal moved to position 1 of 5.',
    )
  })

  it('a stage stands elsewhere in the order', () => {
    const order = (...stageIds: string[]) => said('reorderStages', { stageIds })
    expect(order('Proposal', 'Negotiation', 'Qualification', 'Won', 'Lost')).toBe(
      'Qualification moved to position 3 of 5, after Negotiation.',
    )
    expect(order('Negotiation', 'Qualification', 'Proposal', 'Won', 'Lost')).toBe(
      'Negotiation moved to position 1 of 5.',
    )
    expect(order('Lost', 'Won', 'Negotiation', 'Proposal', 'Qualification')).toBe('Stages reordered.')
  })

  it('a field says nothing: focus is on it', () => {
    expect(said('updateStage', { stageId: 'Proposal', changes: { stageName: 'Offer' } })).toBe('')
    expect(said('moveStages', { positions: { Proposal: { x: 0, y: 0 } } })).toBe('')
  })

  it('whole processes are counted', () => {
    expect(said('duplicateStages', { stageIds: ['Proposal', 'Negotiation'] })).toBe('2 stages duplicated.')
    expect(
      said('applyTemplate', { name: 'Ready', built: { ...standard().document, transitions: {} } }),
    ).toMatch(/^Template applied\. \d+ stages, \d+ transitions\.$/)
  })

  it('undo and redo say what', () => {
    expect(
      heard((editor) => {
        editor.dispatch('removeStages', { stageIds: ['Proposal'] })
        editor.undo()
        editor.redo()
      }).slice(1),
    ).toEqual(['Undone: delete Proposal.', 'Redone: delete Proposal.'])
  })

  it('a refused connection, with its reason', () => {
    expect(connectionRefused('Won is a final stage and cannot have outgoing transitions.')).toBe(
      'Not connected. Won is a final stage and cannot have outgoing transitions.',
    )
  })
})

describe('problems', () => {
  const problem = (id: string): Problem => ({
    id,
    ruleId: 'graph/dead-end',
    severity: 'error',
    at: { kind: 'stage', id },
    message: `${id} has no way out.`,
    waivedBy: null,
    waivable: false,
  })

  it('are told by what became of them', () => {
    const [a, b] = [problem('Negotiation'), problem('Proposal')]
    expect(problemDelta([b], [a, b])).toBe('New problem: Negotiation has no way out. 2 problems in total.')
    expect(problemDelta([a, b], [b])).toBe('Problem fixed. 1 left.')
    expect(problemDelta([a], [])).toBe('No problems.')
    expect(problemDelta([a], [a])).toBe('')
  })
})
