/**
 * A transition on the wire. Its own actions run in the order of their list; there each says so by `execution_order`,
 * as company actions do, so that whoever keeps them in a table or a set loses nothing.
 */
import { z } from 'zod'
import {
  type StageTransition,
  stageTransitionSchema,
  type TransitionAction,
  transitionActionSchema,
} from './transition.ts'
import { fromWire, toWire, type Wire, wireSchema } from './wire.ts'

/** `execution_order` counts from 1; one that is left out stands where it is listed. */
const wireActionSchema = transitionActionSchema.extend({ execution_order: z.int().optional() })
type WireAction = z.infer<typeof wireActionSchema>

export const wireTransitionSchema = wireSchema(stageTransitionSchema).extend({
  actions: z.array(wireActionSchema),
})
export type WireTransition = Omit<Wire<StageTransition>, 'actions'> & { actions: WireAction[] }

export const transitionToWire = (transition: StageTransition): WireTransition => ({
  ...toWire(transition),
  actions: transition.actions.map((action, index) => ({ ...action, execution_order: index + 1 })),
})

export const transitionFromWire = ({ actions, ...wire }: WireTransition): StageTransition =>
  fromWire<StageTransition>({ ...wire, actions: actionsInOrder(actions) })

/** As a transition holds them: by `execution_order`, equals as they are listed. */
export const actionsInOrder = (actions: readonly WireAction[]): TransitionAction[] =>
  actions
    .map(({ execution_order, ...action }, index) => ({ action, place: execution_order ?? index + 1 }))
    .sort((a, b) => a.place - b.place)
    .map(({ action }) => action)
