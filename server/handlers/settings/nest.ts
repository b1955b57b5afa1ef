/** Tenant settings are stored flat (`opportunities.defaultView`) and said nested, as the audit describes. */
import type { NestedSettings } from '../../../src/contract/settings.ts'
import type { Json, StoredProcess } from '../../services.ts'
import { stageListOf } from './stageList.ts'

type Flat = Readonly<Record<string, Json>>

/** What is not stored because the default process is it. */
export const processKeys = ['opportunities.stages', 'opportunities.autoCalculateProbability'] as const

export function flatten(nested: NestedSettings): Record<string, Json> {
  const flat: Record<string, Json> = {}
  for (const [module, settings] of Object.entries(nested)) {
    for (const [key, value] of Object.entries(settings ?? {})) {
      if (value !== undefined) flat[`${module}.${key}`] = value
    }
  }
  return flat
}

export function nest(flat: Flat, stored: StoredProcess | null): NestedSettings {
  const nested = new Map<string, Map<string, Json>>([['opportunities', new Map()]])
  const put = (flatKey: string, value: Json) => {
    const dot = flatKey.indexOf('.')
    const module = flatKey.slice(0, dot)
    const settings = nested.get(module) ?? new Map<string, Json>()
    nested.set(module, settings.set(flatKey.slice(dot + 1), value))
  }
  for (const [key, value] of Object.entries(flat)) put(key, value)
  if (stored) {
    put('opportunities.stages', stageListOf(stored.document))
    put('opportunities.autoCalculateProbability', stored.document.process.policies.auto_calculate_probability)
  }
  return Object.fromEntries([...nested].map(([module, settings]) => [module, Object.fromEntries(settings)]))
}
