/** P25: how long the people of one company wait while another floods a server that counts, as those do that are in use. */
import { startServer } from '../../kit/server.ts'
import { requestOf } from './line.ts'
import { closedLoop, openLoop, type Request, type Told } from './load.ts'

interface Waited {
  readonly quiet: Told
  readonly flooded: Told
}

/** In turns, quiet and flooded. @param signIn gives a token for an address of mail. */
export async function anothersFlood(
  env: Readonly<Record<string, string>>,
  signIn: (url: string, email: string) => Promise<string>,
  given: { readonly rounds: number; readonly seconds: number; readonly path: string },
): Promise<readonly Waited[]> {
  const server = await startServer({ ...env, RATE_LIMIT: '600' })
  try {
    const port = Number(new URL(server.url).port)
    const asks = async (email: string): Promise<Request> => {
      const headers = { Authorization: `Bearer ${await signIn(server.url, email)}` }
      return { name: 'read', bytes: requestOf('GET', given.path, headers) }
    }
    const flood = await asks('director@demo.example')
    const people: Request[] = []
    for (const name of ['director', 'operations', 'manager', 'director', 'operations', 'manager'])
      people.push(await asks(`${name}@other.example`))
    let turn = 0
    const next = () => people[turn++ % people.length] ?? flood
    const ask = () => openLoop(port, 50, () => 40, given.seconds, next)
    await closedLoop(port, 500, 2, () => flood)
    const waited: Waited[] = []
    for (let round = 0; round < given.rounds; round += 1) {
      const quiet = await ask()
      const [flooded] = await Promise.all([ask(), closedLoop(port, 500, given.seconds, () => flood)])
      waited.push({ quiet, flooded })
    }
    return waited
  } finally {
    await server.stop()
  }
}
