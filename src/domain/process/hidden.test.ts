import { describe, expect, it } from 'vitest'
import { aContext, aProcess } from '../../../tests/kit/builders.ts'
import { execute } from '../commands/registry.ts'
import { lint } from '../lint/lint.ts'
import { concealed, concealedDiff } from './conceal.ts'
import { describeChanges } from './describeChanges.ts'
import { applyDiff, diffProcesses, reverseDiff } from './diff.ts'
import { withKeptHidden } from './hidden.ts'
import type { MaskableField } from './masking.ts'
import { mergeProcesses } from './merge.ts'
import type { ProcessDocument } from './process.ts'
import { emptyReferenceData, type ReferenceData } from './reference.ts'

const everybody = aProcess()
  .stage('Offer', { guidance: 'Ask for the budget.', notes: 'Margin 40 %', description: 'An offer is out.' })
  .stage('Won', { won: true })
  .connect('Offer', 'Won', { actions: [{ action_code: 'MAIL', parameters: { to: 'a@b.example' } }] }).document
const hidden: readonly MaskableField[] = ['stage.guidance', 'stage.notes', 'transition.actions']
const reference: ReferenceData = { ...emptyReferenceData, hidden }
/** As somebody reads it who may not see everything. */
const seen = concealed(everybody, reference)
const context = aContext({ reference })
const change = (document: ProcessDocument, changes: object) =>
  execute(document, { id: 'updateStage', payload: { stageId: 'Offer', changes } }, context)
const changed = (document: ProcessDocument, changes: object) => {
  const done = change(document, changes)
  if (!done.ok) throw new Error(done.reason)
  return done.document
}

describe('a document for somebody who may not see everything', () => {
  it('holds nothing of what is hidden, and names it', () => {
    expect(seen.stages.Offer).toMatchObject({
      guidance: '',
      notes: '',
      description: 'An offer is out.',
      hidden: ['guidance', 'notes'],
    })
    expect(seen.transitions['Offer → Won']).toMatchObject({ actions: [], hidden: ['actions'] })
    expect(JSON.stringify(seen)).not.toMatch(/budget|Margin|a@b/)
  })

  it('does not change what cannot be seen, and says why', () => {
    expect(change(seen, { guidance: 'Guess' })).toEqual({
      ok: false,
      reason: 'The guidance of “Offer” cannot be changed: your company shows it to some roles only.',
    })
    expect(changed(seen, { stageName: 'Quote' }).stages.Offer).toMatchObject({
      stageName: 'Quote',
      hidden: ['guidance', 'notes'],
    })
  })

  it('copies a stage without what is hidden', () => {
    const done = execute(seen, { id: 'duplicateStages', payload: { stageIds: ['Offer', 'Won'] } }, context)
    if (!done.ok) throw new Error(done.reason)
    const copies = Object.values(done.document.stages).filter(({ id }) => !seen.stages[id])
    expect(copies).toHaveLength(2)
    expect(copies.every((copy) => copy.hidden === undefined && copy.guidance === '')).toBe(true)
  })

  it('keeps what is hidden where a whole document comes in', () => {
    const document = {
      ...everybody,
      stages: { ...everybody.stages, Later: { ...everybody.stages.Offer, id: 'Later' } },
    }
    const call = { id: 'replaceDocument', payload: { document, label: 'Import' } } as const
    const done = execute(seen, call as Parameters<typeof execute>[1], context)
    if (!done.ok) throw new Error(done.reason)
    expect(done.document.stages.Offer).toMatchObject({ guidance: '', hidden: ['guidance', 'notes'] })
    expect(done.document.stages.Later).toMatchObject({ guidance: '' })
    expect(JSON.stringify(done.document)).not.toMatch(/budget|Margin|a@b/)
  })

  it('is not found wanting for what others see', () => {
    const described = ['stage/description-missing Offer']
    const said = (document: ProcessDocument, known: ReferenceData) =>
      lint({ document, reference: known, base: null, usage: null }).map(
        ({ ruleId, at }) => `${ruleId} ${at.id}`,
      )
    const bare = aProcess().stage('Offer').stage('Won', { won: true }).connect('Offer', 'Won').document
    expect(said(bare, emptyReferenceData)).toEqual(expect.arrayContaining(described))
    expect(said(bare, { ...emptyReferenceData, hidden: ['stage.description'] })).not.toEqual(
      expect.arrayContaining(described),
    )
    const nothing = concealed(everybody, { hidden: ['stage.description'] })
    expect(said(nothing, emptyReferenceData)).not.toEqual(expect.arrayContaining(described))
  })
})

describe('bringing together', () => {
  it('asks nothing about what is hidden, and takes it as it is published', () => {
    const mine = changed(seen, { stageName: 'Quote' })
    const theirs = { ...seen, process: { ...seen.process, revision: 2 } }
    expect(mergeProcesses(seen, mine, theirs).conflicts).toEqual([])
    expect(mergeProcesses(seen, mine, theirs).document.stages.Offer).toMatchObject({
      stageName: 'Quote',
      guidance: '',
      hidden: ['guidance', 'notes'],
    })
  })

  it('shows everything again to whoever may see it again, and no change of it', () => {
    const mine = changed(seen, { stageName: 'Quote' })
    const { document, conflicts, merged } = mergeProcesses(seen, mine, everybody)
    expect(conflicts).toEqual([])
    expect(merged).toEqual([])
    expect(document.stages.Offer).toMatchObject({ stageName: 'Quote', guidance: 'Ask for the budget.' })
    expect(document.stages.Offer?.hidden).toBeUndefined()
  })

  it('gives up what was written where it is hidden since', () => {
    const call = { id: 'updateStage', payload: { stageId: 'Offer', changes: { guidance: 'Mine' } } } as const
    const done = execute(everybody, call, aContext())
    if (!done.ok) throw new Error(done.reason)
    const { document, conflicts } = mergeProcesses(everybody, done.document, seen)
    expect(conflicts).toEqual([])
    expect(document.stages.Offer).toMatchObject({ guidance: '', hidden: ['guidance', 'notes'] })
  })

  it('tells no change of what cannot be seen on one side', () => {
    const later = changed(everybody.stages.Offer ? seen : everybody, { stageName: 'Quote' })
    expect(describeChanges(diffProcesses(everybody, later), everybody, later)).toMatchObject([
      { kind: 'changed', field: 'stageName' },
    ])
  })
})

describe('what was kept before it was hidden', () => {
  it('goes from steps too: they can be undone without bringing it back', () => {
    const call = (changes: object) => ({ id: 'updateStage', payload: { stageId: 'Offer', changes } }) as const
    const written = execute(everybody, call({ guidance: 'Mine', stageName: 'Quote' }), aContext())
    if (!written.ok) throw new Error(written.reason)
    const step = concealedDiff(diffProcesses(everybody, written.document), reference)
    expect(JSON.stringify(step)).not.toContain('Mine')
    const now = concealed(written.document, reference)
    expect(applyDiff(now, reverseDiff(step))).toEqual(seen)
  })

  it('is sent as hidden only where the published process has it', () => {
    const { Offer } = seen.stages
    if (!Offer) throw new Error('The stage is not there.')
    const document = { ...seen, stages: { ...seen.stages, New: { ...Offer, id: 'New' } } }
    const sent = withKeptHidden(document, seen)
    expect(sent.stages.Offer).toBe(Offer)
    expect(sent.stages.New?.hidden).toBeUndefined()
    expect(withKeptHidden(seen, null).stages.Offer?.hidden).toBeUndefined()
    expect(withKeptHidden(seen, seen)).toBe(seen)
  })
})
