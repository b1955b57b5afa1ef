/** A transition that has to be there, and what a body of one comes to. */
import type { z } from 'zod'
import type { createTransition, updateTransition } from '../../../src/contract/transitions.ts'
import type { StageTransition } from '../../../src/domain/process/transition.ts'
import { actionsInOrder } from '../../../src/domain/process/wireTransition.ts'
import type { Mask } from '../../masking/mask.ts'
import { writable } from '../../masking/settled.ts'
import type { StoredProcess } from '../../services.ts'
import { found } from '../notFound.ts'
import { ownFields } from '../stages/create.ts'
import { codeNames } from '../wireBody.ts'

export const transitionIn = (stored: StoredProcess | null, id: string): StageTransition =>
  found(stored?.document.transitions[id], 'stage transition', id)

type Body = z.infer<(typeof createTransition)['body']> | z.infer<(typeof updateTransition)['body']>

/** The fields that a body names, by the code's names. */
export function transitionFields<Given extends Body>(
  body: Given,
  writer: { readonly mask?: Mask; readonly isNew?: boolean },
) {
  const { actions, ...fields } = codeNames(writable('transition', ownFields(body), writer))
  return actions === undefined ? fields : { ...fields, actions: actionsInOrder(actions) }
}
