/** A transition as the API says it, and what a body of one comes to. */
import type { TransitionResource } from '../../../src/contract/transitions.ts'
import type { StageTransition } from '../../../src/domain/process/transition.ts'
import { toWire } from '../../../src/domain/process/wire.ts'
import type { StoredProcess } from '../../services.ts'
import { found } from '../notFound.ts'

export const transitionToResource = (transition: StageTransition): TransitionResource => toWire(transition)

export const transitionIn = (stored: StoredProcess | null, id: string): StageTransition =>
  found(stored?.document.transitions[id], 'stage transition', id)
