/**
 * Reads a body: bounded in bytes, depth and number of values before any schema walks it (a schema remembers every
 * mistake of a million), and with the line and column of a mistake. Where a file is welcome, the one that is sent
 * stands for the text that it fills. What passes can be stored by any database: no NUL, no lone surrogate, no
 * `__proto__`.
 */
import { findJsonFault } from '../../src/interchange/source/jsonFault.ts'
import { ApiError } from '../apiError.ts'
import type { Asking } from './asking.ts'

export const bodyLimits = { bytes: 5_000_000, depth: 64, values: 200_000, items: 20_000 } as const

function tooLarge(): ApiError {
  const limit = `${bodyLimits.bytes / 1_000_000} MB`
  return new ApiError('BODY_TOO_LARGE', `The body is larger than ${limit}. Send less at once.`, {
    limit_bytes: bodyLimits.bytes,
  })
}

const tooDeep = () =>
  new ApiError('MALFORMED_REQUEST', `The body is nested deeper than ${bodyLimits.depth} levels.`, {
    limit_depth: bodyLimits.depth,
  })

const tooMany = () =>
  new ApiError('BODY_TOO_LARGE', `The body holds more than ${bodyLimits.values} values. Send less at once.`, {
    limit_values: bodyLimits.values,
  })

async function readBytes(request: Asking): Promise<Uint8Array<ArrayBuffer>> {
  if (Number(request.headers.get('Content-Length') ?? 0) > bodyLimits.bytes) throw tooLarge()
  const chunks: Uint8Array[] = []
  let length = 0
  const reader = request.body?.getReader()
  for (let next = await reader?.read(); next?.value; next = await reader?.read()) {
    length += next.value.byteLength
    if (length > bodyLimits.bytes) {
      await reader?.cancel()
      throw tooLarge()
    }
    chunks.push(next.value)
  }
  const bytes = new Uint8Array(length)
  let offset = 0
  for (const chunk of chunks) {
    bytes.set(chunk, offset)
    offset += chunk.byteLength
  }
  return bytes
}

/**
 * @param file the text of the body that a file may fill.
 * @throws ApiError UNSUPPORTED_MEDIA_TYPE, BODY_TOO_LARGE, MALFORMED_REQUEST, MALFORMED_JSON, VALIDATION_FAILED.
 */
export async function readBody(
  request: Asking,
  file?: string,
): Promise<{ readonly text: string; readonly value: unknown }> {
  const type = request.headers.get('Content-Type') ?? ''
  if (file !== undefined && /^multipart\/form-data\s*;/i.test(type)) {
    const text = decode(await onlyFileIn(await readBytes(request), type))
    refuseText(text, file)
    return { text, value: { [file]: text } }
  }
  if (!/^application\/json\s*(;|$)/i.test(type)) {
    throw new ApiError(
      'UNSUPPORTED_MEDIA_TYPE',
      `The body must be sent as application/json${type === '' ? '; no Content-Type was given' : `, not ${type}`}.`,
    )
  }
  const bytes = await readBytes(request)
  if (bytes.length > lightBytes) refuseUnparsed(bytes)
  const text = decode(bytes)
  const value = text.trim() === '' ? {} : parse(text)
  refuseBombs(value)
  return { text, value }
}

async function onlyFileIn(body: Uint8Array<ArrayBuffer>, type: string): Promise<Uint8Array> {
  const form = await new Response(body, { headers: { 'Content-Type': type } }).formData().catch(() => null)
  const files = [...(form?.values() ?? [])].filter((value) => typeof value !== 'string')
  const [only] = files
  if (!only || files.length > 1) {
    throw new ApiError('MALFORMED_REQUEST', 'The form must have one file in it, and only one.')
  }
  return new Uint8Array(await only.arrayBuffer())
}

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw new ApiError('MALFORMED_REQUEST', 'The body is not valid UTF-8.')
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    const { line, column, sentence } = findJsonFault(text) ?? {
      line: 1,
      column: 1,
      sentence: 'It cannot be read.',
    }
    throw new ApiError('MALFORMED_JSON', `The body is not valid JSON. In line ${line}: ${sentence}`, {
      line,
      column,
    })
  }
}

/** Parsed, what is below this costs next to nothing, whatever is in it. */
const lightBytes = 100_000
const [quote, backslash, comma] = ['"', '\\', ','].map((sign) => sign.charCodeAt(0))
const [listBegins, listEnds, objectBegins, objectEnds] = ['[', ']', '{', '}'].map((sign) =>
  sign.charCodeAt(0),
)

/**
 * Millions of values, or of levels, cost half a second and hundreds of megabytes to parse before they can be refused:
 * counted in the bytes they cost a fiftieth. Never stricter than `refuseBombs`: between two values stands a comma.
 */
function refuseUnparsed(bytes: Uint8Array): void {
  let depth = 0
  let commas = 0
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at]
    if (byte === quote) {
      for (at += 1; at < bytes.length && bytes[at] !== quote; at += 1) if (bytes[at] === backslash) at += 1
    } else if (byte === comma) {
      commas += 1
      if (commas >= bodyLimits.values) throw tooMany()
    } else if (byte === listBegins || byte === objectBegins) {
      depth += 1
      if (depth > bodyLimits.depth) throw tooDeep()
    } else if (byte === listEnds || byte === objectEnds) depth -= 1
  }
}

/** Walks without recursion, so that depth cannot exhaust the stack. */
function refuseBombs(root: unknown): void {
  const queue: { value: unknown; path: string; depth: number }[] = [{ value: root, path: '', depth: 1 }]
  let values = 0
  for (let next = queue.pop(); next; next = queue.pop()) {
    const { value, path, depth } = next
    values += 1
    if (typeof value === 'string') refuseText(value, path)
    if (typeof value !== 'object' || value === null) continue
    refuseMany(value, values + queue.length, path)
    if (depth > bodyLimits.depth) throw tooDeep()
    for (const [key, child] of Object.entries(value)) {
      const at = path === '' ? key : `${path}.${key}`
      refuseText(key, path)
      if (key === '__proto__') refuse(path, 'The field name __proto__ is not allowed.')
      queue.push({ value: child, path: at, depth: depth + 1 })
    }
  }
}

/** @param before how many values were met until here, walked or waiting. */
function refuseMany(value: object, before: number, path: string): void {
  if (Array.isArray(value) && value.length > bodyLimits.items) {
    throw new ApiError(
      'BODY_TOO_LARGE',
      `A list in the body has ${value.length} entries; at most ${bodyLimits.items} are taken at once.`,
      { path: path.slice(0, 200), limit_items: bodyLimits.items },
    )
  }
  if (before > bodyLimits.values || before + Object.keys(value).length > bodyLimits.values) throw tooMany()
}

function refuseText(text: string, path: string): void {
  if (text.includes('\u0000')) refuse(path, 'Text must not contain the NUL character.')
  if (/\p{Surrogate}/u.test(text)) refuse(path, 'Text must be well-formed Unicode.')
}

function refuse(path: string, message: string): never {
  throw new ApiError('VALIDATION_FAILED', path === '' ? message : `At ${path.slice(0, 200)}: ${message}`, {
    issues: [{ path: path.slice(0, 200), message }],
  })
}
