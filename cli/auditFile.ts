/**
 * The stand-alone verifier of an exported audit trail. It shares no code with the server on purpose: it is written
 * from the format alone, runs offline, and whoever doubts both can write it anew from these lines.
 *
 * hash = SHA-256( "stagecraft-audit-v1" 0x00, prev, then 32 bytes each for company, seq, at, user, session, type,
 * entity, entity id, revision, event number, body: SHA-256 of the text, zeros where it is null; then the commitment to
 * the private part, zeros where there is none ). The first `prev` is SHA-256("stagecraft-audit-genesis-v1:" company).
 */
import { createHash, createPublicKey, verify } from 'node:crypto'

type Line = Readonly<Record<string, unknown>>

export interface AuditFinding {
  /** Number of the entry; 0 where it is about the file as a whole. */
  readonly seq: number
  readonly message: string
}

export interface AuditFileVerdict {
  readonly company: string
  readonly publicKey: string
  readonly entries: number
  readonly checkpoints: number
  /** Those kept elsewhere that it was held to. */
  readonly kept: number
  /** The last entry that a signature covers; 0 where none does. */
  readonly signedUpTo: number
  readonly head: number
  readonly erased: number
  readonly findings: readonly AuditFinding[]
}

export interface KeptElsewhere {
  /** The public key as it was noted; without it the file vouches for its own key. */
  readonly key?: string | undefined
  /** Checkpoints of this trail, as they were fetched before. */
  readonly kept?: readonly Line[]
}

/** @throws Error in one sentence where this is not an export. */
export function verifyAuditFile(
  text: string,
  { key: trusted, kept = [] }: KeptElsewhere = {},
): AuditFileVerdict {
  const lines = linesOf(text)
  const header = lines.find((line) => line.kind === 'header')
  if (header?.format !== 'stagecraft-audit-v1')
    throw new Error('It has no header of an audit export: export the trail again.')
  const company = word(header.company)
  const publicKey = word(header.public_key)
  const head = Number(header.head)
  const entries = lines.filter((line) => line.kind === 'entry')
  const checkpoints = lines.filter((line) => line.kind === 'checkpoint')
  const findings: AuditFinding[] = []
  const say = (seq: number, message: string) => findings.push({ seq, message })

  if (header.from !== 1)
    say(0, 'The export does not begin with the first entry: what came before is unknown.')

  let seq = 0
  let before = sha256(`stagecraft-audit-genesis-v1:${company}`).toString('hex')
  const hashes = new Map<number, string>()
  for (const entry of entries) {
    const number = Number(entry.seq)
    if (number !== seq + 1)
      say(number, number <= seq ? 'It is there twice.' : `After ${seq} entries are missing.`)
    else if (entry.prev !== before) say(number, 'It does not follow from the entry before it.')
    if (entry.company !== company) say(number, 'It belongs to another company.')
    if (entry.hash !== hashOf(entry)) say(number, 'It was changed: its hash is another one.')
    const apart = privateProblem(entry)
    if (apart) say(number, apart)
    hashes.set(number, word(entry.hash))
    seq = number
    before = word(entry.hash)
  }
  if (seq < head) say(seq + 1, `The export ends after ${seq} entries, but ${head} were announced.`)

  let signedUpTo = 0
  let previous = ''
  /** The key of the trail as it stood, and all that it ever was. */
  let key = checkpoints.length === 0 ? publicKey : word(checkpoints[0]?.key)
  const keys = new Set([key])
  for (const checkpoint of checkpoints) {
    const number = Number(checkpoint.seq)
    if (checkpoint.key !== key && isHandedOver(checkpoint, key, company)) {
      key = word(checkpoint.key)
      keys.add(key)
    }
    if (!isSigned(checkpoint, key, company))
      say(number, 'The checkpoint here is not signed by the key of the trail.')
    else if (word(checkpoint.previous) !== previous) say(number, 'A checkpoint before this one is missing.')
    else if (!hashes.has(number)) say(number, 'A signed checkpoint speaks of this entry, but it is missing.')
    else if (hashes.get(number) !== checkpoint.hash)
      say(number, 'The signed checkpoint here holds another hash.')
    else signedUpTo = Math.max(signedUpTo, number)
    previous = word(checkpoint.signature)
  }
  if (key !== publicKey) say(0, `The trail ends with another key (${key}) than its header says.`)
  if (trusted !== undefined && !keys.has(trusted))
    say(0, `The trail is signed with another key (${publicKey}) than the one you trust.`)
  for (const checkpoint of kept) {
    const number = Number(checkpoint.seq)
    const restored =
      checkpoint.epoch === header.epoch ? '' : ' A backup was put back since: was it from before this entry?'
    if (checkpoint.company !== company)
      say(number, 'The checkpoint that you kept of this entry is of another company.')
    else if (!keys.has(word(checkpoint.key)) || !isSigned(checkpoint, word(checkpoint.key), company))
      say(number, 'The checkpoint that you kept of this entry is not signed by a key of the trail.')
    else if (!hashes.has(number))
      say(number, `You kept a checkpoint of this entry, but it is missing.${restored}`)
    else if (hashes.get(number) !== checkpoint.hash)
      say(number, `The checkpoint that you kept of this entry holds another hash.${restored}`)
    else signedUpTo = Math.max(signedUpTo, number)
  }
  if (entries.length > 0 && signedUpTo === 0)
    say(seq, 'No checkpoint vouches for the trail: it may have been built anew, or its end cut off.')
  const erased = entries.filter((entry) => entry.private_commit !== null && entry.private === null).length
  return {
    company,
    publicKey,
    entries: entries.length,
    checkpoints: checkpoints.length,
    kept: kept.length,
    signedUpTo,
    head,
    erased,
    findings,
  }
}

/** @throws Error in one sentence where there is none. */
export function checkpointsIn(text: string): readonly Line[] {
  const kept = linesOf(text).filter((line) => line.kind === 'checkpoint')
  if (kept.length === 0) throw new Error('It has no checkpoint: fetch them from /api/audit/checkpoints/.')
  return kept
}

/** One JSON value a line; or one answer of the API as it came. */
function linesOf(text: string): readonly Line[] {
  const values = text
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '')
    .map((line, index): unknown => {
      try {
        return JSON.parse(line)
      } catch {
        throw new Error(`Line ${index + 1} is not JSON: an export has one JSON value a line.`)
      }
    })
  return values.flatMap((value) => {
    if (!isLine(value)) throw new Error('A line is no JSON object: an export has one object a line.')
    return Array.isArray(value.lines) ? value.lines.filter(isLine) : [value]
  })
}

const isLine = (value: unknown): value is Line => typeof value === 'object' && value !== null
const word = (value: unknown): string => (typeof value === 'string' ? value : '')

const sha256 = (...parts: readonly (string | Buffer)[]): Buffer =>
  parts.reduce((hash, part) => hash.update(part), createHash('sha256')).digest()

const nothing = Buffer.alloc(32)
const part = (value: unknown): Buffer =>
  value === null || value === undefined ? nothing : sha256(String(value))

function hashOf(entry: Line): string {
  const { company, seq, at, user_id, session_id, type, entity, entity_id, revision, event_seq, body } = entry
  const columns = [company, seq, at, user_id, session_id, type, entity, entity_id, revision, event_seq, body]
  const commit = entry.private_commit === null ? nothing : Buffer.from(word(entry.private_commit), 'hex')
  const prev = Buffer.from(word(entry.prev), 'hex')
  return sha256('stagecraft-audit-v1\0', prev, ...columns.map(part), commit).toString('hex')
}

/** What was erased is gone on purpose; what is there has to be what was committed to. */
function privateProblem(entry: Line): string | null {
  if (!isLine(entry.private)) return null
  const salt = Buffer.from(word(entry.private.salt), 'hex')
  const commit = sha256(salt, word(entry.private.content)).toString('hex')
  return commit === entry.private_commit ? null : 'The words kept beside it are not those that were written.'
}

/** RFC 8410: an Ed25519 public key is this prefix and its 32 bytes. */
const ed25519 = Buffer.from('302a300506032b6570032100', 'hex')

function isSigned(checkpoint: Line, publicKey: string, company: string): boolean {
  if (checkpoint.key !== publicKey || checkpoint.company !== company) return false
  const { epoch, seq, hash, at, previous, former_key: former } = checkpoint
  const text = ['stagecraft-checkpoint-v1', company, epoch, seq, hash, at, previous]
  return holds(publicKey, word(checkpoint.signature), typeof former === 'string' ? [...text, former] : text)
}

/** The key before has signed that this checkpoint's goes on. */
const isHandedOver = (checkpoint: Line, former: string, company: string): boolean =>
  checkpoint.former_key === former &&
  holds(former, word(checkpoint.handover), ['stagecraft-key-handover-v1', company, former, checkpoint.key])

function holds(publicKey: string, signature: string, lines: readonly unknown[]): boolean {
  const raw = Buffer.from(publicKey, 'base64url')
  if (raw.length !== 32) return false
  const key = createPublicKey({ key: Buffer.concat([ed25519, raw]), format: 'der', type: 'spki' })
  return verify(null, Buffer.from(lines.join('\n')), key, Buffer.from(signature, 'base64url'))
}
