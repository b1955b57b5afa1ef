import { describe, expect, it } from 'vitest'
import { anEditor, standard } from '../../tests/kit/builders.ts'
import { applyDiff } from '../domain/process/diff.ts'
import type { EditorChange } from './editor.ts'

const open = (options: Parameters<typeof anEditor>[1] = {}) => {
  const { document } = standard()
  const editor = anEditor(document, options)
  const changes: EditorChange[] = []
  editor.onChange((change) => changes.push(change))
  const now = () => editor.store.getState()
  return { editor, document, changes, now }
}
const rename = (stageName: string) => ({ stageId: 'Proposal', changes: { stageName } })

describe('dispatching', () => {
  it('changes the document, records one step and tells what was created', () => {
    const { editor, changes, now } = open()
    const result = editor.dispatch('addStage', { name: 'Discovery', afterStageId: 'Proposal', connect: true })
    expect(result).toMatchObject({ ok: true, created: [{ kind: 'stage' }, { kind: 'transition' }] })
    expect(now().undoStack.map((entry) => entry.label)).toEqual(['Add stage “Discovery”'])
    expect(changes).toHaveLength(1)
    expect(changes[0]).toMatchObject({
      origin: 'command',
      label: 'Add stage “Discovery”',
      call: { id: 'addStage' },
    })
  })

  it('says why not, and then nothing has changed', () => {
    const { editor, document, changes, now } = open()
    const connections = [{ fromStageId: 'Won', toStageId: 'Proposal' }]
    const reason = 'Won is a final stage and cannot have outgoing transitions.'
    expect(editor.refusal('connectStages', { connections })).toBe(reason)
    expect(editor.dispatch('connectStages', { connections })).toEqual({ ok: false, reason })
    expect(now().document).toBe(document)
    expect(changes).toEqual([])
  })

  it('records nothing where nothing differs', () => {
    const { editor, now } = open()
    expect(editor.dispatch('updateStage', rename('Proposal'))).toMatchObject({ ok: true, created: [] })
    expect(now().undoStack).toEqual([])
  })

  it('refuses everything while read-only, with the reason', () => {
    const { editor } = open({ readOnly: 'Another tab has this draft.' })
    expect(editor.dispatch('updateStage', rename('Offer'))).toEqual({
      ok: false,
      reason: 'Another tab has this draft.',
    })
    expect(editor.refusal('updateStage', rename('Offer'))).toBe('Another tab has this draft.')
    expect(editor.undo()).toBeNull()
  })
})

describe('undo and redo', () => {
  it('take back and do again, as often as there are steps', () => {
    const { editor, document, now } = open()
    for (const name of ['A', 'B', 'C']) editor.dispatch('updateStage', rename(name))
    const last = now().document
    while (editor.undo());
    expect(now().document).toEqual(document)
    expect(now().redoStack).toHaveLength(3)
    while (editor.redo());
    expect(now().document).toEqual(last)
    expect(editor.redo()).toBeNull()
  })

  it('forget what was undone once something else is done', () => {
    const { editor, now } = open()
    editor.dispatch('updateStage', rename('A'))
    editor.undo()
    editor.dispatch('updateStage', rename('B'))
    expect(now().redoStack).toEqual([])
  })

  it('take typing in one field as one step until the field is left', () => {
    const { editor, document, now } = open()
    const type = (text: string) =>
      editor.dispatch('updateStage', rename(text), { mergeKey: 'Proposal.stageName' })
    for (const text of ['O', 'Of', 'Offer']) type(text)
    expect(now().undoStack.map((entry) => entry.label)).toEqual(['Rename “Proposal” to “Offer”'])
    editor.closeStep()
    type('Offers')
    expect(now().undoStack).toHaveLength(2)
    editor.undo()
    expect(now().document.stages.Proposal?.stageName).toBe('Offer')
    editor.undo()
    expect(now().document).toEqual(document)
  })

  it('do not merge into a step that was undone', () => {
    const { editor, now } = open()
    const type = (text: string) =>
      editor.dispatch('updateStage', rename(text), { mergeKey: 'Proposal.stageName' })
    type('A')
    editor.closeStep()
    type('B')
    editor.undo()
    type('C')
    expect(now().undoStack).toHaveLength(2)
  })

  it('go on after a reload, from plain data', () => {
    const { editor, document, now } = open()
    editor.dispatch('removeStages', { stageIds: ['Proposal'] })
    editor.dispatch('updateStage', { stageId: 'Won', changes: { stageName: 'Signed' } })
    editor.undo()
    const { document: draft, undoStack, redoStack } = now()
    const [kept, undo, redo] = JSON.parse(JSON.stringify([draft, undoStack, redoStack]))
    const again = anEditor(kept, { undoStack: undo, redoStack: redo })
    again.redo()
    expect(again.store.getState().document.stages.Won?.stageName).toBe('Signed')
    again.undo()
    again.undo()
    expect(again.store.getState().document).toEqual(document)
  })
})

describe('a listener', () => {
  it('can rebuild every state from the diffs alone', () => {
    const { editor, document, changes, now } = open()
    editor.dispatch('addStage', { name: 'Discovery' })
    editor.dispatch('removeStages', { stageIds: ['Proposal'] })
    editor.undo()
    editor.redo()
    expect(changes.map((change) => change.origin)).toEqual(['command', 'command', 'undo', 'redo'])
    expect(changes.reduce((rebuilt, change) => applyDiff(rebuilt, change.diff), document)).toEqual(
      now().document,
    )
  })
})

describe('the session', () => {
  it('forgets what was deleted and goes on at the predecessor', () => {
    const { editor, now } = open()
    editor.select([
      { kind: 'stage', id: 'Proposal' },
      { kind: 'stage', id: 'Won' },
    ])
    editor.setActive({ kind: 'stage', id: 'Proposal' })
    editor.setDragging({ Proposal: { x: 1, y: 1 } })
    editor.dispatch('removeStages', { stageIds: ['Proposal'] })
    expect(now().session).toMatchObject({
      selection: [{ kind: 'stage', id: 'Won' }],
      active: { kind: 'stage', id: 'Qualification' },
      dragging: null,
    })
  })

  it('goes back to a stage that undo brings back', () => {
    const { editor, now } = open()
    editor.dispatch('removeStages', { stageIds: ['Proposal'] })
    editor.undo()
    expect(now().session.active).toEqual({ kind: 'stage', id: 'Proposal' })
  })

  it('asks again when the same element is revealed twice', () => {
    const { editor, now } = open()
    editor.reveal({ kind: 'stage', id: 'Won' }, { focus: true })
    const first = now().session.reveal
    editor.reveal({ kind: 'stage', id: 'Won' }, { focus: true })
    expect(now().session.reveal).not.toEqual(first)
    expect(now().session.active).toEqual({ kind: 'stage', id: 'Won' })
  })
})

describe('catching up with the backend', () => {
  it('after a publish keeps the history as it is: only the revision moves on', () => {
    const { editor, changes, now } = open()
    editor.dispatch('updateStage', rename('Offer'))
    const { document } = now()
    const published = { ...document, process: { ...document.process, revision: 8 } }
    editor.rebase(published, published)
    expect(now()).toMatchObject({ base: published, document: published })
    expect(now().undoStack).toHaveLength(1)
    expect(changes.at(-1)).toMatchObject({ origin: 'merge', entry: null })
    editor.undo()
    expect(now().document.process.revision).toBe(8)
    expect(now().document.stages.Proposal?.stageName).toBe('Proposal')
  })

  it('brings in the changes of others as one step that can be undone', () => {
    const { editor, document, now } = open()
    const theirs = standard().process({ revision: 9 }).stage('Legal', 60).document
    editor.rebase(theirs, theirs)
    expect(now().document).toEqual(theirs)
    expect(now().undoStack.map((entry) => entry.label)).toEqual(['Bring in revision 9'])
    editor.undo()
    expect(now().document.stages).toEqual(document.stages)
    expect(now().document.process.revision).toBe(9)
  })
})

describe('problems', () => {
  it('are those of the document as it is, and the same list as long as it is', () => {
    const { editor } = open()
    const before = editor.problems()
    expect(editor.problems()).toBe(before)
    editor.dispatch('removeTransitions', { transitionIds: ['Negotiation → Won'] })
    const fresh = editor.problems().filter((problem) => before.every((had) => had.id !== problem.id))
    expect(fresh.map((problem) => problem.ruleId)).toContain('graph/unreachable-stage')
  })
})
