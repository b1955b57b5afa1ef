/**
 * Asks whoever is here for their second factor, once for all requests that wait for it. What shows the question
 * follows `store`; each request goes out again as it was, with its own key, or is given up.
 */
import { createStore, type StoreApi } from 'zustand/vanilla'

export interface StepUpQuestion {
  /** False: no second factor is set up, so that there is nothing to enter. */
  readonly hasFactor: boolean
  /** Proven, or not. */
  readonly answer: (proven: boolean) => void
}

export interface StepUp {
  readonly store: StoreApi<StepUpQuestion | null>
  /** Resolves to whether it was proven. */
  ask(details: Readonly<Record<string, unknown>>): Promise<boolean>
}

export function createStepUp(): StepUp {
  const store = createStore<StepUpQuestion | null>(() => null)
  let asking: Promise<boolean> | null = null
  return {
    store,
    ask: ({ methods }) => {
      asking ??= new Promise<boolean>((resolve) => {
        const hasFactor = Array.isArray(methods) && methods.length > 0
        store.setState({ hasFactor, answer: resolve }, true)
      }).finally(() => {
        asking = null
        store.setState(null, true)
      })
      return asking
    },
  }
}
