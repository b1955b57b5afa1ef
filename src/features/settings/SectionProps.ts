import type { Client } from '../../data/api/client.ts'

/** What every section of company data is given. */
export interface SectionProps {
  readonly client: Client
  /** False shows everything and changes nothing. */
  readonly mayChange: boolean
}
