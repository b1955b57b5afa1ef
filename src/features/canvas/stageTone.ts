/** Which of the theme's tones a stage has: its colour while it is open, else its state. */
import { type SalesStage, stageKind } from '../../domain/process/stage.ts'
import type { StageTone } from '../../ui/theme/tokens.ts'

export const toneOf = (stage: SalesStage): StageTone => {
  if (!stage.isActive) return 'inactive'
  const kind = stageKind(stage)
  return kind === 'open' ? stage.color : kind
}

export const stageColorOf = (stage: SalesStage | undefined): string =>
  stage ? `var(--stage-${toneOf(stage)}-border)` : 'var(--color-line)'
