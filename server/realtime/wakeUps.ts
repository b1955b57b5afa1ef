/**
 * "This company has news", from whoever committed some to whoever shows them. Carries nothing but what it is about, a
 * company's id or words of its own before one: the table is the truth.
 */

/** A wake-up that tells of access, not of events: this and the company's id. */
export const aboutPeople = 'people '

/** Nobody was heard for a while: there may be news of any company. */
export const aboutAll = ''

export interface WakeUps {
  publish(companyId: string): void
  /** Returns how to stop. */
  subscribe(listener: (companyId: string) => void): () => void
}

export function createWakeUps(): WakeUps {
  const listeners = new Set<(companyId: string) => void>()
  return {
    publish: (companyId) => {
      for (const listener of listeners) listener(companyId)
    },
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
