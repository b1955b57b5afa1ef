/** Every real HubSpot pipeline. Counts and numbers come from the raw JSON. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { stagesInOrder } from '../../src/domain/process/process.ts'
import { describeWithFixtures } from '../kit/fixtures.ts'
import { documentOf, expectSound, lintOf, mustRead, readFiles } from './imported.ts'

interface RawStage {
  readonly stageId: string
  readonly label: string
  readonly probability: number
  readonly displayOrder: number
  readonly closedWon: boolean
}
interface RawPipeline {
  readonly pipelineId: string
  readonly label: string
  readonly stages: readonly RawStage[]
}

describeWithFixtures('hubspot', (folder) => {
  const load = (name: string) => ({ name, bytes: new Uint8Array(readFileSync(join(folder, name))) })

  describe('v1 pipelines of the demo portal', () => {
    const file = load('deals-v1-pipelines.json')
    const raw = JSON.parse(new TextDecoder().decode(file.bytes)) as RawPipeline[]

    it('are all offered with their numbers of stages', async () => {
      const { choices, document } = await mustRead([file])
      expect(document).toBeUndefined()
      const counts = (list: { id: string; count: number }[]) =>
        Object.fromEntries(list.map(({ id, count }) => [id, count]))
      expect(counts(choices.map(({ id, stageCount }) => ({ id, count: stageCount })))).toEqual(
        counts(raw.map(({ pipelineId, stages }) => ({ id: pipelineId, count: stages.length }))),
      )
    })

    it.each(raw.map((pipeline) => [pipeline.label, pipeline] as const))('%s imports', async (_, pipeline) => {
      const document = documentOf(await mustRead([file], { pipeline: pipeline.pipelineId }))
      await expectSound(document)
      const stages = Object.values(document.stages)
      expect(stages).toHaveLength(pipeline.stages.length)
      for (const given of pipeline.stages) {
        const stage = stages.find((candidate) => candidate.externalId === given.stageId)
        expect(stage).toMatchObject({ stageName: given.label, isClosedWon: given.closedWon })
        expect(stage?.defaultProbability).toBeCloseTo(given.probability * 100, 9)
      }
    })

    it('two won stages in sequence, no won stage, “Lost” open at 10: findings, not failures', async () => {
      const of = async (pipeline: string) => documentOf(await mustRead([file], { pipeline }))
      const shop = await of('Ecommerce Pipeline')
      expect(Object.values(shop.stages).filter((stage) => stage.isClosedWon)).toHaveLength(2)
      expect(shop.process.policies.single_closed_stages).toBe(false)
      const open = await of('IT2Pipeline')
      expect(stagesInOrder(open).at(-1)).toMatchObject({
        stageName: 'Lost',
        isClosedLost: false,
        defaultProbability: 10,
      })
      const rules = new Set(lintOf(open).map((problem) => problem.ruleId))
      expect(rules).toContain('stage/closed-won-count')
      expect(rules).toContain('stage/closed-lost-count')
    })
  })

  it('a record of a data pipe: strings for numbers, stages out of order', async () => {
    const document = documentOf(await mustRead([load('crm-pipelines-default.jsonl')]))
    await expectSound(document)
    expect(stagesInOrder(document).map((stage) => [stage.stageName, stage.defaultProbability])).toEqual([
      ['Appointment Scheduled', 20],
      ['Qualified To Buy', 40],
      ['Presentation Scheduled', 60],
      ['Decision Maker Bought-In', 80],
      ['Contract Sent', 90],
      ['Closed Won', 100],
      ['Closed Lost', 0],
    ])
    expect(lintOf(document).filter((problem) => problem.severity === 'error')).toEqual([])
  })

  it('tables of a warehouse are no pipelines, and it is said', async () => {
    const result = await readFiles([load('fivetran/deal_pipeline_stage_data.csv')])
    expect(result).toMatchObject({ ok: false, problem: { what: 'The file is neither XML nor JSON.' } })
  })
})
