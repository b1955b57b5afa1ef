import { describe, expect, it } from 'vitest'
import { draw, line } from '../../../tests/kit/draw.ts'
import { afterFix, commandContext, problemsOf } from '../../../tests/kit/verifyRule.ts'
import type { ProcessDocument } from '../process/process.ts'
import { emptyReferenceData } from '../process/reference.ts'
import { fixAllOf } from './fixAll.ts'
import { blocksPublish, type LintInput, lint } from './lint.ts'
import { defineRule } from './rule.ts'

const inputOf = (document: ProcessDocument): LintInput => ({
  document,
  reference: emptyReferenceData,
  base: null,
  usage: null,
})
const waiver = (ruleId: string, targetId: string) => ({
  id: `waiver of ${ruleId}`,
  ruleId,
  targetId,
  justification: 'Agreed with the director.',
  by: 'ada',
  at: '2026-01-31T09:00:00.000Z',
})

describe('linting a process', () => {
  it('finds nothing in a sound one', () => {
    expect(problemsOf({ document: line() })).toEqual([])
  })

  it('lists errors before warnings before hints, and each along the process', () => {
    const document = line({
      stage: {
        closing: { maxDurationDays: null },
        won: { stageCode: '' },
        proposal: { stageCode: '', stageName: 'New' },
      },
      move: { 'new > proposal': { isAutomatic: true } },
      add: ['new > new', 'proposal > gone'],
    })
    expect(problemsOf({ document }).map(({ id }) => id)).toEqual([
      'graph/self-transition transition:new > new',
      'stage/code-required stage:proposal.stageCode',
      'graph/dangling-transition transition:proposal > gone',
      'stage/code-required stage:won.stageCode',
      'rule/automatic-without-condition transition:new > proposal.isAutomatic',
      'stage/name-unique stage:proposal.stageName',
      'duration/maximum-missing stage:closing.maxDurationDays',
    ])
  })

  it('blocks publishing while an error stands that nobody waived', () => {
    const falling = { stage: { proposal: { defaultProbability: 1 } } } as const
    const open = lint(inputOf(line(falling)))
    expect(open.map(({ ruleId, waivedBy }) => [ruleId, waivedBy])).toEqual([
      ['probability/decreases', null],
      ['probability/decreases-on-transition', null],
    ])
    expect(blocksPublish(open)).toBe(true)

    const accepted = lint(
      inputOf(line({ ...falling, waivers: [waiver('probability/decreases', 'proposal')] })),
    )
    expect(accepted[0]?.waivedBy).toBe('waiver of probability/decreases')
    expect(blocksPublish(accepted)).toBe(false)
  })

  it('does not let an error be waived that may not be', () => {
    const document = line({
      stage: { proposal: { stageCode: '' } },
      waivers: [waiver('stage/code-required', 'proposal')],
    })
    expect(lint(inputOf(document)).map(({ waivable, waivedBy }) => [waivable, waivedBy])).toEqual([
      [false, null],
    ])
  })

  it('says so when a rule fails, keeps what it had found, and goes on with the others', () => {
    const failing = defineRule({
      id: 'graph/cycle',
      title: 'A rule with a fault',
      why: '',
      *check() {
        yield { at: { kind: 'stage', id: 'new' }, message: 'Found before the fault.' }
        throw new TypeError('nothing there')
      },
    })
    const other = defineRule({
      id: 'stage/too-many',
      title: 'Another rule',
      why: '',
      check: () => [{ at: { kind: 'process' as const, id: 'process' }, message: 'Found after it.' }],
    })
    const problems = lint(inputOf(line()), [failing, other])
    expect(problems.map(({ id, ruleId, severity, message }) => ({ id, ruleId, severity, message }))).toEqual([
      {
        id: 'internal process:process graph/cycle',
        ruleId: 'internal',
        severity: 'error',
        message:
          'The check “A rule with a fault” could not be done (nothing there). Please report this with an export of the process.',
      },
      {
        id: 'graph/cycle stage:new',
        ruleId: 'graph/cycle',
        severity: 'error',
        message: 'Found before the fault.',
      },
      {
        id: 'stage/too-many process:process',
        ruleId: 'stage/too-many',
        severity: 'info',
        message: 'Found after it.',
      },
    ])
  })

  it('copes with nothing at all, and with one stage', () => {
    expect(problemsOf({ document: draw({ stages: [] }) }).map(({ ruleId }) => ruleId)).toEqual([
      'graph/no-entry',
      'stage/too-few',
      'stage/closed-won-count',
      'stage/closed-lost-count',
    ])
    expect(problemsOf({ document: draw({ stages: ['new'] }) }).map(({ ruleId }) => ruleId)).toEqual([
      'graph/dead-end',
      'stage/too-few',
      'stage/closed-won-count',
      'stage/closed-lost-count',
    ])
  })
})

describe('fixing all problems of a rule', () => {
  it('is one command, each fix once', () => {
    const document = line({
      stage: { new: { stageOrder: 3 }, proposal: { stageOrder: 3 }, closing: { stageOrder: 3 } },
    })
    const fix = fixAllOf(problemsOf({ document }), 'stage/order-unique')
    expect(fix?.title).toBe('Renumber the stages')
    expect(fix?.command.id).toBe('reorderStages')
  })

  it('repairs every one of them in one step', () => {
    const document = line({
      stage: { new: { defaultProbability: -1 }, closing: { defaultProbability: 120 } },
    })
    const fix = fixAllOf(problemsOf({ document }), 'probability/range')
    expect(fix?.title).toBe('Fix all: A probability is a whole number from 0 to 100')
    if (!fix) return
    const repaired = afterFix(document, fix, commandContext())
    expect(problemsOf({ document: repaired }, 'probability/range')).toEqual([])
  })

  it('leaves waived problems alone and offers nothing where no fix is marked', () => {
    const document = line({
      stage: { proposal: { defaultProbability: 1 } },
      waivers: [waiver('probability/decreases', 'proposal')],
    })
    expect(fixAllOf(problemsOf({ document }), 'probability/decreases')).toBeNull()
    expect(fixAllOf(problemsOf({ document }), 'probability/decreases-on-transition')).toBeNull()
  })
})
