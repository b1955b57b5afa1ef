/** No network at all, once signed in: what was loaded stays, what is asked fails as a cut cable does. */
import { HttpResponse } from 'msw'
import type { Scenario } from './scenario.ts'

export const offline: Scenario = async (request, ask) =>
  new URL(request.url).pathname.startsWith('/api/auth/') ? ask(request) : HttpResponse.error()
