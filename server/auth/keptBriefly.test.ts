import { expect, it } from 'vitest'
import { createKeptBriefly } from './keptBriefly.ts'

/** Reads that end when they are told to. */
function readings() {
  const ends: ((value: string | null) => void)[] = []
  return { ends, read: () => new Promise<string | null>((resolve) => ends.push(resolve)) }
}

it('is read once for all who ask meanwhile, and again when its time is over', async () => {
  const { ends, read } = readings()
  const kept = createKeptBriefly<string>(2_000)
  const asked = [kept.of('ann', 0, read), kept.of('ann', 10, read), kept.of('ann', 1_999, read)]
  ends[0]?.('director')
  expect([...(await Promise.all(asked)), ends.length]).toEqual(['director', 'director', 'director', 1])
  const later = kept.of('ann', 2_000, read)
  ends[1]?.('operations')
  expect(await later).toBe('operations')
})

it.each([
  ['by name', (kept: ReturnType<typeof createKeptBriefly<string>>) => kept.forget('ann')],
  ['with all others', (kept: ReturnType<typeof createKeptBriefly<string>>) => kept.forget()],
  ['for what it is', (kept: ReturnType<typeof createKeptBriefly<string>>) => kept.forgetWhere(() => false)],
])('is not what was read before it was forgotten %s', async (_, forget) => {
  const { ends, read } = readings()
  const kept = createKeptBriefly<string>(2_000)
  const before = kept.of('ann', 0, read)
  forget(kept)
  const after = kept.of('ann', 1, read)
  ends[1]?.('disabled')
  ends[0]?.('director')
  expect([await before, await after, await kept.of('ann', 2, read)]).toEqual([
    'director',
    'disabled',
    'disabled',
  ])
})

it('does not keep that there is nothing, nor that reading failed', async () => {
  const kept = createKeptBriefly<string>(2_000)
  expect(await kept.of('ann', 0, async () => null)).toBeNull()
  await expect(kept.of('ann', 0, () => Promise.reject(new Error('gone')))).rejects.toThrow('gone')
  expect(await kept.of('ann', 0, async () => 'director')).toBe('director')
})
