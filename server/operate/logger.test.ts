import { describe, expect, it } from 'vitest'
import { createLogger } from './logger.ts'

const refreshToken = 'Zm9vYmFyYmF6cXV4Zm9vYmFyYmF6cXV4Zm9vYmFyYmE'
const jwt = 'eyJhbGciOiJFZERTQSJ9.eyJzdWIiOiIxIn0.c2lnbmF0dXJl'

function lines(log: (logger: ReturnType<typeof createLogger>) => void): Record<string, unknown>[] {
  const written: string[] = []
  log(createLogger('trace', { write: (line: string) => written.push(line) }))
  return written.map((line) => JSON.parse(line))
}

describe('the log', () => {
  it('is a line of JSON with the level in words and the time in UTC', () => {
    const [line] = lines((log) => log.info({ route: '/api/me', status: 200 }, 'Answered'))
    expect(line).toEqual({
      level: 'info',
      time: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
      route: '/api/me',
      status: 200,
      msg: 'Answered',
    })
  })

  it('holds no secret, by whatever name or in whatever sentence it comes', () => {
    const cause = Object.assign(new Error(`connect postgres://app:hunter2@db:5432/x failed`), {
      detail: 'Key (email)=(rosa@acme.example) already exists.',
      parameters: ['hunter2'],
    })
    const [field, error, text] = lines((log) => {
      log.warn(
        { password: 'hunter2', headers: { authorization: `Bearer ${jwt}`, cookie: refreshToken } },
        'x',
      )
      log.error(
        { err: new Error(`Authorization: Bearer ${jwt}; stagecraft_rt=${refreshToken}`, { cause }) },
        'x',
      )
      log.error({ err: `password: hunter2, to rosa@acme.example with ${refreshToken}` }, 'x')
    })
    for (const line of [field, error, text]) {
      expect(JSON.stringify(line)).not.toMatch(/hunter2|eyJ|Zm9vYmFy|rosa@/)
      expect(JSON.stringify(line)).toContain('[redacted]')
    }
    expect(JSON.stringify(error)).toContain('postgres://app:[redacted]@')
  })

  it('keeps what helps: kind, words, code and place of an error, ids of requests', () => {
    const failure = Object.assign(new TypeError('stages is not iterable'), { code: '23503' })
    const [line] = lines((log) =>
      log.error({ err: failure, where: '0190f3a1-7c1e-7000-8000-000000000000' }, 'Failed'),
    )
    expect(line).toMatchObject({
      where: '0190f3a1-7c1e-7000-8000-000000000000',
      err: {
        type: 'TypeError',
        message: 'stages is not iterable',
        code: '23503',
        stack: expect.stringContaining('logger.test.ts'),
      },
    })
  })
})
