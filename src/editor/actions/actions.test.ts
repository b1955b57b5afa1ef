import { describe, expect, it } from 'vitest'
import { anEditor, aProcess, standard } from '../../../tests/kit/builders.ts'
import { anEditorUi } from '../../../tests/kit/editorUi.ts'
import { moves, namesInOrder } from '../../../tests/kit/given.ts'
import type { ElementRef } from '../editor.ts'
import { type ActionId, actions, actionsFor, allActions } from './index.ts'

const stage = (id: string): ElementRef => ({ kind: 'stage', id })

function screen(document = standard().document) {
  const editor = anEditor(document)
  const ui = anEditorUi()
  const can = (id: ActionId) => actions[id].enabled(editor, ui)
  const run = async (id: ActionId) => {
    expect(can(id)).toBe(true)
    await actions[id].run(editor, ui)
  }
  return { editor, ui, can, run, now: () => editor.store.getState() }
}

describe('every action', () => {
  it.each(Object.entries(actions))('%s is named by its key, has a label and an icon', (id, action) => {
    const { editor } = screen()
    expect(action.id).toBe(id)
    expect(action.label(editor)).toMatch(/\S/)
    expect(action.icon).toMatch(/^[A-Z]\w+$/)
  })

  it.each(allActions.map((action) => [action.id, action] as const))(
    '%s can run or says why not, on an empty process too',
    (_, action) => {
      const { editor, ui } = screen(aProcess().document)
      const enabled = action.enabled(editor, ui)
      if (enabled !== true) expect(enabled).toMatch(/^[A-Z].+\.$/)
    },
  )

  it.each(allActions.map((action) => [action.id, action] as const))(
    '%s can be found: in a menu, by a key, or among the commands',
    (_, action) => {
      expect(action.places.length > 0 || action.shortcuts.length > 0 || action.inCommandMenu !== false).toBe(
        true,
      )
    },
  )

  it('of every place stands in its menu', () => {
    expect(actionsFor('stage').map((action) => action.id)).toEqual(
      expect.arrayContaining([
        'addStage',
        'connectTo',
        'rename',
        'duplicate',
        'deleteSelection',
        'markAsEntry',
      ]),
    )
    expect(actionsFor('transition').map((action) => action.id)).toContain('addStage')
  })
})

describe('editing', () => {
  it('deletes what is selected as one step and goes on at the predecessor', async () => {
    const { editor, run, now } = screen()
    editor.select([stage('Proposal'), { kind: 'transition', id: 'Negotiation → Won' }])
    await run('deleteSelection')
    expect(moves(now().document)).toEqual(['* → Lost'])
    expect(now().undoStack).toHaveLength(1)
    expect(now().session).toMatchObject({ selection: [], active: stage('Qualification') })
    expect(now().session.reveal).toMatchObject({ element: stage('Qualification'), focus: true })
  })

  it('copies into another process through the clipboard', async () => {
    const from = screen()
    from.editor.select([stage('Qualification'), stage('Proposal')])
    await from.run('copy')
    expect(from.ui.said).toEqual(['2 stages copied.'])
    const to = screen(aProcess('Other').document)
    to.ui.copied = from.ui.copied
    await to.run('paste')
    expect(namesInOrder(to.now().document)).toEqual(['Qualification', 'Proposal'])
    expect(moves(to.now().document)).toEqual(['Qualification → Proposal'])
    expect(to.now().session.selection).toHaveLength(2)
  })

  it('cuts, and says when the clipboard holds something else', async () => {
    const { editor, ui, run, now } = screen()
    editor.setActive(stage('Proposal'))
    await run('cut')
    expect(namesInOrder(now().document)).not.toContain('Proposal')
    ui.copied = 'just words about stagecraft'
    await run('paste')
    expect(ui.said.at(-1)).toBe('There are no stages on the clipboard.')
  })

  it('marks the entry, but no closed stage', async () => {
    const { editor, ui, can, run, now } = screen()
    editor.setActive(stage('Proposal'))
    await run('markAsEntry')
    expect(now().document.stages.Proposal?.isEntry).toBe(true)
    expect(ui.said).toEqual(['Deals now start at Proposal.'])
    editor.setActive(stage('Won'))
    expect(can('markAsEntry')).toBe('Only an open stage can be the entry stage.')
  })

  it('keeps what cannot be put on the clipboard', async () => {
    const editor = anEditor(standard().document)
    const forbidden = {
      write: () => Promise.reject(new Error('denied')),
      read: () => Promise.reject(new Error('denied')),
    }
    const ui = anEditorUi({ clipboard: forbidden })
    editor.setActive(stage('Proposal'))
    await actions.cut.run(editor, ui)
    expect(editor.store.getState().document.stages.Proposal).toBeDefined()
    await actions.paste.run(editor, ui)
    expect(ui.said).toEqual([
      'The browser does not allow writing to the clipboard. Nothing was copied.',
      'The browser does not allow reading the clipboard. Allow it for this site, then paste again.',
    ])
  })

  it('names undo by its step', () => {
    const { editor } = screen()
    expect(actions.undo.label(editor)).toBe('Undo')
    editor.dispatch('removeStages', { stageIds: ['Won'] })
    expect(actions.undo.label(editor)).toBe('Undo: Delete “Won”')
  })

  it('moves a stage along the order and stops at its ends', async () => {
    const { editor, can, run, now } = screen()
    editor.setActive(stage('Proposal'))
    await run('moveEarlier')
    expect(namesInOrder(now().document).slice(0, 2)).toEqual(['Proposal', 'Qualification'])
    expect(can('moveEarlier')).toBe('This is the first stage already.')
  })

  it('switches stages off and on', async () => {
    const { editor, ui, run, now } = screen()
    editor.select([stage('Proposal'), stage('Negotiation')])
    expect(actions.toggleActive.label(editor)).toBe('Deactivate')
    await run('toggleActive')
    expect(now().document.stages.Proposal?.isActive).toBe(false)
    expect(actions.toggleActive.label(editor)).toBe('Activate')
    expect(ui.said).toEqual(['2 stages deactivated.'])
  })
})

describe('creating', () => {
  it('asks for a stage after the active one, or on the active transition', async () => {
    const { editor, ui, run } = screen()
    editor.setActive(stage('Proposal'))
    await run('addStage')
    editor.setActive({ kind: 'transition', id: 'Negotiation → Won' })
    await run('addStage')
    expect(ui.opened).toEqual([
      { name: 'addStage', afterStageId: 'Proposal', transitionId: null },
      { name: 'addStage', afterStageId: null, transitionId: 'Negotiation → Won' },
    ])
  })

  it('connects from open stages only', () => {
    const { editor, can } = screen()
    expect(can('connectTo')).toBe('Select one stage first.')
    editor.setActive(stage('Won'))
    expect(can('connectTo')).toBe('Won is a final stage and cannot have outgoing transitions.')
    expect(can('connectFrom')).toBe(true)
  })

  it('acts where focus went on to, not on one element left selected', () => {
    const { editor, ui } = screen()
    editor.select([stage('Proposal')])
    editor.setActive(stage('Negotiation'))
    void actions.deleteSelection.run(editor, ui)
    const { stages } = editor.store.getState().document
    expect(Object.keys(stages)).toContain('Proposal')
    expect(Object.keys(stages)).not.toContain('Negotiation')
  })

  it('does nothing to a process that is read-only, and says why', () => {
    const { editor, ui } = screen()
    editor.setActive(stage('Proposal'))
    editor.setContext({ readOnly: 'Another tab has this draft.' })
    for (const id of [
      'addStage',
      'duplicate',
      'deleteSelection',
      'paste',
      'undo',
      'moveLater',
    ] satisfies ActionId[])
      expect(actions[id].enabled(editor, ui)).toBe('Another tab has this draft.')
    expect(actions.copy.enabled(editor, ui)).toBe(true)
  })
})

describe('problems', () => {
  it('are visited one after the other, round and round', async () => {
    const { document } = standard()
    const { editor, ui, run, now } = screen({ ...document, transitions: {} })
    const count = editor.problems().length
    expect(count).toBeGreaterThan(2)
    for (let index = 0; index < count; index += 1) await run('nextProblem')
    expect(ui.said[0]).toMatch(new RegExp(`^Problem 1 of ${count}, error: `))
    expect(ui.said.at(-1)).toMatch(new RegExp(`^Problem ${count} of ${count}, `))
    await run('nextProblem')
    expect(ui.said.at(-1)).toBe(ui.said[0])
    await run('previousProblem')
    expect(ui.said.at(-1)).toMatch(new RegExp(`^Problem ${count} of ${count}, `))
    expect(now().undoStack).toEqual([])
  })

  it('are opened where they can be put right, until one goes on', async () => {
    const { editor, ui, run } = screen(
      aProcess().stage('Lead', 10).stage('Won', { won: true }).connect('Lead', 'Won').document,
    )
    const fields: (string | undefined)[] = []
    for (let index = 0; index < editor.problems().length; index += 1) {
      await run('nextProblem')
      const { active } = editor.store.getState().session
      if (active?.id === 'Lead') {
        await run('openDetails')
        fields.push(ui.details.at(-1)?.field)
      }
    }
    expect(fields).toContain('description')
    editor.reveal(stage('Won'), { focus: true })
    editor.reveal(stage('Lead'), { focus: true })
    await run('openDetails')
    expect(ui.details.at(-1)).toEqual({ element: stage('Lead'), field: undefined })
  })

  it('are described where one stands', async () => {
    const { editor, ui, run } = screen()
    editor.setActive(stage('Proposal'))
    await run('describe')
    expect(ui.said[0]).toMatch(/^Proposal, open stage, 50 percent, stage 2 of 5\. Comes from Qualification\./)
    await run('describeProcess')
    expect(ui.said[1]).toMatch(/^Enterprise sales has 5 stages and 4 transitions\./)
  })
})

describe('selecting', () => {
  it('says how many', async () => {
    const { editor, ui, run, can } = screen()
    editor.setActive(stage('Proposal'))
    await run('toggleSelection')
    await run('selectAll')
    await run('selectNone')
    expect(ui.said).toEqual(['1 stage selected.', '5 stages selected.', 'No stage selected.'])
    expect(can('selectNone')).toBe('Nothing is selected.')
  })
})
