/** What the attacks are aimed at: the whole API in this process, with companies of its own and no network between. */
import { createApp } from '../../server/app.ts'
import type { Actor } from '../../server/services.ts'
import type { Role } from '../../src/contract/roles.ts'
import type { ProcessDocument } from '../../src/domain/process/process.ts'
import { documentToWire } from '../../src/domain/process/wireDocument.ts'
import { type Person, person } from '../conformance/person.ts'
import { soundProcess } from '../conformance/scene.ts'
import { type DatabaseKind, startBackend, type TestBackend, testPassword } from '../kit/backend.ts'

export interface Target {
  readonly backend: TestBackend
  /** Somebody signed in, of a new company or of the given one's. */
  signsIn(role?: Role, colleagueOf?: Actor): Promise<{ readonly actor: Actor; readonly person: Person }>
  /** The same person with a new token: one is good for ten minutes. */
  again(who: Actor): Promise<Person>
  readonly anybody: Person
  /** Somebody with this text for a token. */
  withToken(token: string): Person
  close(): Promise<void>
}

export async function aim(kind: DatabaseKind = 'PGlite'): Promise<Target> {
  const backend = await startBackend(kind)
  const app = createApp(backend.services)
  const base = {
    url: 'http://stagecraft.test',
    fetch: (request: Request) => app.fetch(request),
    people: {},
    cookies: false,
    listen: () => Promise.reject(new Error('There is no socket here.')),
    stop: () => backend.close(),
  }
  const again = async ({ email }: Actor): Promise<Person> => {
    // From elsewhere each time: what was guessed wrong as this person does not keep them out.
    const given = { email, password: testPassword, address: backend.services.newId() }
    return person(base, (await backend.services.identity.signIn(given)).accessToken)
  }
  return {
    backend,
    again,
    anybody: person(base, null),
    withToken: (token) => person(base, token),
    signsIn: async (role = 'administrator', colleagueOf) => {
      const actor = colleagueOf ? await backend.colleague(colleagueOf, role) : await backend.member(role)
      return { actor, person: await again(actor) }
    },
    close: () => backend.close(),
  }
}

/** Publishes a sound process under fresh ids and gives its document. */
export async function publishes(who: Person, document: ProcessDocument = soundProcess()) {
  const said = await who.sends('POST', `/api/sales-processes/${document.process.id}/versions/`, {
    json: { document: documentToWire(document) },
    headers: { 'If-Match': '"v0"' },
  })
  if (said.status !== 201) throw new Error(`The process was not published: ${said.text}`)
  return { document, etag: said.headers.get('ETag') ?? '"v1"' }
}
