import { useSyncExternalStore } from 'react'

function onNetwork(listener: () => void): () => void {
  addEventListener('online', listener)
  addEventListener('offline', listener)
  return () => {
    removeEventListener('online', listener)
    removeEventListener('offline', listener)
  }
}

/** Whether the browser has a network at all. */
export const useHasNetwork = (): boolean => useSyncExternalStore(onNetwork, () => navigator.onLine)
