import { type SettingsStage, settingsOf, type writeSettings } from '../../../src/contract/settings.ts'
import { newProcess, type ProcessDocument } from '../../../src/domain/process/process.ts'
import type { Asked, Handler } from '../../http/handler.ts'
import { settledJson } from '../../masking/settledJson.ts'
import type { Json, WriteState } from '../../services.ts'
import { refuseWorse } from '../soundness.ts'
import { refuseStranding } from '../stranding.ts'
import { contextOf, run, write as writeProcess } from '../write.ts'
import { flatten, nest, processKeys } from './nest.ts'
import { settingsHeaders } from './read.ts'
import { withStageList } from './stageList.ts'

type WriteAsked = Asked<typeof writeSettings>

export const write: Handler<typeof writeSettings> = async (asked) => {
  const { services, actor } = asked
  const given = settingsOf(asked.body)
  const { stages, autoCalculateProbability } = given.opportunities ?? {}
  const entries = flatten(given)
  for (const key of processKeys) delete entries[key]
  const before = await services.settings.all(actor)
  for (const [key, value] of Object.entries(entries))
    entries[key] = settledJson(value, before[key], { at: key, mask: actor.mask })
  if (stages === undefined && autoCalculateProbability === undefined) {
    if (Object.keys(entries).length > 0) await services.settings.save(actor, entries)
    const stored = await services.processes.loadDefault(actor)
    return {
      status: 200,
      body: { settings: nest({ ...before, ...entries }, stored) },
      headers: settingsHeaders,
    }
  }
  return await writeDefaultProcess(asked, before, entries)
}

/** The default process and the other settings of the request in one transaction; a company without one gets one. */
async function writeDefaultProcess(
  asked: WriteAsked,
  before: Readonly<Record<string, Json>>,
  entries: Readonly<Record<string, Json>>,
) {
  const { services, actor } = asked
  const { stages, autoCalculateProbability } = settingsOf(asked.body).opportunities ?? {}
  const current = await services.processes.loadDefault(actor)
  const processId = current?.document.process.id ?? services.newId()
  return await writeProcess(asked, {
    processId,
    kind: 'settings',
    settings: entries,
    decide: (state) => {
      const had = state.current?.document ?? newProcess(firstProcess(processId))
      const context = contextOf(asked, state)
      const switched =
        autoCalculateProbability === undefined
          ? had
          : run(
              had,
              {
                id: 'setPolicies',
                payload: { changes: { auto_calculate_probability: autoCalculateProbability } },
              },
              context,
            )
      const next = stages === undefined ? switched : withStages(switched, stages, asked, state)
      refuseWorse(next, state, new Set())
      return next
    },
    answer: ({ stored }) => ({
      status: 200,
      body: { settings: nest({ ...before, ...entries }, stored) },
      headers: settingsHeaders,
    }),
  })
}

function withStages(
  had: ProcessDocument,
  stages: readonly SettingsStage[],
  asked: WriteAsked,
  state: WriteState,
): ProcessDocument {
  const next = withStageList(had, stages, contextOf(asked, state))
  refuseStranding(had, next, state.usage)
  return next
}

const firstProcess = (id: string) => ({
  id,
  processName: 'Sales process',
  processCode: 'SALES',
  isDefault: true,
})
