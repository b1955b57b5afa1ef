/** What a screen reader says while a process is walked and changed on the canvas. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { eight } from '../../../tests/kit/eightStages.ts'
import { type ProcessReading, reading } from '../../../tests/kit/reading.tsx'
import { setVerbosity } from '../../text/verbosity.ts'

let reader: ProcessReading
beforeEach(async () => {
  reader = await reading(eight)
})
afterEach(() => reader.stop())

const stage = (name: string) => `[data-stage-id="${name}"]`
const qualification =
  'stage, Qualification, open stage, 40 percent, stage 2 of 8, From Lead in and Nurture. Goes to Proposal, 60 percent, and Nurture, 40 percent. Target 5 days.'
const leadIn =
  'stage, Lead in, open stage, 10 percent, start, stage 1 of 8, Start of the process. Goes to Qualification.'
const lost = 'stage, Lost, lost, final stage, stage 8 of 8, From Negotiation. Final stage, deal lost.'

describe('reading the canvas through', () => {
  it('tells its name, how to walk it, and every stage in order', async () => {
    const phrases = await reader.readOn(40)
    expect(phrases).toContain(
      'group, Process canvas, Enterprise sales, 8 stages, 8 transitions, no problems, Arrow keys follow the process. Enter opens details. Question mark lists shortcuts. The same content is in the list view.',
    )
    expect(phrases.filter((phrase) => phrase.startsWith('stage, '))).toEqual([
      leadIn,
      qualification,
      'stage, Proposal, open stage, 60 percent, stage 3 of 8, From Qualification. Goes to Negotiation.',
      'stage, Negotiation, open stage, 80 percent, stage 4 of 8, From Proposal. Goes to Won and Lost.',
      'stage, Nurture, open stage, 20 percent, stage 5 of 8, From Qualification. Goes to Qualification.',
      'stage, Archive, open stage, 5 percent, stage 6 of 8, No incoming transition. Goes to Won.',
      'stage, Won, won, final stage, stage 7 of 8, From Negotiation and Archive. Final stage, success.',
      lost,
    ])
    expect(phrases.filter((phrase) => phrase.startsWith('transition, '))).toHaveLength(8)
    expect(phrases.join(' ')).not.toMatch(/→|\bimg\b|undefined/)
  })
})

describe('walking', () => {
  it('along the main path, into a branch, around a loop, to an end', async () => {
    reader.focus(stage('Lead in'))
    expect(await reader.after('ArrowLeft')).toEqual([leadIn, 'polite: Lead in is the start.'])
    expect(await reader.after('ArrowRight')).toEqual([qualification])
    expect(await reader.after('ArrowRight')).toEqual([
      'transition, Budget confirmed, to Proposal, 60 percent, 1 of 2 from Qualification',
    ])
    expect(await reader.after('ArrowDown')).toEqual([
      'transition, Not now, to Nurture, 40 percent, 2 of 2 from Qualification',
    ])
    expect(await reader.after('ArrowRight')).toEqual([
      'stage, Nurture, open stage, 20 percent, stage 5 of 8, From Qualification. Goes to Qualification.',
    ])
    expect(await reader.after('ArrowRight')).toEqual([qualification, 'polite: Back to Qualification.'])
    expect(await reader.after('End')).toEqual([lost])
    expect(await reader.after('ArrowRight')).toEqual([lost, 'polite: Lost is a final stage. No next stage.'])
    expect(await reader.after('d')).toEqual([
      lost,
      'polite: Lost, lost, final stage, stage 8 of 8. Comes from Negotiation.',
    ])
  })

  it('tells in detail what was passed, and briefly only what something is', async () => {
    setVerbosity('detailed')
    try {
      reader.focus(stage('Lead in'))
      await reader.after('2')
      reader.editor.dispatch('updateTransition', {
        transitionId: 'Lead in → Qualification',
        changes: { transitionName: 'Interest' },
      })
      reader.focus(stage('Lead in'))
      expect((await reader.after('ArrowRight')).slice(1)).toEqual(['polite: via Interest'])
    } finally {
      setVerbosity('standard')
    }
  })
})

describe('changing', () => {
  it('adds a stage after this one, connected, and puts focus on it', async () => {
    reader.focus(stage('Qualification'))
    expect(await reader.after('n')).toEqual(['textbox, Name (required), not invalid, required'])
    await reader.type('Discovery')
    expect(await reader.after('Enter')).toEqual([
      'stage, Discovery, open stage, 50 percent, selected, 1 problem, stage 3 of 9, From Qualification. No outgoing transition.',
      'polite: Stage Discovery added after Qualification. Connected.',
      'polite: New problem: Discovery has no way out. Connect it to the next stage or to closed lost. 1 problem in total.',
    ])
  })

  it('says what a form lacks, leads there, and goes on', async () => {
    reader.focus(stage('Qualification'))
    await reader.after('n')
    expect(await reader.after('Enter')).toEqual([
      'textbox, Name (required), Error: Enter a stage name., invalid, required',
    ])
    expect(document.activeElement).toHaveTextContent('There is a problem')
    reader.focus('[role=alert] a')
    await reader.after('Enter')
    expect(document.activeElement).toHaveAccessibleName('Name (required)')
  })

  it('connects by picking a stage; refuses with the reason', async () => {
    reader.focus(stage('Archive'))
    expect(await reader.after('c')).toEqual([expect.stringMatching(/^combobox, To \(required\), .*expanded/)])
    await reader.type('Nego')
    expect(await reader.after('ArrowDown')).toEqual([
      expect.stringContaining('active descendant Negotiation'),
    ])
    expect(await reader.after('Enter', 'Enter')).toEqual([
      'transition, Unnamed transition from Archive to Negotiation, selected',
      'polite: Transition created from Archive to Negotiation.',
    ])
    reader.focus(stage('Won'))
    expect((await reader.after('c')).slice(1)).toEqual([
      'polite: Won is a final stage and cannot have outgoing transitions.',
    ])
  })

  it('moves in words, drops, and puts back', async () => {
    reader.focus(stage('Qualification'))
    const said = async (key: string) => (await reader.after(key)).slice(1)
    expect(await said('m')).toEqual([
      'polite: Moving Qualification. Arrow keys move it, Enter drops it, Escape puts it back.',
    ])
    expect(await said('ArrowRight')).toEqual(['polite: Right. Now between Lead in and Proposal.'])
    expect(await said('ArrowRight')).toEqual(['polite: Right.'])
    expect(await said('Escape')).toEqual(['polite: Move cancelled. Qualification is back.'])
    expect(await said('m')).toEqual(['polite: Moving Qualification.'])
    await reader.after('ArrowDown')
    expect(await said('Enter')).toEqual(['polite: Qualification dropped, right of Lead in.'])
  })

  it('deletes, goes to what came before, takes it back', async () => {
    reader.focus(stage('Qualification'))
    expect(await reader.after('Delete')).toEqual([
      'stage, Lead in, open stage, 10 percent, start, 1 problem, stage 1 of 7, Start of the process. No outgoing transition.',
      'polite: Qualification deleted with 4 transitions. Focus on Lead in. Undo: Control Z.',
      expect.stringMatching(/^polite: New problem: Lead in has no way out\..* in total\.$/),
    ])
    expect(await reader.after('F8')).toEqual([
      expect.stringMatching(/^stage, Lead in, /),
      expect.stringMatching(
        /^polite: Problem 1 of \d, error: Lead in has no way out\. .* Enter opens the fix\.$/,
      ),
    ])
    expect(await reader.after('Control+z')).toEqual([
      qualification,
      'polite: Undone: delete Qualification.',
      'polite: No problems.',
    ])
    expect((await reader.after('F8')).slice(1)).toEqual(['polite: No problems.'])
  })
})
