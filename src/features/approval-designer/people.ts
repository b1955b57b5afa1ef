/** Who can be named in an approval. Handed in from above, so that a step's fields need not carry it. */
import { createContext } from 'react'
import type { Person } from '../../contract/members.ts'

export interface KnownPeople {
  readonly all: readonly Person[]
  /** From the copy of this device: the backend did not answer. */
  readonly kept: boolean
}

/** Null where nobody says who belongs to the company. */
export const PeopleContext = createContext<KnownPeople | null>(null)
