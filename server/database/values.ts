/** How values come out of the database, the same on both drivers: int8 and numeric as numbers, times as ISO 8601 UTC. */

/** PostgreSQL type ids, stable since its first release. */
const oid = { int8: 20, numeric: 1700, timestamp: 1114, timestamptz: 1184 } as const

export const valueParsers: Readonly<Record<number, (text: string) => unknown>> = {
  [oid.int8]: Number,
  [oid.numeric]: Number,
  [oid.timestamp]: instant,
  [oid.timestamptz]: instant,
}

/** `2026-01-31 09:00:00.123456+00` → `2026-01-31T09:00:00.123Z`. Sessions run in UTC, so the offset is always zero. */
function instant(text: string): string {
  return new Date(`${text.replace(' ', 'T').replace(/[+-]\d\d(:\d\d)?$/, '')}Z`).toISOString()
}
