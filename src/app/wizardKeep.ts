/** Where half-done wizards wait: on this device, for this person, over reloads and without a network. */
import { z } from 'zod'
import type { User } from '../contract/auth.ts'
import { ownerOf } from './ownerOf.ts'

export interface TextKeep {
  read(): string | null
  /** Null forgets. */
  write(content: string | null): void
}

/** One string under a key that ends with whose it is, so that signing out forgets it. */
export function keepOf(user: User, name: string): TextKeep {
  const key = `stagecraft.${name}:${ownerOf(user)}`
  return {
    read: () => localStorage.getItem(key),
    write(content) {
      if (content === null) {
        localStorage.removeItem(key)
        return
      }
      try {
        localStorage.setItem(key, content)
      } catch (error) {
        // A device without room: the wizard goes on in memory, as it would in a private window.
        console.warn('What was entered step by step could not be kept on this device.', error)
      }
    },
  }
}

export const wizardName = 'wizard'

const begun = z.object({
  answers: z.object({ processName: z.string() }),
  place: z.object({ number: z.int(), count: z.int() }),
})

/** The unfinished process of this person; null where there is none. */
export function unfinishedProcess(user: User): { name: string; step: number; steps: number } | null {
  const content = keepOf(user, wizardName).read()
  if (content === null) return null
  try {
    const read = begun.safeParse(JSON.parse(content))
    if (!read.success) return null
    const { answers, place } = read.data
    return { name: answers.processName.trim(), step: place.number, steps: place.count }
  } catch (problem) {
    if (problem instanceof SyntaxError) return null
    throw problem
  }
}
