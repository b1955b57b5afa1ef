/** Every address of the app. Rooms load at their doors, so signing in does not wait for the canvas. */
import type { ComponentType, ReactNode } from 'react'
import type { Params } from '../ui/routing/place.ts'
import { addressOf } from './addresses.ts'

export type Frame = ComponentType<{ readonly children: ReactNode }>
type Load<T> = () => Promise<T>

export interface Page {
  readonly path: string
  /** From the outside in. One that two pages have in common stays while one goes from one to the other. */
  readonly frames: readonly Load<Frame>[]
  readonly load: Load<ComponentType>
}

/** An address that only leads to another one. */
interface Redirect {
  readonly path: string
  readonly leadsTo: (params: Params) => string
}

export type Route = Page | Redirect

const signedInOnly = async () => (await import('./SignedInOnly.tsx')).SignedInOnly
const main = [signedInOnly, async () => (await import('./layout/MainLayout.tsx')).MainLayout]
/** A process is opened from the drafts of this device. */
const openProcess = async () => {
  const [{ ProcessLayout }] = await Promise.all([
    import('./layout/ProcessLayout.tsx'),
    import('./workspace.ts'),
  ])
  return ProcessLayout
}
const process = [signedInOnly, openProcess]

/** The first that fits counts. */
export const routes: readonly Route[] = [
  {
    path: '/sign-in',
    frames: [],
    load: async () => (await import('./pages/SignInPage.tsx')).SignInPage,
  },
  {
    path: '/join',
    frames: [],
    load: async () => (await import('./pages/JoinPage.tsx')).JoinPage,
  },
  {
    path: '/forgotten-password',
    frames: [],
    load: async () => (await import('./pages/ForgottenPasswordPage.tsx')).ForgottenPasswordPage,
  },
  {
    path: '/new-password',
    frames: [],
    load: async () => (await import('./pages/NewPasswordPage.tsx')).NewPasswordPage,
  },
  {
    path: '/',
    frames: main,
    load: async () => (await import('./pages/LibraryPage.tsx')).LibraryPage,
  },
  {
    path: '/new',
    frames: main,
    load: async () => (await import('./pages/NewProcessPage.tsx')).NewProcessPage,
  },
  {
    path: '/requests',
    frames: main,
    load: async () => (await import('./pages/RequestsPage.tsx')).RequestsPage,
  },
  {
    path: '/settings/:section?',
    frames: main,
    load: async () => (await import('./pages/SettingsPage.tsx')).SettingsPage,
  },
  { path: '/processes/:id', leadsTo: ({ id = '' }) => addressOf(id) },
  {
    path: '/processes/:id/design',
    frames: process,
    load: async () => (await import('./pages/DesignPage.tsx')).DesignPage,
  },
  {
    path: '/processes/:id/stages',
    frames: process,
    load: async () => (await import('./pages/StagesPage.tsx')).StagesPage,
  },
  {
    path: '/processes/:id/transitions',
    frames: process,
    load: async () => (await import('./pages/TransitionsPage.tsx')).TransitionsPage,
  },
  {
    path: '/processes/:id/simulate',
    frames: process,
    load: async () => (await import('./pages/SimulatePage.tsx')).SimulatePage,
  },
  {
    path: '/processes/:id/analytics',
    frames: process,
    load: async () => (await import('./pages/AnalyticsPage.tsx')).AnalyticsPage,
  },
  {
    path: '/processes/:id/versions',
    frames: process,
    load: async () => (await import('./pages/VersionsPage.tsx')).VersionsPage,
  },
  {
    path: '/processes/:id/versions/requests/:number',
    frames: process,
    load: async () => (await import('./pages/RequestPage.tsx')).RequestPage,
  },
]

export const notFound: Page = {
  path: '*',
  frames: [],
  load: async () => (await import('./pages/NotFoundPage.tsx')).NotFoundPage,
}
