/** Hands each request and each socket of the page to a backend, whatever the host it names. */
import { http, type RequestHandler, type WebSocketHandler, ws } from 'msw'
import { closingCodes, eventSocketPath } from '../src/contract/events.ts'

/** A backend that answers as a network would. */
export interface MountedBackend {
  fetch(request: Request): Promise<Response>
  connect(
    send: (text: string) => void,
    close: (code: number, reason: string) => void,
  ): Promise<{ receive(text: string): void; closed(): void }>
}

export function handlersFor(backend: MountedBackend): (RequestHandler | WebSocketHandler)[] {
  const answer = ({ request }: { request: Request }) => backend.fetch(request)
  return [
    http.all('*/api/*', answer),
    http.get('*/healthz', answer),
    http.get('*/readyz', answer),
    ws.link(`*${eventSocketPath}`).addEventListener('connection', ({ client }) => {
      const line = backend.connect(
        (text) => client.send(text),
        (code, reason) => client.close(code, reason),
      )
      line.catch(() => client.close(closingCodes.tooSlow, 'The backend of the demo does not answer.'))
      client.addEventListener('message', (event) => {
        const text = String(event.data)
        void line.then((open) => open.receive(text))
      })
      client.addEventListener('close', () => void line.then((open) => open.closed()))
    }),
  ]
}
