/** The audit's settings endpoint and the process behind it: two views of one thing. */
import { randomUUID } from 'node:crypto'
import { expect } from 'vitest'
import { api } from '../../../src/contract/api.ts'
import type { SettingsStage } from '../../../src/contract/settings.ts'
import { expectProblem, type Person } from '../person.ts'
import type { Case } from '../scene.ts'

const feature = 'tenant settings'

async function stagesIn(person: Person): Promise<SettingsStage[]> {
  const { value } = await person.does(api.settings.read, {})
  return value.settings.opportunities?.stages ?? []
}

const saves = (person: Person, stages: SettingsStage[]) =>
  person.does(api.settings.write, { body: { opportunities: { stages } } })

async function defaultProcessId(person: Person): Promise<string> {
  const { value } = await person.does(api.processes.list, {})
  const standard = value.results.find((process) => process.is_default)
  if (!standard) expect.fail('A company with processes has a default one.')
  return standard.id
}

/** Before the last stages, so that probabilities still rise. */
function withNewStage(stages: readonly SettingsStage[]): { stages: SettingsStage[]; added: SettingsStage } {
  const closed = stages.findIndex(({ probability }) => probability === 100)
  const probability = stages[closed - 1]?.probability ?? 50
  const added: SettingsStage = {
    id: `s_${randomUUID().slice(0, 8)}`,
    name: 'Site visit',
    probability,
    color: 'orange',
    enabled: true,
  }
  return { stages: stages.toSpliced(closed, 0, added), added }
}

export const settingsCases: readonly Case[] = [
  {
    feature,
    title: 'keeps settings nested, upserts only what is named, and is never cached',
    run: async (scene) => {
      const administrator = await scene.as('administrator')
      const key = `k_${randomUUID().slice(0, 8)}`
      await administrator.does(api.settings.write, {
        body: {
          opportunities: { defaultView: 'pipeline', [key]: { deep: [1, 2] } },
          contacts: { [key]: true },
        },
      })
      await administrator.does(api.settings.write, { body: { opportunities: { defaultView: 'table' } } })
      const { value } = await administrator.does(api.settings.read, {})
      expect(value.settings).toMatchObject({
        opportunities: { defaultView: 'table', [key]: { deep: [1, 2] } },
        contacts: { [key]: true },
      })
      await administrator.does(api.settings.write, {
        body: { settings: { opportunities: { [key]: 'wrapped' } } },
      })
      const { value: wrapped } = await administrator.does(api.settings.read, {})
      expect(wrapped.settings).toMatchObject({ opportunities: { defaultView: 'table', [key]: 'wrapped' } })
      const wrong = { settings: { opportunities: { stages: [{ id: 'a b' }] } } }
      const refused = expectProblem(
        await administrator.sends('POST', '/api/settings', { json: wrong }),
        'VALIDATION_FAILED',
      )
      expect(refused.message).toContain('settings.opportunities.stages.0')
      const said = await administrator.sends('GET', '/api/settings')
      expect(said.headers.get('Cache-Control')).toBe('private, no-cache, must-revalidate')
    },
  },
  {
    feature,
    title: 'shows the default process as a list of stages, and a stage saved here stands in the process',
    run: async (scene) => {
      const administrator = await scene.as('administrator')
      const processId = await defaultProcessId(administrator)
      const before = await stagesIn(administrator)
      const { value: read } = await administrator.does(api.processes.read, { params: { id: processId } })
      expect(before.map((stage) => stage.id)).toEqual(read.stages.map((stage) => stage.stage_code))

      const { stages, added } = withNewStage(before)
      const { value } = await saves(administrator, stages)
      expect(value.settings.opportunities?.stages).toEqual(stages)
      const { value: list } = await administrator.does(api.stages.list, { query: { search: added.id } })
      const [stage] = list.results
      expect(stage).toMatchObject({
        stage_code: added.id,
        process_id: processId,
        color: 'orange',
        is_active: true,
      })

      if (!stage) expect.fail('The stage saved as a setting is not in the process.')
      await administrator.does(api.stages.update, { params: { id: stage.id }, body: { is_active: false } })
      expect((await stagesIn(administrator)).find(({ id }) => id === added.id)?.enabled).toBe(false)
      await saves(administrator, before)
      expect(await stagesIn(administrator)).toEqual(before)
    },
  },
  {
    feature,
    title: 'knows a stage by its id however it is written, large or small',
    run: async (scene) => {
      const administrator = await scene.as('administrator')
      const before = await stagesIn(administrator)
      const small = before.map((stage) => ({ ...stage, id: stage.id.toLowerCase() }))
      expect(small).not.toEqual(before)
      const { value } = await saves(administrator, small)
      expect(value.settings.opportunities?.stages).toEqual(before)
    },
  },
  {
    feature,
    title: 'keeps what the list does not say of a stage, and the automatic probability as a policy',
    run: async (scene) => {
      const administrator = await scene.as('administrator')
      const processId = await defaultProcessId(administrator)
      const params = { id: processId }
      const { value: before } = await administrator.does(api.processes.read, { params })
      await saves(administrator, await stagesIn(administrator))
      const body = { opportunities: { autoCalculateProbability: false } }
      await administrator.does(api.settings.write, { body })
      const { value: after } = await administrator.does(api.processes.read, { params })
      expect(after.transitions).toEqual(before.transitions)
      expect(after.stages.map((stage) => stage.required_fields)).toEqual(
        before.stages.map((stage) => stage.required_fields),
      )
      expect(after.policies.auto_calculate_probability).toBe(false)
      await administrator.does(api.settings.write, {
        body: { opportunities: { autoCalculateProbability: true } },
      })
    },
  },
  {
    feature,
    title: 'refuses fewer than two stages, a stage twice, and to delete a stage in use: disable it instead',
    run: async (scene) => {
      const administrator = await scene.as('administrator')
      const before = await stagesIn(administrator)
      const refused = (
        stages: SettingsStage[],
        code: 'PROCESS_INVALID' | 'VALIDATION_FAILED' | 'STAGE_IN_USE',
      ) => administrator.isRefused(api.settings.write, { body: { opportunities: { stages } } }, code)
      expect((await refused(before.slice(0, 1), 'PROCESS_INVALID')).message).toMatch(/two stages/)
      await refused([...before, ...before.slice(0, 1)], 'VALIDATION_FAILED')

      const { stages, added } = withNewStage(before)
      await saves(administrator, stages)
      const { value: list } = await administrator.does(api.stages.list, { query: { search: added.id } })
      const stageId = list.results[0]?.id ?? ''
      const deal = await scene.aDealIn(stageId)
      expect((await refused(before, 'STAGE_IN_USE')).message).toContain('Disable it instead')
      await saves(
        administrator,
        stages.map((stage) => (stage.id === added.id ? { ...stage, enabled: false } : stage)),
      )
      await administrator.does(api.opportunities.feed, {
        body: {
          opportunities: [
            {
              id: deal,
              name: 'A big deal',
              stage_id: stageId,
              status: 'lost',
              amount: 12_500,
              entered_stage_at: '2026-01-05T09:00:00Z',
              created_at: '2026-01-02T09:00:00Z',
              closed_at: '2026-02-01T09:00:00Z',
            },
          ],
        },
      })
      await saves(administrator, before)
    },
  },
]
