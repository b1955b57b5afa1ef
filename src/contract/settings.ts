/**
 * The audit's settings endpoint: tenant settings as one nested object. `opportunities.stages` is the default process
 * seen as a simple list: `id` is the stage code, `enabled` is `is_active`. The two always agree, because there is
 * only one of them.
 */
import { z } from 'zod'
import { codePattern, stageColors } from '../domain/process/stage.ts'
import { defineEndpoint } from './endpoint.ts'

export const settingsStage = z.strictObject({
  id: z.string().min(1).max(20).regex(codePattern, 'A stage id has only letters, digits and underscores.'),
  name: z.string().trim().min(1, 'Give the stage a name.').max(100),
  probability: z
    .int()
    .min(0, 'Probability is between 0 and 100.')
    .max(100, 'Probability is between 0 and 100.'),
  color: z.enum(stageColors),
  enabled: z.boolean(),
})
export type SettingsStage = z.infer<typeof settingsStage>

const settingKey = z
  .string()
  .min(1)
  .max(100)
  .regex(/^[A-Za-z0-9_]+$/, 'A setting key has only letters, digits and underscores.')

/** Known keys are checked, others are kept as they are. */
const opportunitySettings = z.object({
  stages: z.array(settingsStage).max(500).optional(),
  autoCalculateProbability: z.boolean().optional(),
})

const moduleSettings = z.record(settingKey, z.json())

export const nestedSettings = z
  .object({
    opportunities: opportunitySettings.catchall(z.json()).optional(),
    /** Not a module: what is read is wrapped in it, and may be sent back so. */
    settings: z.never().optional(),
  })
  .catchall(moduleSettings)
export type NestedSettings = z.infer<typeof nestedSettings>

export const wrappedSettings = z.strictObject({ settings: nestedSettings })

const settingsBody = z.union([wrappedSettings, nestedSettings])

/** As it was read, or without the outer name. */
export const settingsOf = (body: z.infer<typeof settingsBody>): NestedSettings =>
  'settings' in body ? (body.settings ?? {}) : body

/** These two are the default process; all else is how things are shown. */
function changesProcess(body: z.infer<typeof settingsBody>): boolean {
  const { stages, autoCalculateProbability } = settingsOf(body).opportunities ?? {}
  return stages !== undefined || autoCalculateProbability !== undefined
}

export const readSettings = defineEndpoint({
  method: 'GET',
  path: '/api/settings',
  summary: 'All tenant settings as one nested object; opportunities.stages is the default process',
  access: 'read_stage',
  responses: { 200: wrappedSettings },
})

export const writeSettings = defineEndpoint({
  method: 'POST',
  path: '/api/settings',
  summary:
    'Upsert the settings that are named; opportunities.stages replaces the stage list of the default process',
  access: 'manage_stages',
  critical: changesProcess,
  /** The nested object itself, or as it was read: `{settings: …}`. */
  body: settingsBody,
  responses: { 200: wrappedSettings },
  errors: ['STAGE_IN_USE', 'PROCESS_INVALID', 'REVIEW_REQUIRED'],
})
