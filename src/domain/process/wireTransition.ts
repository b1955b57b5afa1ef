/**
 * A transition on the wire. Its own actions run in the order of their list; there each says so by `execution_order`,
 * as company actions do, so that whoever keeps them in a table or a set loses nothing. Where its reader may not see
 * them, the sentinel stands in their place (masking.ts).
 */
import { z } from 'zod'
import { isMasked, maskable, maskFields } from './masking.ts'
import {
  type StageTransition,
  stageTransitionSchema,
  type TransitionAction,
  transitionActionSchema,
} from './transition.ts'
import { fromWire, toWire, wireSchema } from './wire.ts'

/** `execution_order` counts from 1; one that is left out stands where it is listed. */
const wireActionSchema = transitionActionSchema.extend({ execution_order: z.int().optional() })
type WireAction = z.infer<typeof wireActionSchema>

export const maskableTransitionFields = ['actions'] as const

export const wireTransitionSchema = wireSchema(stageTransitionSchema).extend({
  actions: maskable(z.array(wireActionSchema)),
})
export type WireTransition = z.infer<typeof wireTransitionSchema>

export function transitionToWire({ hidden, ...transition }: StageTransition): WireTransition {
  const wire: WireTransition = {
    ...toWire(transition),
    actions: transition.actions.map((action, index) => ({ ...action, execution_order: index + 1 })),
  }
  return hidden ? maskFields(wire, hidden) : wire
}

export const transitionFromWire = ({ actions, ...wire }: WireTransition): StageTransition =>
  isMasked(actions)
    ? { ...fromWire<Omit<StageTransition, 'actions' | 'hidden'>>(wire), actions: [], hidden: ['actions'] }
    : fromWire<Omit<StageTransition, 'hidden'>>({ ...wire, actions: actionsInOrder(actions) })

/** As a transition holds them: by `execution_order`, equals as they are listed. */
export const actionsInOrder = (actions: readonly WireAction[]): TransitionAction[] =>
  actions
    .map(({ execution_order, ...action }, index) => ({ action, place: execution_order ?? index + 1 }))
    .sort((a, b) => a.place - b.place)
    .map(({ action }) => action)
