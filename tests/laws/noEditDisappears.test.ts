/**
 * P3, P4, P5: whatever the network does, every edit is published, overwritten by its own author, or shown in a
 * conflict; and no version changes what its author had not seen. Protocols that are known to lose edits are run along:
 * where one of them passes, the account has gone blind.
 */
import { describe, expect, it } from 'vitest'
import { brokenProtocols, simulateOffice } from '../kit/office.ts'
import { thoroughness } from '../kit/thoroughness.ts'

const seeds = 5_000 * thoroughness

describe('an office on a bad network', () => {
  it(`loses no edit and overwrites none in silence, over ${seeds} seeds`, () => {
    for (let seed = 1; seed <= seeds; seed += 1) expect([seed, simulateOffice(seed)]).toEqual([seed, []])
  })

  it.each(brokenProtocols)('is found out where %s', (protocol) => {
    const tried = 200
    const found = Array.from({ length: tried }, (_, seed) => simulateOffice(seed + 1, protocol)).filter(
      (complaints) => complaints.length > 0,
    )
    expect(found.length / tried).toBeGreaterThan(0.97)
  })
})
