/** A stage on the wire: a field that its reader may not see holds the sentinel (masking.ts). */
import type { z } from 'zod'
import { isMasked, maskable, maskFields, shownOr } from './masking.ts'
import { type SalesStage, salesStageSchema } from './stage.ts'
import { fromWire, toWire, type Wire, wireSchema } from './wire.ts'

export const maskableStageFields = ['description', 'guidance', 'notes', 'escalation'] as const

const { description, guidance, notes, escalation } = salesStageSchema.shape
export const wireStageSchema = wireSchema(salesStageSchema).extend({
  description: maskable(description),
  guidance: maskable(guidance),
  notes: maskable(notes),
  escalation: maskable(escalation.unwrap()).optional(),
})
export type WireStage = z.infer<typeof wireStageSchema>

export const stageToWire = ({ hidden, ...stage }: SalesStage): WireStage =>
  hidden ? maskFields(toWire(stage), hidden) : toWire(stage)

export function stageFromWire(wire: WireStage): SalesStage {
  if (isShown(wire)) return fromWire<Omit<SalesStage, 'hidden'>>(wire)
  const { escalation, ...row } = wire
  const seen = shownOr(escalation, undefined)
  return {
    ...fromWire<Omit<SalesStage, 'hidden' | 'escalation'>>({
      ...row,
      description: shownOr(row.description, null),
      guidance: shownOr(row.guidance, ''),
      notes: shownOr(row.notes, ''),
    }),
    ...(seen === undefined ? {} : { escalation: seen }),
    hidden: maskableStageFields.filter((name) => isMasked(wire[name])),
  }
}

const isShown = (wire: WireStage): wire is Wire<Omit<SalesStage, 'hidden'>> =>
  !maskableStageFields.some((name) => isMasked(wire[name]))
