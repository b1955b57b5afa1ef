/**
 * Posts to an address without letting it lead anywhere else: its name is resolved once, every address it has must be
 * allowed, and the connection goes to the one that was looked at, so that a name which answers differently the second
 * time gains nothing. Redirects are not followed, answers are cut, and nothing takes longer than it may.
 */
import { lookup as resolveByDns } from 'node:dns/promises'
import { type ClientRequestArgs, request as requestPlain } from 'node:http'
import { request as requestSecurely } from 'node:https'
import { isIP, type LookupFunction } from 'node:net'
import type { Outcome } from '../outgoing/queue.ts'
import { isPublicAddress } from './addresses.ts'
import { hostOf, refuseTarget, type TargetPolicy } from './target.ts'

export interface Post {
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

/** All addresses a name has. */
export type Resolve = (host: string) => Promise<readonly string[]>

export interface Posting {
  readonly policy: TargetPolicy
  readonly resolve?: Resolve
  /** For everything: resolving, connecting, sending, the answer. */
  readonly milliseconds?: number
  readonly signal?: AbortSignal
}

const usualMilliseconds = 15_000
const answerBytes = 16_384
const excerptLetters = 500

const byDns: Resolve = async (host) => (await resolveByDns(host, { all: true })).map(({ address }) => address)

/** Never throws: whatever happens is an outcome. */
export async function post(given: Post, posting: Posting): Promise<Outcome> {
  const { policy, resolve = byDns, milliseconds = usualMilliseconds } = posting
  const refusal = refuseTarget(given.url, policy)
  if (refusal !== null) return { delivered: false, final: true, failure: refusal }
  const started = performance.now()
  const took = () => Math.round(performance.now() - started)
  const timeout = AbortSignal.timeout(milliseconds)
  const signal = posting.signal ? AbortSignal.any([timeout, posting.signal]) : timeout
  try {
    const url = new URL(given.url)
    const addresses = await inTime(addressesOf(hostOf(url), resolve), signal)
    const [address] = addresses
    if (address === undefined) throw new Error('nothing is known by this name')
    if (!policy.privateTargets && !addresses.every(isPublicAddress))
      return {
        delivered: false,
        milliseconds: took(),
        failure: 'The name leads into a private network: nothing was sent.',
      }
    const { status, excerpt, after } = await send(url, address, { ...given, signal })
    const delivered = status >= 200 && status < 300
    const failure = delivered ? {} : { failure: wordsOf(status) }
    const leaveFor = leftAlone(status, after)
    return {
      ...{ delivered, final: status === 410, status, milliseconds: took(), excerpt },
      ...failure,
      ...(leaveFor !== undefined && { leaveFor }),
    }
  } catch (error) {
    const failure = timeout.aborted
      ? `There was no answer within ${milliseconds / 1_000} seconds.`
      : `No connection: ${reasonOf(error)}.`
    return { delivered: false, milliseconds: took(), failure }
  }
}

const addressesOf = (host: string, resolve: Resolve): Promise<readonly string[]> =>
  isIP(host) === 0 ? resolve(host) : Promise.resolve([host])

/** Names are resolved by a thread that cannot be called back: nobody waits for it any longer. */
function inTime<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true })
    work.then(resolve, reject)
  })
}

function send(
  url: URL,
  address: string,
  { headers, body, signal }: Post & { readonly signal: AbortSignal },
): Promise<{ status: number; excerpt: string; after: string | undefined }> {
  const family = isIP(address)
  const pinned: LookupFunction = (_, options, found) =>
    options.all ? found(null, [{ address, family }]) : found(null, address, family)
  const options: ClientRequestArgs = {
    method: 'POST',
    agent: false,
    lookup: pinned,
    signal,
    headers: {
      ...headers,
      'Content-Type': 'application/json; charset=utf-8',
      'Content-Length': Buffer.byteLength(body),
      'User-Agent': 'Stagecraft',
    },
  }
  const request = url.protocol === 'https:' ? requestSecurely : requestPlain
  return new Promise((resolve, reject) => {
    const sending = request(url, options, (answer) => {
      const chunks: Buffer[] = []
      let length = 0
      const done = () => {
        const text = Buffer.concat(chunks).toString('utf8').replaceAll('\u0000', '')
        resolve({
          status: answer.statusCode ?? 0,
          excerpt: text.slice(0, excerptLetters),
          after: answer.headers['retry-after'],
        })
      }
      answer.on('data', (chunk: Buffer) => {
        chunks.push(chunk)
        length += chunk.length
        if (length < answerBytes) return
        // Its status is known; the rest is not ours to store.
        done()
        sending.destroy()
      })
      answer.on('end', done)
      answer.on('error', reject)
    })
    sending.on('error', reject)
    sending.end(body)
  })
}

/** Milliseconds, where it says so in seconds; a date would have to trust its clock. */
const leftAlone = (status: number, after: string | undefined): number | undefined =>
  (status === 429 || status === 503) && /^\d{1,6}$/.test(after ?? '') ? Number(after) * 1_000 : undefined

function wordsOf(status: number): string {
  if (status >= 300 && status < 400)
    return `It answered ${status}: redirects are not followed, give the final address.`
  if (status === 410) return 'It answered 410: it wants to hear nothing more.'
  return `It answered ${status}.`
}

/** The system's short code where it has one: nothing about our own network gets out. */
const reasonOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string'
    ? error.code
    : error instanceof Error
      ? error.message.replace(/\.$/, '')
      : 'unknown'
