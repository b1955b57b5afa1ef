import { useQuery, useQueryClient } from '@tanstack/react-query'
import type { ProcessTemplates } from '../../data/api/processTemplates.ts'
import type { CompanyTemplate } from '../../domain/templates/companyTemplate.ts'

export interface OwnTemplates {
  readonly state: 'loading' | 'ready' | 'failed'
  readonly templates: readonly CompanyTemplate[]
  /** Shown as this device last saw them. */
  readonly kept: boolean
  readonly why: string
  reload(): void
}

/** Answers that hold the company's templates; an event that reference data changed makes them stale. */
export const templatesKey = ['templates'] as const

export function useOwnTemplates(shelf: ProcessTemplates, companyId: string): OwnTemplates {
  const cache = useQueryClient()
  const { data } = useQuery({ queryKey: [...templatesKey, companyId], queryFn: () => shelf.list() })
  const reload = () => void cache.invalidateQueries({ queryKey: templatesKey })
  if (!data) return { state: 'loading', templates: [], kept: false, why: '', reload }
  if (!data.ok) return { state: 'failed', templates: [], kept: false, why: data.failure.message, reload }
  return { state: 'ready', ...data.value, why: '', reload }
}
