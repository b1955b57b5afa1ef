/** Stages on the clipboard: readable JSON with a mark of its own, so that they can be pasted into another process. */
import { z } from 'zod'
import type { ProcessDocument } from '../domain/process/process.ts'
import { type SalesStage, salesStageSchema } from '../domain/process/stage.ts'
import { type StageTransition, stageTransitionSchema } from '../domain/process/transition.ts'

export interface Fragment {
  readonly stages: SalesStage[]
  readonly transitions: StageTransition[]
}

const clipboardSchema = z.object({
  stagecraft: z.literal('fragment'),
  stages: z.array(salesStageSchema).min(1),
  transitions: z.array(stageTransitionSchema),
})

/** The stages and the transitions among them; global transitions into them go along. */
export function fragmentOf(document: ProcessDocument, stageIds: readonly string[]): Fragment {
  const chosen = new Set(stageIds)
  const inner = (transition: StageTransition) =>
    chosen.has(transition.toStageId) &&
    (transition.fromStageId === null || chosen.has(transition.fromStageId))
  return {
    stages: stageIds.flatMap((id) => document.stages[id] ?? []),
    transitions: Object.values(document.transitions).filter(inner),
  }
}

export function fragmentToText({ stages, transitions }: Fragment): string {
  return JSON.stringify({ stagecraft: 'fragment', stages, transitions }, null, 2)
}

/** Null where the text is something else. */
export function fragmentFromText(text: string): Fragment | null {
  if (!text.includes('stagecraft')) return null
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return null
  }
  const parsed = clipboardSchema.safeParse(value)
  return parsed.success ? { stages: parsed.data.stages, transitions: parsed.data.transitions } : null
}
