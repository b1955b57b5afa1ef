/**
 * What a screen reader is told, word for word: each sentence of the interaction spec beside what the app says in that
 * place. Where the spec's own fields do not exist here (owner; a kind of stage called "work"), what stands in their
 * place is written out. What holds for every sentence: accessibilitySentences.test.ts.
 */
import { afterEach, describe, expect, it } from 'vitest'
import type { CommandId, PayloadOf } from '../../src/domain/commands/registry.ts'
import type { Problem } from '../../src/domain/lint/rule.ts'
import { connectionRefused, problemDelta, sentenceFor } from '../../src/editor/announcements.ts'
import { describe as describeElement, processSummary } from '../../src/editor/describe.ts'
import type { Editor } from '../../src/editor/editor.ts'
import {
  canvasName,
  stageDescription,
  stageName,
  transitionBranchName,
  transitionName,
} from '../../src/editor/names.ts'
import { standing, walk } from '../../src/editor/navigation.ts'
import { text } from '../../src/text/index.ts'
import { setVerbosity } from '../../src/text/verbosity.ts'
import { anEditor, aProcess } from '../kit/builders.ts'

const reference = aProcess()
  .stage('Lead in', 10)
  .stage('Qualification', 40, { averageDurationDays: 5 })
  .stage('Proposal', 60, { at: [780, 0] })
  .stage('Nurture', 20, { at: [520, 260] })
  .stage('Negotiation', 80, { at: [1040, 0] })
  .stage('Archive', 5, { at: [2600, 900] })
  .stage('Won', { won: true })
  .stage('Lost', { lost: true })
  .connect('Lead in', 'Qualification', { transitionName: 'Budget confirmed' })
  .connect('Qualification', 'Proposal', {
    transitionName: 'Budget confirmed',
    weight: 3,
    conditions: [{ id: 'budget', name: 'Budget', check: true, message: '' }],
  })
  .connect('Qualification', 'Nurture', { weight: 2 })
  .connect('Nurture', 'Qualification')
  .connect('Proposal', 'Negotiation')
  .connect('Negotiation', 'Won')
  .connect('Negotiation', 'Lost')
  .connect('Archive', 'Won').document

const rest = (from: number): string[] => Object.keys(reference.stages).slice(from)
const wrong = (id: string, message: string): Problem => ({
  id: `p ${id}`,
  ruleId: 'graph/dead-end',
  severity: 'error',
  at: { kind: 'stage', id },
  message,
  waivedBy: null,
  waivable: false,
})
const deadEnd = wrong('Negotiation', 'Negotiation has no way out.')
const uneven = wrong('Qualification', 'Probabilities add up to 90 percent.')
const read = { document: reference }
const selected = { selection: [{ kind: 'stage', id: 'Qualification' } as const] }

const at = (id: string, kind: 'stage' | 'transition' = 'stage') => standing({ kind, id })
const onward = (id: string) => walk(reference, at(id), 'forward').say
function said<Id extends CommandId>(id: Id, payload: PayloadOf<Id>): string {
  return heard((editor) => void editor.dispatch(id, payload))
}
function heard(act: (editor: Editor) => unknown): string {
  const editor = anEditor(reference)
  let sentence = ''
  editor.onChange((change) => {
    sentence = sentenceFor(change)
  })
  act(editor)
  return sentence
}

const spoken: Readonly<Record<string, readonly [expected: string, actual: () => string | null | undefined]>> =
  {
    'canvas.name': [
      'Process canvas, Enterprise sales, 8 stages, 8 transitions, 2 problems',
      () => canvasName({ ...read, problems: [deadEnd, uneven] }),
    ],
    'canvas.desc': [
      'Arrow keys follow the process. Enter opens details. Question mark lists shortcuts. The same content is in the list view.',
      () => text('speech', 'canvasDescription'),
    ],
    'stage.name': [
      'Qualification, open stage, 40 percent, 1 problem, stage 2 of 8',
      () => stageName({ ...read, problems: [uneven] }, 'Qualification'),
    ],
    'stage.name.selected': [
      'Qualification, open stage, 40 percent, selected, stage 2 of 8',
      () => stageName({ ...read, session: selected }, 'Qualification'),
    ],
    'stage.desc': [
      'From Lead in and Nurture. Goes to Proposal, 60 percent, and Nurture, 40 percent. Target 5 days.',
      () => stageDescription(read, 'Qualification'),
    ],
    'stage.desc.final': [
      'From Negotiation and Archive. Final stage, success.',
      () => stageDescription(read, 'Won'),
    ],
    'stage.desc.unreachable': [
      'No incoming transition. Goes to Won.',
      () => stageDescription(read, 'Archive'),
    ],
    'transition.name': [
      'Budget confirmed, from Qualification to Proposal, 60 percent',
      () => transitionName(read, 'Qualification → Proposal'),
    ],
    'transition.name.unnamed': [
      'Unnamed transition from Proposal to Negotiation',
      () => transitionName(read, 'Proposal → Negotiation'),
    ],
    'transition.name.branch': [
      'Budget confirmed, to Proposal, 60 percent, 1 of 2 from Qualification',
      () => transitionBranchName(read, 'Qualification → Proposal'),
    ],
    'nav.via': [
      'via Budget confirmed',
      () => {
        const step = walk(reference, at('Lead in'), 'forward')
        return step.place ? step.via : null
      },
    ],
    'nav.end': ['Won is a final stage. No next stage.', () => onward('Won')],
    'nav.start': ['Lead in is the start.', () => walk(reference, at('Lead in'), 'back').say],
    'nav.none': ['No stage below.', () => walk(reference, at('Archive'), 'below').say],
    'nav.loop': [
      'Back to Qualification.',
      () => {
        const exit = walk(reference, at('Qualification'), 'forward').place
        const second = exit && walk(reference, exit, 'below').place
        const nurture = second && walk(reference, second, 'forward').place
        return nurture && walk(reference, nurture, 'forward').say
      },
    ],
    describe: [
      'Qualification, open stage, 40 percent, stage 2 of 8. Comes from Lead in. Goes to Proposal when budget confirmed, 60 percent; and to Nurture otherwise, 40 percent. Nurture returns here. 1 problem: Probabilities add up to 90 percent. Target 5 days.',
      () => describeElement({ ...read, problems: [uneven] }, { kind: 'stage', id: 'Qualification' }),
    ],
    summary: [
      'Enterprise sales has 8 stages and 8 transitions. It starts at Lead in. It ends in Won or Lost. Main path: Lead in, Qualification, Proposal, Negotiation, Won. Branches at Qualification and Negotiation. One loop: Nurture to Qualification. 2 problems.',
      () => processSummary({ ...read, problems: [deadEnd, uneven] }),
    ],
    'stage.added': [
      'Stage Discovery added after Qualification. Connected.',
      () => said('addStage', { name: 'Discovery', afterStageId: 'Qualification', connect: true }),
    ],
    'stage.inserted': [
      'Discovery inserted between Qualification and Proposal.',
      () => said('insertStageOnTransition', { transitionId: 'Qualification → Proposal', name: 'Discovery' }),
    ],
    'stage.deleted': [
      'Proposal deleted with 2 transitions. Focus on Qualification. Undo: Control Z.',
      () => said('removeStages', { stageIds: ['Proposal'] }),
    ],
    'transition.created': [
      'Transition created from Qualification to Negotiation.',
      () =>
        said('connectStages', { connections: [{ fromStageId: 'Qualification', toStageId: 'Negotiation' }] }),
    ],
    'transition.deleted': [
      'Transition from Qualification to Proposal deleted.',
      () => said('removeTransitions', { transitionIds: ['Qualification → Proposal'] }),
    ],
    'connect.refused': [
      'Not connected. Won is a final stage and cannot have outgoing transitions.',
      () => connectionRefused('Won is a final stage and cannot have outgoing transitions.'),
    ],
    undo: [
      'Undone: delete Proposal.',
      () =>
        heard((editor) => {
          editor.dispatch('removeStages', { stageIds: ['Proposal'] })
          editor.undo()
        }),
    ],
    redo: [
      'Redone: delete Proposal.',
      () =>
        heard((editor) => {
          editor.dispatch('removeStages', { stageIds: ['Proposal'] })
          editor.undo()
          editor.redo()
        }),
    ],
    'undo.nothing': ['Nothing to undo.', () => text('editor', 'nothingToUndo')],
    'select.count': ['3 stages selected.', () => text('speech', 'stagesSelected', { count: 3 })],
    'problem.delta new': [
      'New problem: Negotiation has no way out. 2 problems in total.',
      () => problemDelta([uneven], [uneven, deadEnd]),
    ],
    'problem.delta fixed': ['Problem fixed. 1 left.', () => problemDelta([uneven, deadEnd], [uneven])],
    'problem.delta none': ['No problems.', () => problemDelta([deadEnd], [])],
    'problem.jump': [
      'Problem 1 of 2, error: Negotiation has no outgoing transition. Enter opens the fix.',
      () =>
        text('speech', 'problemJumpFix', {
          number: 1,
          count: 2,
          severity: text('speech', 'severity_error'),
          message: 'Negotiation has no outgoing transition.',
        }),
    ],
    'problem.jump none': ['No problems.', () => text('speech', 'noProblems')],
    'sim.step': [
      'Step 3. Moves by itself from Qualification to Proposal via Budget confirmed.',
      () =>
        text('simulate', 'said', {
          number: 3,
          what: text('simulate', 'logAutomatic', {
            from: 'Qualification',
            to: 'Proposal',
            via: 'Budget confirmed',
          }),
        }),
    ],
    'move.start': [
      'Moving Qualification. Arrow keys move it, Enter drops it, Escape puts it back.',
      () => text('canvas', 'moveStart', { name: 'Qualification' }),
    ],
    'move.again': [
      'Moving Qualification.',
      () => text('canvas', 'moveStartAgain', { name: 'Qualification' }),
    ],
    'move.between': [
      'Right. Now between Proposal and Negotiation.',
      () =>
        text('canvas', 'movedBetween', {
          direction: text('canvas', 'moved_right'),
          left: 'Proposal',
          right: 'Negotiation',
        }),
    ],
    'move.below': [
      'Down. Below Proposal.',
      () => text('canvas', 'movedBelow', { direction: text('canvas', 'moved_down'), name: 'Proposal' }),
    ],
    'move.overlap': ['Overlaps Proposal.', () => text('canvas', 'overlaps', { name: 'Proposal' })],
    'move.dropped': [
      'Qualification dropped, right of Lead in.',
      () =>
        text('canvas', 'moveDropped', {
          name: 'Qualification',
          relation: text('canvas', 'relation', { name: 'Lead in' }),
        }),
    ],
    'move.cancelled': [
      'Move cancelled. Qualification is back.',
      () => text('canvas', 'moveCancelled', { name: 'Qualification' }),
    ],
    reordered: [
      'Proposal moved to position 2 of 8, after Lead in.',
      () =>
        said('reorderStages', {
          stageIds: ['Lead in', 'Proposal', 'Qualification', ...rest(3)],
          movedStageId: 'Proposal',
        }),
    ],
    'form.errors': ['There is a problem', () => text('ui', 'errorSummaryTitle')],
    'save.failed': [
      'Could not save. Your change is in this tab only. Download the process before you close it.',
      () => text('app', 'notSaved'),
    ],
    'view.changed': [
      'Stages view, 8 stages.',
      () => text('speech', 'viewChanged', { view: text('app', 'view_stages'), stages: '8 stages' }),
    ],
  }

describe('the message catalogue, word for word', () => {
  it.each(Object.entries(spoken))('%s', (_, [expected, actual]) => {
    expect(actual()).toBe(expected)
  })
})

describe('brief and detailed', () => {
  afterEach(() => setVerbosity('standard'))

  it('briefly: what was done, not what comes next', () => {
    setVerbosity('brief')
    expect(said('removeStages', { stageIds: ['Proposal'] })).toBe('Proposal deleted with 2 transitions.')
    expect(problemDelta([uneven], [uneven, deadEnd])).toBe('New problem: Negotiation has no way out.')
  })
})
