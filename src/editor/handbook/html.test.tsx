import { describe, expect, it } from 'vitest'
import { draw } from '../../../tests/kit/draw.ts'
import { having } from '../../../tests/kit/given.ts'
import { options, reference, template } from '../../../tests/kit/handbook.ts'
import { lint } from '../../domain/lint/lint.ts'
import type { ProcessDocument } from '../../domain/process/process.ts'
import { handbookHtml, handbookOf } from './index.ts'

const pageOf = (document: ProcessDocument, more = {}) =>
  new DOMParser().parseFromString(
    handbookHtml(handbookOf(document, reference, { ...options, ...more })),
    'text/html',
  )

describe('the handbook as HTML', () => {
  const page = pageOf(template('enterprise-meddicc'))

  it('is a document of its own: language, title, landmarks, headings without a gap, a named picture', () => {
    expect(page.documentElement.lang).toBe('en')
    expect(page.title).toMatch(/Process handbook$/)
    for (const tag of ['header', 'nav', 'main']) expect(page.querySelectorAll(tag)).toHaveLength(1)
    const levels = [...page.querySelectorAll('h1,h2,h3,h4')].map((one) => Number(one.tagName[1]))
    expect(levels.every((level, index) => index === 0 || level - (levels[index - 1] ?? 0) <= 1)).toBe(true)
    expect(page.querySelector('figure svg')?.getAttribute('role')).toBe('img')
    for (const link of page.querySelectorAll('nav a'))
      expect(page.getElementById(link.getAttribute('href')?.slice(1) ?? '')).not.toBeNull()
    for (const cell of page.querySelectorAll('th')) expect(cell.getAttribute('scope')).toMatch(/col|row/)
  })

  it('tells every stage with what is to be done, checked and approved there', () => {
    const words = page.querySelector('main')?.textContent ?? ''
    for (const stage of Object.values(template('enterprise-meddicc').stages)) {
      expect(words).toContain(stage.stageName)
      expect(words).toContain(stage.guidance)
      for (const item of stage.exitChecklist) expect(words).toContain(item)
    }
    for (const heading of ['Overview', 'Stages at a glance', 'Stage by stage', 'Fields', 'Approvals'])
      expect([...page.querySelectorAll('h2')].map((one) => one.textContent)).toContain(heading)
  })

  it('tells who may make a move, where refused deals go, who is told and what is locked', () => {
    const own = pageOf(
      draw({
        stages: ['new', 'won', 'lost'],
        moves: ['new > won', '* > lost'],
        stage: {
          new: {
            escalation: { after_days: 21, tell: [{ kind: 'manager_of_owner', ref: '' }] },
            lockedFields: ['amount'],
          },
          won: { requiresApproval: true, lockWhilePending: true },
        },
        move: {
          'new > won': { runBy: [{ kind: 'role', ref: 'sales_director' }] },
          '* > lost': { onRefusal: true },
        },
      }),
    )
    const words = own.querySelector('main')?.textContent ?? ''
    for (const told of [
      'Can be run by sales director only.',
      'Happens by itself when an approval is refused.',
      'After 21 days to the owner’s manager',
      'locked while it waits',
    ])
      expect(words).toContain(told)
    expect(words).toMatch(/Locked here\s*Amount/)
  })

  it('keeps what people wrote as text', () => {
    const evil = having(draw({ stages: ['new', 'won'] }), 'updateStage', {
      stageId: 'new',
      changes: { stageName: '<img src=x onerror=alert(1)>', guidance: '</style><script>alert(1)</script>' },
    })
    const own = pageOf(evil)
    expect(own.querySelectorAll('script, img')).toHaveLength(0)
    expect(own.querySelector('h3')?.textContent).toContain('<img src=x')
  })

  it('has notes, open comments and problems where they are asked for', () => {
    let document = draw({ stages: ['new', 'won'], stage: { new: { notes: 'Ask Grace first.' } } })
    document = having(document, 'addComment', {
      targetId: 'new',
      text: 'Who signs?',
      by: 'ada',
      byName: 'Ada',
    })
    const found = lint({ document, reference, base: null, usage: null })
    const message = found.find(({ ruleId }) => ruleId === 'graph/dead-end')?.message ?? ''
    const without = pageOf(document).body.textContent ?? ''
    const all =
      pageOf(document, { notes: true, comments: true, problems: true, found }).body.textContent ?? ''
    for (const words of ['Ask Grace first.', 'Who signs?', message]) {
      expect(without).not.toContain(words)
      expect(all).toContain(words)
    }
  })

  it('of an empty process is still a document', () => {
    expect(pageOf(draw({ stages: [] })).querySelectorAll('h2').length).toBeGreaterThan(0)
  })
})
