/** How long to wait before the next try: from some seconds to an hour, never exactly as long as the others wait. */

const first = 5_000
export const longestPause = 3_600_000

/**
 * Milliseconds.
 * @param attempts how often it was tried, at least once.
 * @param chance 0 ≤ x < 1.
 */
export function pauseAfter(attempts: number, chance: number): number {
  const whole = Math.min(longestPause, first * 3 ** Math.min(attempts - 1, 10))
  return Math.round(whole * (0.75 + chance / 2))
}
