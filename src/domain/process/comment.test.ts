import { describe, expect, it } from 'vitest'
import { aContext, standard } from '../../../tests/kit/builders.ts'
import { having, labelOf, refusal } from '../../../tests/kit/given.ts'
import { type CommandCall, execute } from '../commands/registry.ts'
import { openThreadCounts, threadsOf } from './comment.ts'
import { mergeProcesses } from './merge.ts'
import type { ProcessDocument } from './process.ts'
import { documentFromWire, documentToWire } from './wireDocument.ts'

const ada = { by: 'ada', byName: 'Ada' }
const bob = { by: 'bob', byName: 'Bob' }
const { document } = standard()
const asked = having(document, 'addComment', {
  id: 'q',
  targetId: 'Proposal',
  text: ' Who signs this? ',
  ...ada,
})

/** At another time, by ids that tell who made them. */
function later(before: ProcessDocument, call: CommandCall, who: string, minute: number): ProcessDocument {
  const now = `2026-11-21T09:${String(minute).padStart(2, '0')}:00.000Z`
  const done = execute(before, call, aContext({ newId: () => `${who}-${minute}`, now, actorId: who }))
  if (!done.ok) throw new Error(done.reason)
  return done.document
}
const reply = (before: ProcessDocument, who: typeof ada, text: string, minute: number) =>
  later(
    before,
    { id: 'addComment', payload: { targetId: 'Proposal', threadId: 'q', text, ...who } },
    who.by,
    minute,
  )
const resolve = (before: ProcessDocument, who: typeof ada, resolved: boolean, minute: number) =>
  later(before, { id: 'resolveComment', payload: { threadId: 'q', resolved, ...who } }, who.by, minute)
const words = (of: ProcessDocument) =>
  threadsOf(of.comments).map(({ comments }) => comments.map(({ text }) => text))

describe('commenting', () => {
  it('asks, answers, resolves and reopens', () => {
    expect(words(asked)).toEqual([['Who signs this?']])
    expect(labelOf(document, 'addComment', { targetId: 'Proposal', text: 'x', ...ada })).toBe(
      'Comment on “Proposal”',
    )
    const settled = resolve(reply(asked, bob, 'The director.', 1), ada, true, 2)
    expect(words(settled)).toEqual([['Who signs this?', 'The director.']])
    expect(threadsOf(settled.comments)[0]?.resolved).toMatchObject({ byName: 'Ada' })
    expect(openThreadCounts(settled.comments).get('Proposal')).toBeUndefined()
    expect(openThreadCounts(resolve(settled, bob, false, 3).comments).get('Proposal')).toBe(1)
  })

  it('lets everybody change their own words only', () => {
    expect(refusal(asked, 'editComment', { commentId: 'q', text: 'x', by: 'bob' })).toBe(
      'Only who wrote a comment can change it.',
    )
    expect(refusal(asked, 'removeComment', { commentId: 'q', by: 'bob' })).toMatch('Only who wrote')
    const edited = later(
      asked,
      { id: 'editComment', payload: { commentId: 'q', text: 'Who?', by: 'ada' } },
      'ada',
      5,
    )
    expect(edited.comments.q).toMatchObject({ text: 'Who?', editedAt: '2026-11-21T09:05:00.000Z' })
  })

  it('keeps the answers when the question goes, and nothing when the last words go', () => {
    const answered = reply(asked, bob, 'The director.', 1)
    const left = having(answered, 'removeComment', { commentId: 'q', by: 'ada' })
    expect(words(left)).toEqual([['The director.']])
    const marked = resolve(asked, bob, true, 2)
    expect(having(marked, 'removeComment', { commentId: 'q', by: 'ada' }).comments).toEqual({})
  })

  it('refuses empty and too long words, and what is not there', () => {
    const said = (text: string) => refusal(document, 'addComment', { targetId: 'Proposal', text, ...ada })
    expect(said('   ')).toBe('Write a comment first.')
    expect(said('x'.repeat(2_001))).toBe('Text may have at most 2000 characters.')
    expect(refusal(document, 'addComment', { targetId: 'gone', text: 'x', ...ada })).toMatch(
      'not in this process',
    )
    expect(refusal(asked, 'addComment', { targetId: 'Won', threadId: 'q', text: 'x', ...ada })).toMatch(
      'answer',
    )
  })
})

describe('what comments are pinned to', () => {
  it('takes them along when it goes', () => {
    const transition = Object.keys(document.transitions)[0] ?? ''
    const both = having(asked, 'addComment', { targetId: transition, text: 'Why?', ...ada })
    expect(having(both, 'removeStages', { stageIds: ['Proposal'] }).comments).toEqual({})
    expect(Object.keys(having(both, 'removeTransitions', { transitionIds: [transition] }).comments)).toEqual([
      'q',
    ])
  })

  it('does not hand them to a copy', () => {
    expect(Object.keys(having(asked, 'duplicateStages', { stageIds: ['Proposal'] }).comments)).toEqual(['q'])
    const fragment = { stages: Object.values(asked.stages), transitions: [] }
    expect(Object.keys(having(asked, 'pasteFragment', { fragment }).comments)).toEqual(['q'])
  })

  it('keeps what was said meanwhile when an older version is restored', () => {
    const restored = having(asked, 'replaceDocument', { document, label: 'Restore revision 3' })
    expect(Object.keys(restored.comments)).toEqual(['q'])
    const without = having(document, 'removeStages', { stageIds: ['Proposal'] })
    expect(having(asked, 'replaceDocument', { document: without, label: 'Restore' }).comments).toEqual({})
  })
})

describe('two people without a network', () => {
  it('answer and resolve the same question without a question', () => {
    const mine = resolve(reply(asked, ada, 'Me, perhaps.', 1), ada, true, 2)
    const theirs = resolve(reply(asked, bob, 'The director.', 3), bob, true, 4)
    const { document: merged, conflicts } = mergeProcesses(asked, mine, theirs)
    expect(conflicts).toEqual([])
    expect(words(merged)).toEqual([['Who signs this?', 'Me, perhaps.', 'The director.']])
    expect(threadsOf(merged.comments)[0]?.resolved?.by).toBe('bob')
  })

  it('are asked where one comments on what the other deletes; keeping it brings every comment back', () => {
    const mine = having(asked, 'removeStages', { stageIds: ['Proposal'] })
    const theirs = reply(asked, bob, 'The director.', 1)
    const { document: merged, conflicts } = mergeProcesses(asked, mine, theirs)
    expect(conflicts.map(({ id, kind }) => [id, kind])).toEqual([['stages/Proposal', 'needed']])
    expect(words(merged)).toEqual([['Who signs this?', 'The director.']])
  })
})

it('opens a process that was stored before there were comments', () => {
  const { comments: _, ...stored } = documentToWire(document)
  expect(documentFromWire(stored)).toEqual(document)
})
