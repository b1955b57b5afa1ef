/** Every address of the app. Rooms load at their doors, so signing in does not wait for the canvas. */
import { createBrowserRouter, createHashRouter, type RouteObject, redirect } from 'react-router'
import { addressOf } from './addresses.ts'
import { Splash } from './layout/Splash.tsx'
import { ErrorPage } from './pages/ErrorPage.tsx'
import { NotFoundPage } from './pages/NotFoundPage.tsx'

const routes: RouteObject[] = [
  {
    ErrorBoundary: ErrorPage,
    HydrateFallback: Splash,
    children: [
      {
        path: 'sign-in',
        lazy: async () => ({ Component: (await import('./pages/SignInPage.tsx')).SignInPage }),
      },
      {
        lazy: async () => ({ Component: (await import('./SignedInOnly.tsx')).SignedInOnly }),
        children: [
          {
            lazy: async () => ({ Component: (await import('./layout/MainLayout.tsx')).MainLayout }),
            children: [
              {
                ErrorBoundary: ErrorPage,
                children: [
                  {
                    index: true,
                    lazy: async () => ({ Component: (await import('./pages/LibraryPage.tsx')).LibraryPage }),
                  },
                  {
                    path: 'new',
                    lazy: async () => ({
                      Component: (await import('./pages/NewProcessPage.tsx')).NewProcessPage,
                    }),
                  },
                  {
                    path: 'settings/:section?',
                    lazy: async () => ({
                      Component: (await import('./pages/SettingsPage.tsx')).SettingsPage,
                    }),
                  },
                ],
              },
            ],
          },
          {
            path: 'processes/:id',
            lazy: async () => ({ Component: (await import('./layout/ProcessLayout.tsx')).ProcessLayout }),
            children: [
              { index: true, loader: ({ params }) => redirect(addressOf(params.id ?? '')) },
              {
                ErrorBoundary: ErrorPage,
                children: [
                  {
                    path: 'design',
                    lazy: async () => ({ Component: (await import('./pages/DesignPage.tsx')).DesignPage }),
                  },
                  {
                    path: 'stages',
                    lazy: async () => ({ Component: (await import('./pages/StagesPage.tsx')).StagesPage }),
                  },
                  {
                    path: 'transitions',
                    lazy: async () => ({
                      Component: (await import('./pages/TransitionsPage.tsx')).TransitionsPage,
                    }),
                  },
                  {
                    path: 'simulate',
                    lazy: async () => ({
                      Component: (await import('./pages/SimulatePage.tsx')).SimulatePage,
                    }),
                  },
                  {
                    path: 'versions',
                    lazy: async () => ({
                      Component: (await import('./pages/VersionsPage.tsx')).VersionsPage,
                    }),
                  },
                  {
                    path: 'versions/requests/:number',
                    lazy: async () => ({
                      Component: (await import('./pages/RequestPage.tsx')).RequestPage,
                    }),
                  },
                ],
              },
            ],
          },
        ],
      },
      { path: '*', Component: NotFoundPage },
    ],
  },
]

/** The demo is static files on any host, where only the part after # is ours. */
export const createAppRouter = () =>
  import.meta.env.MODE === 'demo'
    ? createHashRouter(routes)
    : createBrowserRouter(routes, { basename: import.meta.env.BASE_URL })
