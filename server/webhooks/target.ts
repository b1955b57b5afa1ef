/** Whether an address may be told at all, as far as its words say; what its name leads to is judged when it is sent. */
import { isAddress, isPublicAddress } from './addresses.ts'

/** What an installation allows beyond https to the public internet. */
export interface TargetPolicy {
  readonly plainHttp: boolean
  readonly privateTargets: boolean
}

export const publicTargets: TargetPolicy = { plainHttp: false, privateTargets: false }

/** A sentence saying what is wrong with it; null where nothing is. */
export function refuseTarget(address: string, policy: TargetPolicy): string | null {
  const url = URL.parse(address)
  if (!url || !/^https?:$/.test(url.protocol)) return 'Give an address that begins with https://.'
  if (url.protocol === 'http:' && !policy.plainHttp)
    return 'Give an address that begins with https://: what is sent must not be read on its way.'
  if (url.username !== '' || url.password !== '')
    return 'Leave name and password out of the address: what is sent is signed instead.'
  const host = hostOf(url)
  if (policy.privateTargets) return null
  const local = /(^|\.)(localhost|local|internal|home\.arpa)\.?$/i.test(host)
  if (local || (isAddress(host) && !isPublicAddress(host)))
    return 'This address is inside a private network: give one of the public internet.'
  return null
}

/** Without the brackets around an IPv6 address. */
export const hostOf = (url: URL): string => url.hostname.replace(/^\[|\]$/g, '')
