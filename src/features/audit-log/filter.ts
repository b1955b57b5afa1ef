/** What the log is narrowed down to, as people set it; days are those of this device. */

export interface AuditFilter {
  readonly person: string
  readonly type: string
  /** `2026-01-31`, both inclusive; empty where it does not matter. */
  readonly since: string
  readonly until: string
}

export const noFilter: AuditFilter = { person: '', type: '', since: '', until: '' }

export function queryOf({ person, type, since, until }: AuditFilter) {
  return {
    ...(person ? { user_id: person } : {}),
    ...(type ? { type } : {}),
    ...(since ? { since: instant(`${since}T00:00:00`) } : {}),
    ...(until ? { until: instant(`${until}T23:59:59.999`) } : {}),
  }
}

const instant = (local: string): string => new Date(local).toISOString()
