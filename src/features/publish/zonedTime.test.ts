import { describe, expect, it } from 'vitest'
import { clockTime, momentAt } from './zonedTime.ts'

describe('a moment on the clock of a company', () => {
  it.each([
    ['Europe/Berlin', '2026-01-15T09:00', '2026-01-15T08:00:00.000Z'],
    ['Europe/Berlin', '2026-07-15T09:00', '2026-07-15T07:00:00.000Z'],
    ['America/New_York', '2026-12-31T23:30', '2027-01-01T04:30:00.000Z'],
    ['Asia/Kolkata', '2026-03-01T00:15', '2026-02-28T18:45:00.000Z'],
    ['UTC', '2026-03-01T12:00', '2026-03-01T12:00:00.000Z'],
  ])('in %s shows %s', (zone, shown, moment) => {
    expect(momentAt(shown, zone)).toBe(moment)
    expect(clockTime(new Date(moment), zone)).toBe(shown)
  })

  it('is the first of an hour that comes twice, and later where an hour is skipped', () => {
    expect(momentAt('2026-10-25T02:30', 'Europe/Berlin')).toBe('2026-10-25T00:30:00.000Z')
    expect(momentAt('2026-03-29T02:30', 'Europe/Berlin')).toBe('2026-03-29T01:30:00.000Z')
  })

  it('is none where no time is given', () => {
    expect(momentAt('', 'UTC')).toBeNull()
    expect(momentAt('2026-13-45T99:99', 'UTC')).toBeNull()
  })
})
