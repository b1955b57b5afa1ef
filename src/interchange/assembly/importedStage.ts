/** A stage as any foreign format tells it, before it has an id, a code and a place. */
import type { SalesStage, StageKind } from '../../domain/process/stage.ts'

export interface ImportedStage {
  /** The id or API name it has where it comes from. */
  readonly externalId: string | null
  readonly name: string
  readonly description: string | null
  readonly kind: StageKind
  /** Percent as in the file, right or wrong; null where the file has none. */
  readonly probability: number | null
  readonly forecastCategory: SalesStage['forecastCategory']
  readonly isActive: boolean
  /** True only where the file says that deals start here. */
  readonly isEntry: boolean
  /** File and line or path, for the loss report. */
  readonly where: string
}

export interface ImportedProcess {
  readonly name: string
  readonly description: string
  /** In the order of the file. */
  readonly stages: readonly ImportedStage[]
  readonly where: string
}
