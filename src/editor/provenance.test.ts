import { describe, expect, it } from 'vitest'
import { anEditor, standard } from '../../tests/kit/builders.ts'
import type { ProcessDocument } from '../domain/process/process.ts'
import { isChanged, originOf, type Subject } from './provenance.ts'
import { type ReadRevision, tracePublished } from './tracePublished.ts'

const proposal: Subject = { table: 'stages', id: 'Proposal' }
const published = standard().process({ revision: 7, createdAt: '2026-01-01T00:00:00.000Z' })
const draft = () => anEditor(published.document, { base: published.document })

describe('a value', () => {
  it('that nobody touched comes from the published revision', () => {
    const state = draft().store.getState()
    expect(originOf(state, proposal, 'defaultProbability')).toEqual({ kind: 'published', revision: 7 })
    expect(isChanged(state, proposal, 'defaultProbability')).toBe(false)
  })

  it('that was changed names the last step, how many, and what was published', () => {
    const editor = draft()
    for (const defaultProbability of [40, 45])
      editor.dispatch('updateStage', { stageId: 'Proposal', changes: { defaultProbability } })
    const state = editor.store.getState()
    expect(originOf(state, proposal, 'defaultProbability')).toMatchObject({
      kind: 'changed',
      last: { label: 'Change probability of “Proposal” to 45 %' },
      steps: 2,
      was: 50,
      now: 45,
    })
    expect(isChanged(state, proposal, 'defaultProbability')).toBe(true)
    expect(originOf(state, proposal, 'stageName')).toMatchObject({ kind: 'published' })
    editor.dispatch('updateStage', { stageId: 'Proposal', changes: { defaultProbability: 50 } })
    expect(originOf(editor.store.getState(), proposal, 'defaultProbability').kind).toBe('published')
  })

  it('that a row may lack was nothing, no and no list before', () => {
    const editor = draft()
    const changes = {
      lockedFields: ['amount'],
      lockWhilePending: true,
      escalation: { after_days: 9, tell: [] },
    }
    editor.dispatch('updateStage', { stageId: 'Proposal', changes })
    const state = editor.store.getState()
    const was = (field: string) => originOf(state, proposal, field)
    expect(was('lockedFields')).toMatchObject({ kind: 'changed', was: [] })
    expect(was('lockWhilePending')).toMatchObject({ kind: 'changed', was: false })
    expect(was('escalation')).toMatchObject({ kind: 'changed', was: null })
    expect(isChanged(state, proposal, 'lockWhilePending')).toBe(true)
    expect(isChanged(state, { table: 'stages', id: 'Won' }, 'lockWhilePending')).toBe(false)
  })

  it('of a stage that was added here names the step that added it', () => {
    const editor = draft()
    const done = editor.dispatch('addStage', { name: 'Demo' })
    const id = done.ok ? (done.created[0]?.id ?? '') : ''
    expect(originOf(editor.store.getState(), { table: 'stages', id }, 'stageName')).toMatchObject({
      kind: 'added',
      by: { label: 'Add stage “Demo”' },
    })
    expect(isChanged(editor.store.getState(), { table: 'stages', id }, 'stageName')).toBe(false)
  })

  it('that differs without a step that says why is said to differ, no more', () => {
    const editor = anEditor(standard().process({ revision: 7 }).document, {
      base: standard().stage('Proposal', 55).process({ revision: 7 }).document,
    })
    expect(originOf(editor.store.getState(), proposal, 'defaultProbability')).toMatchObject({
      kind: 'differs',
      was: 55,
      now: 50,
      revision: 7,
    })
  })

  it('of a process never published is as it was made, until a step changes it', () => {
    const editor = anEditor(published.document)
    expect(originOf(editor.store.getState(), proposal, 'stageName')).toEqual({
      kind: 'start',
      at: '2026-01-01T00:00:00.000Z',
      beginning: null,
    })
    editor.dispatch('updateStage', { stageId: 'Proposal', changes: { stageName: 'Offer' } })
    expect(originOf(editor.store.getState(), proposal, 'stageName')).toMatchObject({ was: 'Proposal' })
  })

  it('of one policy is not mixed up with the others', () => {
    const editor = draft()
    editor.dispatch('setPolicies', { changes: { allow_rework: true } })
    const process: Subject = { table: 'process', id: 'process' }
    const state = editor.store.getState()
    expect(originOf(state, process, 'allow_rework')).toMatchObject({ kind: 'changed', was: false, now: true })
    expect(originOf(state, process, 'single_closed_stages').kind).toBe('published')
  })
})

describe('the revision that gave a value', () => {
  const revisions: Record<number, ProcessDocument> = {
    1: standard().stage('Proposal', 30).document,
    2: standard().document,
    3: standard().document,
  }
  const read: ReadRevision = async (revision) => {
    const document = revisions[revision]
    const by = { name: `Author ${revision}` }
    return document
      ? { ok: true, value: { revision, at: '', by, reason: null, document } }
      : { ok: false, why: 'Gone.' }
  }

  it('is the last one before which it was another', async () => {
    const looked: number[] = []
    const trace = await tracePublished(read, proposal, 'defaultProbability', 3, {
      onLook: (revision) => looked.push(revision),
    })
    expect(trace).toMatchObject({ kind: 'found', revision: { revision: 2, by: { name: 'Author 2' } } })
    expect(looked).toEqual([3, 2, 1])
  })

  it('is the first one where it never changed', async () => {
    const trace = await tracePublished(read, proposal, 'stageName', 3)
    expect(trace).toMatchObject({ kind: 'found', revision: { revision: 1 } })
  })

  it('is not claimed where the walk ended before', async () => {
    const trace = await tracePublished(read, proposal, 'stageName', 3, { most: 1 })
    expect(trace).toEqual({ kind: 'unchanged', since: 3 })
    expect(await tracePublished(read, proposal, 'stageName', 4)).toEqual({
      kind: 'failed',
      why: 'Gone.',
    })
  })
})
