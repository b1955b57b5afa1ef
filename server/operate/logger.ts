/**
 * One line of JSON per event, on the error stream, for machines that collect logs. What may hold a secret or a
 * person's data never gets in: errors keep their kind, words and stack, and anything that looks like a token, a
 * password or an address with one is taken out of those.
 */
import { type DestinationStream, type Logger, pino } from 'pino'

export const logLevels = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const
export type LogLevel = (typeof logLevels)[number]

export const isLogLevel = (text: string): text is LogLevel => logLevels.some((level) => level === text)

const censor = '[redacted]'

/** Fields by name, wherever they are put: two levels are as deep as we log. */
const secretFields = [
  'password',
  'token',
  'access_token',
  'accessToken',
  'refresh_token',
  'refreshToken',
  'secret',
  'authorization',
  'Authorization',
  'cookie',
  'Cookie',
  '["set-cookie"]',
  'email',
]
const join = (prefix: string, field: string): string =>
  field.startsWith('[') ? `${prefix}${field}` : `${prefix}.${field}`

const tokens: readonly (readonly [RegExp, string])[] = [
  [/\b(Bearer|Basic)\s+[\w.~+/=-]+/gi, `$1 ${censor}`],
  [/\beyJ[\w-]+\.[\w-]+\.[\w-]*/g, censor],
  [/(\w+:\/\/[^\s:/@]*):[^\s@]*@/g, `$1:${censor}@`],
  [/\b((?:__Host-)?stagecraft_rt=)[^\s;]+/g, `$1${censor}`],
  [/(["']?\b(?:password|passphrase|secret|token)["']?\s*[:=]\s*["']?)[^\s"',}]+/gi, `$1${censor}`],
  [/[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g, censor],
  // 256 bits as we write them: refresh tokens, keys.
  [/(?<![\w-])[\w-]{43,}(?![\w-])/g, censor],
]

/** A text without what looks like a secret or somebody's address. */
export function redacted(text: string): string {
  return tokens.reduce((clean, [pattern, instead]) => clean.replace(pattern, instead), text)
}

/** A database's error says whole rows in its fields: only kind, code, words and stack are kept. */
function errorToLog(error: unknown): object {
  if (!(error instanceof Error)) return { type: typeof error, message: redacted(String(error)) }
  return {
    type: error.name,
    message: redacted(error.message),
    ...('code' in error && { code: redacted(String(error.code)) }),
    ...(error.stack !== undefined && { stack: redacted(error.stack) }),
    ...(error.cause !== undefined && { cause: errorToLog(error.cause) }),
  }
}

export function createLogger(
  level: LogLevel,
  destination: DestinationStream = pino.destination({ dest: 2, sync: true }),
): Logger {
  return pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      redact: { paths: [...secretFields, ...secretFields.map((field) => join('*', field))], censor },
      serializers: { err: errorToLog },
    },
    destination,
  )
}
