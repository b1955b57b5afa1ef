import { afterEach, expect, it, describe as suite } from 'vitest'
import { aProcess, standard } from '../../tests/kit/builders.ts'
import type { Problem } from '../domain/lint/rule.ts'
import { setVerbosity } from '../text/verbosity.ts'
import { describe, processSummary } from './describe.ts'
import { canvasName, stageDescription, stageName, transitionBranchName, transitionName } from './names.ts'

const problem = (id: string, kind: 'stage' | 'transition' = 'stage'): Problem => ({
  id: `p ${id}`,
  ruleId: 'graph/dead-end',
  severity: 'error',
  at: { kind, id },
  message: 'Negotiation has no way out.',
  waivedBy: null,
  waivable: false,
})

const process = aProcess()
  .stage('Lead in', 10)
  .stage('Qualification', 40, { averageDurationDays: 5 })
  .stage('Proposal', 60)
  .stage('Nurture', 20)
  .stage('Won', { won: true })
  .stage('Lost', { lost: true })
  .connect('Lead in', 'Qualification')
  .connect('Qualification', 'Proposal', { transitionName: 'Budget confirmed', weight: 3 })
  .connect('Qualification', 'Nurture', { transitionName: 'Otherwise', weight: 2 })
  .connect('Nurture', 'Qualification', { isRework: true })
  .connect('Proposal', 'Won', { isAutomatic: true })
  .connect(null, 'Lost').document
const read = { document: process }

suite('the name of a stage', () => {
  it('is its name, what it is, how it is, and where it stands', () => {
    expect(stageName(read, 'Qualification')).toBe('Qualification, open stage, 40 percent, stage 2 of 6')
    expect(stageName(read, 'Won')).toBe('Won, won, final stage, stage 5 of 6')
    expect(stageName(read, 'Lost')).toBe('Lost, lost, final stage, stage 6 of 6')
    expect(stageName(read, 'Lead in')).toBe('Lead in, open stage, 10 percent, start, stage 1 of 6')
  })

  it('tells selection and problems', () => {
    const session = { selection: [{ kind: 'stage', id: 'Nurture' } as const] }
    expect(stageName({ ...read, session, problems: [problem('Nurture')] }, 'Nurture')).toBe(
      'Nurture, open stage, 20 percent, selected, 1 problem, stage 4 of 6',
    )
  })

  it('is said of blank and inactive stages too', () => {
    const { document } = aProcess().stage('', { id: 'x', isActive: false })
    expect(stageName({ document }, 'x')).toBe('Unnamed stage, open stage, 0 percent, inactive, stage 1 of 1')
    expect(stageName({ document }, 'gone')).toBe('')
  })
})

suite('the description of a stage', () => {
  it('holds where deals come from and go', () => {
    expect(stageDescription(read, 'Qualification')).toBe(
      'From Lead in and Nurture. Goes to Proposal, 60 percent, and Nurture, 40 percent. Target 5 days.',
    )
    expect(stageDescription(read, 'Won')).toBe('From Proposal. Final stage, success.')
    expect(stageDescription(read, 'Lost')).toBe('From any open stage. Final stage, deal lost.')
    expect(stageDescription(read, 'Lead in')).toBe('Start of the process. Goes to Qualification.')
    expect(stageDescription({ document: aProcess().stage('A').stage('B').document }, 'B')).toBe(
      'No incoming transition. No outgoing transition.',
    )
  })
})

suite('what is hidden', () => {
  it('is said once, and not what it is', () => {
    const { document } = aProcess()
      .stage('A', 10, { hidden: ['escalation', 'guidance'] })
      .stage('B', 20)
    expect(describe({ document }, { kind: 'stage', id: 'A' })).toContain('Whom it escalates to is hidden.')
    expect(describe({ document }, { kind: 'stage', id: 'B' })).not.toContain('hidden')
    expect(processSummary({ document })).toMatch(/Some of it is hidden from you\.$/)
    expect(processSummary(read)).not.toContain('hidden')
  })
})

suite('the name of a transition', () => {
  it('is its own, else where it goes', () => {
    expect(transitionName(read, 'Qualification → Proposal')).toBe(
      'Budget confirmed, from Qualification to Proposal, 60 percent',
    )
    expect(transitionName(read, 'Nurture → Qualification')).toBe(
      'Unnamed transition from Nurture to Qualification, rework',
    )
    expect(transitionName(read, 'Proposal → Won')).toBe('Unnamed transition from Proposal to Won, automatic')
    expect(transitionName(read, '* → Lost')).toBe('Unnamed transition from any open stage to Lost')
  })

  it('counts its siblings when reached from its stage', () => {
    expect(transitionBranchName(read, 'Qualification → Proposal')).toBe(
      'Budget confirmed, to Proposal, 60 percent, 1 of 2 from Qualification',
    )
  })
})

suite('describing', () => {
  it('a stage tells its surroundings and its problems', () => {
    expect(
      describe({ ...read, problems: [problem('Qualification')] }, { kind: 'stage', id: 'Qualification' }),
    ).toBe(
      'Qualification, open stage, 40 percent, stage 2 of 6. Comes from Lead in. ' +
        'Goes to Proposal when budget confirmed, 60 percent; and to Nurture when otherwise, 40 percent. ' +
        'Nurture returns here. 1 problem: Negotiation has no way out. Target 5 days.',
    )
  })

  it('a transition tells what it demands', () => {
    const { document } = standard().connect('Qualification', 'Won', {
      id: 't',
      isAutomatic: true,
      afterDays: 3,
      conditions: [{ id: 'r', name: 'Budget', check: true, message: '' }],
    })
    expect(describe({ document }, { kind: 'transition', id: 't' })).toBe(
      'Unnamed transition from Qualification to Won, automatic. 1 condition. Moves by itself after 3 days.',
    )
  })

  it('the process sums it up', () => {
    expect(processSummary({ ...read, problems: [problem('Nurture'), problem('Won')] })).toBe(
      'Enterprise sales has 6 stages and 6 transitions. It starts at Lead in. It ends in Won or Lost. ' +
        'Main path: Lead in, Qualification, Proposal, Won. Branches at Qualification. ' +
        'One loop: Nurture to Qualification. 2 problems.',
    )
    expect(processSummary({ document: aProcess('Empty').document })).toBe(
      'Empty has 0 stages and 0 transitions. It has no start. It has no final stage. No problems.',
    )
  })

  it('the canvas is named by what is on it', () => {
    expect(canvasName(read)).toBe('Process canvas, Enterprise sales, 6 stages, 6 transitions, no problems')
  })
})

suite('how much is told', () => {
  afterEach(() => setVerbosity('standard'))

  it('briefly: the name, what it is and how it is; then where it goes', () => {
    setVerbosity('brief')
    expect(stageName({ ...read, problems: [problem('Nurture')] }, 'Nurture')).toBe(
      'Nurture, open stage, 20 percent, 1 problem',
    )
    expect(stageDescription(read, 'Qualification')).toBe(
      'Goes to Proposal, 60 percent, and Nurture, 40 percent.',
    )
    expect(transitionName(read, 'Qualification → Proposal')).toBe(
      'Budget confirmed, from Qualification to Proposal',
    )
  })

  it('in detail: also what a stage asks for', () => {
    setVerbosity('detailed')
    const { document } = aProcess()
      .stage('Legal', 70, { requiredFields: ['amount', 'close_date'], requiresApproval: true })
      .stage('Won', { won: true })
      .connect('Legal', 'Won')
    expect(stageDescription({ document }, 'Legal')).toBe(
      'Start of the process. Goes to Won. 2 required fields. Needs approval.',
    )
  })
})
