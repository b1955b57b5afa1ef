/** A backend with a bug: every second write is answered 500, without having been done. */
import { HttpResponse } from 'msw'
import type { Scenario } from './scenario.ts'

let writes = 0

export const failing: Scenario = async (request, ask) => {
  if (request.method === 'GET' || new URL(request.url).pathname.startsWith('/api/auth/')) return ask(request)
  writes += 1
  if (writes % 2 === 0) return ask(request)
  return HttpResponse.json(
    { error_code: 'INTERNAL', message: 'Something went wrong on the server. It was reported.', details: {} },
    { status: 500 },
  )
}
