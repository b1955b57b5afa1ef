import { describe, expect, it } from 'vitest'
import type { Failure } from '../data/api/failure.ts'
import type { Wish } from '../data/drafts/database.ts'
import { newProcess } from '../domain/process/process.ts'
import { publishingBackend } from './publishing.ts'

const document = newProcess({ id: 'p1', processName: 'Sales' })
const problem = (status: number, code: string, retryAfterSeconds: number | null = null): Failure => ({
  kind: 'problem',
  status,
  code,
  message: `It says ${code}.`,
  details: {},
  retryAfterSeconds,
})

const refusing = (failure: Failure) => async () => ({ ok: false, failure }) as const
const backendThat = (failure: Failure) =>
  publishingBackend(
    {
      publish: refusing(failure),
      load: refusing(failure),
      restore: refusing(failure),
      archive: refusing(failure),
    },
    () => true,
  )
const answerTo = (failure: Failure) =>
  backendThat(failure).publish({ key: 'k', document, baseRevision: 1, reason: '' })
const wanting = (wish: Wish, failure: Failure) =>
  backendThat(failure).fulfil({ key: 'k', processId: 'p1', wish, baseRevision: 1, reason: '' })

describe('a publish that does not succeed', () => {
  it.each([
    [
      'waits where nobody answered',
      { kind: 'network', message: 'The server cannot be reached.' },
      'unreachable',
    ],
    ['waits where the server is overloaded', problem(429, 'RATE_LIMITED', 7), 'unreachable'],
    ['waits where the server has a bug', problem(500, 'INTERNAL'), 'unreachable'],
    ['merges where somebody else was first', problem(412, 'VERSION_CONFLICT'), 'stale'],
    ['asks for a sign-in where the session ended', problem(401, 'SESSION_ENDED'), 'sign_in_needed'],
    ['is parked where it needs a second factor', problem(401, 'STEP_UP_REQUIRED'), 'refused'],
    ['is parked with the reason where it may not be', problem(403, 'PERMISSION_DENIED'), 'refused'],
    ['is parked with the reason where the process is wrong', problem(422, 'PROCESS_INVALID'), 'refused'],
  ] as const)('%s', async (_, failure, kind) => {
    expect(await answerTo(failure)).toMatchObject({ kind })
  })

  it('says where a second person has to agree, of a publish and of a restore', async () => {
    const failure = problem(403, 'REVIEW_REQUIRED')
    expect(await answerTo(failure)).toMatchObject({ kind: 'refused', needs: 'review' })
    expect(await wanting({ kind: 'restore', revision: 1 }, failure)).toMatchObject({ needs: 'review' })
  })

  it('has archived what is gone already, as after an answer that got lost', async () => {
    const gone = problem(404, 'NOT_FOUND')
    expect(await wanting({ kind: 'archive' }, gone)).toEqual({ kind: 'archived' })
    expect(await wanting({ kind: 'restore', revision: 1 }, gone)).toMatchObject({ kind: 'refused' })
    expect(await wanting({ kind: 'archive' }, problem(409, 'STAGE_IN_USE'))).toMatchObject({
      kind: 'refused',
    })
  })

  it.each([true, false])('says whether somebody is there to be asked: %s', async (attended) => {
    const orders: (boolean | undefined)[] = []
    const failure = problem(401, 'STEP_UP_REQUIRED')
    const backend = publishingBackend(
      {
        publish: async ({ unattended }) => {
          orders.push(unattended)
          return { ok: false, failure }
        },
        load: refusing(failure),
        restore: refusing(failure),
        archive: refusing(failure),
      },
      () => attended,
    )
    await backend.publish({ key: 'k', document, baseRevision: 1, reason: '' })
    expect(orders).toEqual([!attended])
  })

  it('obeys the time the server asks for', async () => {
    expect(await answerTo(problem(429, 'RATE_LIMITED', 7))).toEqual({
      kind: 'unreachable',
      retryAfterSeconds: 7,
    })
  })
})
