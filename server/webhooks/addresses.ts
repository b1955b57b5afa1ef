/**
 * Which addresses belong to the public internet, so that a webhook cannot be turned against the network the server
 * stands in. Everything is refused that is not known to be public: private, loopback, link-local (clouds answer there
 * with their keys), shared, documentation, tunnels that carry one of those inside. Pure, without Node.
 */

type Network = readonly [bytes: readonly number[], bits: number]

const v4 = (text: string): Network => {
  const [address = '', bits = '32'] = text.split('/')
  return [address.split('.').map(Number), Number(bits)]
}

/** IANA's special-purpose registry, and the one public-looking address at which a cloud answers with its secrets. */
const closedV4: readonly Network[] = [
  '0.0.0.0/8',
  '10.0.0.0/8',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '168.63.129.16/32',
  '169.254.0.0/16',
  '172.16.0.0/12',
  '192.0.0.0/24',
  '192.0.2.0/24',
  '192.31.196.0/24',
  '192.52.193.0/24',
  '192.88.99.0/24',
  '192.168.0.0/16',
  '192.175.48.0/24',
  '198.18.0.0/15',
  '198.51.100.0/24',
  '203.0.113.0/24',
  '224.0.0.0/3',
].map(v4)

/** Of IPv6 only 2000::/3 is handed out; inside it these are not hosts of their own. */
const openV6: Network = [[0x20], 3]
const closedV6: readonly Network[] = [
  [[0x20, 0x01, 0x00, 0x00], 23], // protocol assignments: Teredo, ORCHID, benchmarking
  [[0x20, 0x01, 0x0d, 0xb8], 32], // documentation
  [[0x20, 0x02], 16], // 6to4 carries an IPv4 address
  [[0x3f, 0xff, 0x00], 20], // documentation
]

const within = (address: readonly number[], [network, bits]: Network): boolean =>
  Array.from({ length: Math.ceil(bits / 8) }, (_, index) => {
    const rest = Math.min(8, bits - index * 8)
    const mask = (0xff << (8 - rest)) & 0xff
    return ((address[index] ?? 0) & mask) === ((network[index] ?? 0) & mask)
  }).every(Boolean)

/** @param address as a resolver or a URL writes it, without brackets; false for anything that is no address. */
export function isPublicAddress(address: string): boolean {
  const bytes = address.includes(':') ? bytesOfV6(address) : bytesOfV4(address)
  if (bytes === null) return false
  if (bytes.length === 4) return !closedV4.some((network) => within(bytes, network))
  return within(bytes, openV6) && !closedV6.some((network) => within(bytes, network))
}

export const isAddress = (text: string): boolean =>
  (text.includes(':') ? bytesOfV6(text) : bytesOfV4(text)) !== null

function bytesOfV4(text: string): number[] | null {
  const parts = text.split('.')
  const known =
    parts.length === 4 && parts.every((part) => /^(0|[1-9]\d{0,2})$/.test(part) && Number(part) < 256)
  return known ? parts.map(Number) : null
}

function bytesOfV6(text: string): number[] | null {
  const [head = '', tail, surplus] = text.split('::')
  if (surplus !== undefined) return null
  const before = groupsOf(head)
  const after = groupsOf(tail ?? '')
  if (before === null || after === null) return null
  const missing = 16 - before.length - after.length
  const fits = tail === undefined ? missing === 0 : missing >= 2
  return fits ? [...before, ...new Array<number>(missing).fill(0), ...after] : null
}

/** `2001:db8` is four bytes; the last group may be an IPv4 address. */
function groupsOf(text: string): number[] | null {
  if (text === '') return []
  const bytes: number[] = []
  for (const group of text.split(':')) {
    const embedded = group.includes('.') ? bytesOfV4(group) : null
    if (embedded) bytes.push(...embedded)
    else if (/^[\da-f]{1,4}$/i.test(group)) {
      const value = Number.parseInt(group, 16)
      bytes.push(value >> 8, value & 0xff)
    } else return null
  }
  return bytes
}
