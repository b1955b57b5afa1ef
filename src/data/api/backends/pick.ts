/** Finds out what a backend is, and opens it as that: what it says of itself, else which of its doors exist. */
import { readCapabilities } from '../../../contract/capabilities.ts'
import { defineEndpoint, type Endpoint } from '../../../contract/endpoint.ts'
import type { OpenBackend } from '../backend.ts'
import { type Client, createClient, type Fetch } from '../client.ts'
import { createNativeBackend } from '../native.ts'
import type { Session } from '../session.ts'
import { type BackendKind, backendKinds, parseBackendConfig } from './config.ts'
import { lettingIn } from './lettingIn.ts'

interface Picked {
  /** The description in the page; empty where there is none. */
  readonly described: string
  /** What it was the last time, so that it opens without a network; null on a new device. */
  readonly remembered: string | null
  readonly remember: (kind: BackendKind) => void
  readonly session: Session
  readonly user: { readonly id: string; readonly company: { readonly id: string } }
  readonly fetch?: Fetch
}

/** @throws Error in one sentence where the description cannot be used. */
export async function pickBackend(picked: Picked): Promise<OpenBackend> {
  const { session, user, remember } = picked
  const config = parseBackendConfig(picked.described)
  const client = createClient({
    baseUrl: config.base_url,
    fetch: lettingIn(config, picked.fetch ?? fetch),
    getToken: session.token,
    onUnauthorized: session.refresh,
  })
  const known = config.kind ?? backendKinds.find((kind) => kind === picked.remembered)
  const asked = known === config.kind ? null : whatItIs(client)
  // It may have become more since: then the next start opens it as that.
  void asked?.then((kind) => kind && remember(kind))
  const kind = known ?? (await whatItIs(client)) ?? 'native'
  const companyId = user.company.id
  const options = { session, client, config, companyId, owner: `${companyId}:${user.id}` }
  switch (kind) {
    case 'native':
      return createNativeBackend({ session, baseUrl: config.base_url })
    case 'blueprint':
      return (await import('./blueprint.ts')).createBlueprintBackend(options)
    case 'tenant-settings':
      return (await import('./tenantSettings.ts')).createTenantSettingsBackend(options)
  }
}

const door = (path: `/${string}`): Endpoint =>
  defineEndpoint({ method: 'GET', path, summary: '', access: 'signed_in', responses: {} })

/** Null where nobody answers. */
export async function whatItIs(client: Client): Promise<BackendKind | null> {
  const said = await client.call(readCapabilities, {})
  if (said.ok) return said.value.atomic_publish ? 'native' : 'blueprint'
  if (said.failure.kind === 'network') return null
  return (await isThere(client, '/api/sales-stages/')) ? 'blueprint' : await orSettings(client)
}

const orSettings = async (client: Client): Promise<BackendKind | null> =>
  (await isThere(client, '/api/settings')) ? 'tenant-settings' : null

/** The status that a door answers with; null where nobody answers. */
async function statusOf(client: Client, path: `/${string}`): Promise<number | null> {
  const answer = await client.call(door(path), {})
  // No answer is in the contract of a door: whatever is said comes back as a failure with its status.
  return answer.ok || answer.failure.kind === 'network' ? null : answer.failure.status
}

/** A door that asks who is there, exists. */
async function isThere(client: Client, path: `/${string}`): Promise<boolean> {
  const status = await statusOf(client, path)
  return status !== null && status !== 404
}

/** Whether the backend knows who asks. */
export async function whoAsksFirst(client: Client): Promise<'known' | 'stranger' | 'silence'> {
  const stages = await statusOf(client, '/api/sales-stages/')
  const status = stages === 404 ? await statusOf(client, '/api/settings') : stages
  if (status === null) return 'silence'
  return status === 401 || status === 403 ? 'stranger' : 'known'
}
