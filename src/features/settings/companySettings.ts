/** The company settings of the audit, as the form has them. What the backend does not have yet takes these defaults. */
import { z } from 'zod'
import type { NestedSettings } from '../../contract/settings.ts'
import { text } from '../../text/index.ts'

export const defaultViews = ['table', 'pipeline', 'cards'] as const

const whole = (least: number, most: number) => {
  const error = () => text('settings', 'numberBetween', { least, most })
  return z.int({ error }).min(least, { error }).max(most, { error })
}

export const companySchema = z.object({
  defaultView: z.enum(defaultViews),
  itemsPerPage: whole(5, 200),
  showProbability: z.boolean(),
  showValue: z.boolean(),
  showDates: z.boolean(),
  autoCalculateProbability: z.boolean(),
  sendStageNotifications: z.boolean(),
  createEventOnStageChange: z.boolean(),
  autoGenerateInvoice: z.boolean(),
  showPipelineView: z.boolean(),
  defaultProbabilityFilter: whole(0, 100),
  defaultCloseDateOffset: whole(0, 3_650),
})
export type CompanySettings = z.infer<typeof companySchema>

const byDefault: CompanySettings = {
  defaultView: 'table',
  itemsPerPage: 25,
  showProbability: true,
  showValue: true,
  showDates: true,
  autoCalculateProbability: true,
  sendStageNotifications: false,
  createEventOnStageChange: false,
  autoGenerateInvoice: false,
  showPipelineView: true,
  defaultProbabilityFilter: 0,
  defaultCloseDateOffset: 30,
}

/** A value of the wrong kind, as another client may have written, counts as not set. */
export function companySettingsOf(settings: NestedSettings): CompanySettings {
  const stored = new Map(Object.entries(settings.opportunities ?? {}))
  const pick = Object.entries(companySchema.shape).flatMap(([name, schema]) => {
    const parsed = schema.safeParse(stored.get(name))
    return parsed.success ? [[name, parsed.data] as const] : []
  })
  return companySchema.parse({ ...byDefault, ...Object.fromEntries(pick) })
}
