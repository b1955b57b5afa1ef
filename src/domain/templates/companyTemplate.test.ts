import { describe, expect, it } from 'vitest'
import { standard } from '../../../tests/kit/builders.ts'
import type { ProcessDocument } from '../process/process.ts'
import { contentForTemplate } from './companyTemplate.ts'
import { findTemplate } from './index.ts'

function lived(): ProcessDocument {
  let number = 0
  const built = findTemplate('standard-six')?.build(() => `real-${++number}`, 'acme')
  if (!built) throw new Error('There is no template to start from.')
  const stages = Object.fromEntries(
    Object.values(built.stages).map((stage) => [
      stage.id,
      {
        ...stage,
        externalId: 'crm-7',
        lineage: ['real-old'],
        createdByUserId: 'ada',
        updatedAt: '2026-01-01T00:00:00Z',
      },
    ]),
  )
  const process = {
    ...built.process,
    revision: 7,
    isDefault: true,
    createdByUserId: 'ada',
    stageMigrations: { a: 'b' },
  }
  const waiver = {
    id: 'real-w',
    ruleId: 'stage-guidance',
    targetId: Object.keys(stages)[0] ?? '',
    justification: 'Accepted by the board.',
    by: 'ada',
    at: '2026-01-01T00:00:00Z',
  }
  return { ...built, process, stages, waivers: { [waiver.id]: waiver } }
}

describe('a process kept as a template', () => {
  it('keeps stages, transitions, rules and scenarios, each still leading where it led', () => {
    const before = lived()
    const content = contentForTemplate(before)
    const ways = (document: ProcessDocument) =>
      Object.values(document.transitions)
        .map((way) =>
          [
            way.fromStageId === null ? '' : document.stages[way.fromStageId]?.stageName,
            document.stages[way.toStageId]?.stageName,
          ].join(' → '),
        )
        .sort()
    expect(ways(content)).toEqual(ways(before))
    const ends = Object.values(content.scenarios).map(
      ({ expectation }) => content.stages[expectation.stage]?.stageName,
    )
    expect(ends).toContain('Closed Won')
    expect(content.process.policies).toEqual(before.process.policies)
  })

  it('keeps nothing of the life of the process', () => {
    const words = JSON.stringify(contentForTemplate(lived()))
    for (const trace of ['real-', 'ada', 'crm-7', '2026-01-01', 'Accepted by the board'])
      expect(words).not.toContain(trace)
    expect(contentForTemplate(lived()).process).toMatchObject({
      revision: 0,
      isDefault: false,
      stageMigrations: {},
    })
  })

  it('is the same for the same process, and for itself', () => {
    const content = contentForTemplate(standard().document)
    expect(contentForTemplate(standard().document)).toEqual(content)
    expect(contentForTemplate(content)).toEqual(content)
  })
})
