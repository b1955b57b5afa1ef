/** The audit's `/api/settings` with nothing else to lean on: what a backend that has only that promises. */
import { randomUUID } from 'node:crypto'
import { expect } from 'vitest'
import { errorBodySchema } from '../../../src/contract/errors.ts'
import type { Person } from '../person.ts'
import type { Case } from '../scene.ts'

const feature = 'settings alone'
const path = '/api/settings'

interface ListedStage {
  readonly id: string
  readonly name: string
  readonly probability: number
  readonly color: string
  readonly enabled: boolean
}

async function settingsOf(who: Person): Promise<Readonly<Record<string, Record<string, unknown>>>> {
  const said = await who.sends('GET', path)
  expect(said.status, said.text.slice(0, 300)).toBe(200)
  return Object(said.json).settings
}

async function stagesOf(who: Person): Promise<ListedStage[]> {
  const stages: unknown = (await settingsOf(who)).opportunities?.stages
  if (!Array.isArray(stages)) expect.fail('settings.opportunities.stages is a list.')
  return stages
}

const saves = async (who: Person, stages: readonly ListedStage[]) => {
  const said = await who.sends('POST', path, { json: { opportunities: { stages } } })
  expect(said.status, said.text.slice(0, 300)).toBeLessThan(300)
}

export const settingsAloneCases: readonly Case[] = [
  {
    feature,
    on: 'tenant-settings',
    title: 'says settings as one nested object, and changes only what is named',
    run: async (scene) => {
      const who = await scene.as('administrator')
      const key = `k_${randomUUID().slice(0, 8)}`
      const before = await stagesOf(who)
      const said = await who.sends('POST', path, { json: { contacts: { [key]: { deep: [1, 2] } } } })
      expect(said.status, said.text.slice(0, 300)).toBeLessThan(300)
      const after = await settingsOf(who)
      expect(after.contacts?.[key]).toEqual({ deep: [1, 2] })
      expect(after.opportunities?.stages).toEqual(before)
    },
  },
  {
    feature,
    on: 'tenant-settings',
    title: 'keeps a list of stages as it was sent: a new one, another name, and back again',
    run: async (scene) => {
      const who = await scene.as('administrator')
      const before = await stagesOf(who)
      const at = before.findIndex(({ probability }) => probability === 100)
      const added: ListedStage = {
        id: `s_${randomUUID().slice(0, 8)}`,
        name: 'Conformance',
        probability: before[at - 1]?.probability ?? 50,
        color: 'orange',
        enabled: true,
      }
      const changed = before.toSpliced(at, 0, added)
      await saves(who, changed)
      expect(await stagesOf(who)).toEqual(changed)
      const named = changed.map((stage) => (stage === added ? { ...added, name: 'Renamed' } : stage))
      await saves(who, named)
      expect(await stagesOf(who)).toEqual(named)
      await saves(who, before)
      expect(await stagesOf(who)).toEqual(before)
    },
  },
  {
    feature,
    on: 'tenant-settings',
    title: 'lets nobody in without a token, and refuses a list that cannot be',
    run: async (scene) => {
      const nobody = await scene.anybody.sends('GET', path)
      expect([nobody.status, errorBodySchema.safeParse(nobody.json).success]).toEqual([401, true])
      const who = await scene.as('administrator')
      const before = await stagesOf(who)
      const twice = { opportunities: { stages: [...before, ...before.slice(0, 1)] } }
      const said = await who.sends('POST', path, { json: twice })
      expect([400, 409, 422], said.text.slice(0, 300)).toContain(said.status)
      expect(await stagesOf(who)).toEqual(before)
    },
  },
]
