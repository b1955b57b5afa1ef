/**
 * Notices that a newer version of the app waits in the service worker, and switches to it when a person says so. A
 * page never reloads by itself: somebody may be in the middle of something.
 */
import { createStore, type StoreApi } from 'zustand/vanilla'
import { serviceWorkerUrl } from '../ui/trustedScripts.ts'

export interface Updates {
  /** True once a newer version is on this device, whole and ready. */
  readonly ready: StoreApi<boolean>
  /** Switches over and reloads this page. */
  apply(): void
}

/** What of the browser's service workers is used. */
interface InstalledApp extends EventTarget {
  readonly state: string
  postMessage(message: unknown): void
}
interface Installation extends EventTarget {
  readonly installing: InstalledApp | null
  readonly waiting: InstalledApp | null
  update(): Promise<unknown>
}
export interface Installer extends EventTarget {
  readonly controller: object | null
  register(url: string): Promise<Installation>
}

const lookEveryMs = 60 * 60_000

export function watchUpdates(container: Installer, reload: () => void): Updates {
  const ready = createStore<boolean>(() => false)
  let waiting: InstalledApp | null = null
  let asked = false

  const offer = (worker: InstalledApp | null) => {
    // Without a controller this is the first visit: nothing older runs.
    if (!worker || !container.controller) return
    waiting = worker
    ready.setState(true, true)
  }
  const watch = (registration: Installation) => {
    offer(registration.waiting)
    registration.addEventListener('updatefound', () => {
      const { installing } = registration
      installing?.addEventListener('statechange', () => {
        if (installing.state === 'installed') offer(installing)
      })
    })
    setInterval(() => void registration.update().catch(() => undefined), lookEveryMs) // offline: later
  }
  container.addEventListener('controllerchange', () => {
    if (asked) reload()
  })
  container
    .register(serviceWorkerUrl)
    .then(watch)
    .catch((error: unknown) => console.warn('Working offline is not possible here.', error))

  return {
    ready,
    apply() {
      asked = true
      waiting?.postMessage({ type: 'SKIP_WAITING' })
    },
  }
}
