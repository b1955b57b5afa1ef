/** Somebody else is always a moment faster: just before a publish, the first stage gets another description. */
import type { Scenario } from './scenario.ts'

const publish = /^\/api\/sales-processes\/([^/]+)\/versions\/?$/

export const conflict: Scenario = async (request, ask) => {
  const { pathname, origin } = new URL(request.url)
  const [, processId] = publish.exec(pathname) ?? []
  if (request.method !== 'POST' || processId === undefined) return ask(request)
  const headers = {
    Authorization: request.headers.get('Authorization') ?? '',
    'Content-Type': 'application/json',
  }
  const head = await ask(new Request(`${origin}/api/sales-processes/${processId}/`, { headers }))
  if (head.ok) {
    const { stages } = await head.json()
    const body = JSON.stringify({
      description: `Changed by somebody else at ${new Date().toLocaleTimeString()}`,
    })
    const stage = `${origin}/api/sales-stages/${encodeURIComponent(stages[0]?.id ?? '')}/`
    await ask(new Request(stage, { method: 'PUT', headers, body }))
  }
  return ask(request)
}
