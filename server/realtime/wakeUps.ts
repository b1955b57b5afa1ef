/** "This company has news", from whoever committed some to whoever shows them. Carries nothing: the table is the truth. */
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
