/**
 * Who may read how the service does: whoever has the token, or, where none is set, only the machine itself. To all
 * others there is nothing.
 */
import { createHash, timingSafeEqual } from 'node:crypto'

const ownMachine = /^(127(\.\d{1,3}){3}|::1|::ffff:127(\.\d{1,3}){3})$/
const digest = (text: string): Buffer => createHash('sha256').update(text).digest()

export function mayRead(request: Request, token: string | undefined): boolean {
  if (token === undefined) return ownMachine.test(request.headers.get('X-Client-Address') ?? '')
  const given = /^Bearer (\S+)$/i.exec(request.headers.get('Authorization') ?? '')?.[1]
  return given !== undefined && timingSafeEqual(digest(given), digest(token))
}
