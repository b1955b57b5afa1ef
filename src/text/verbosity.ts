/**
 * How much a screen reader is told. Like the language it belongs to the words, not to who says them: `brief` leaves out
 * positions, relations and what comes next, `detailed` adds what a walk passed by.
 */
export type Verbosity = 'brief' | 'standard' | 'detailed'

let current: Verbosity = 'standard'

export const verbosity = (): Verbosity => current

export function setVerbosity(level: Verbosity): void {
  current = level
}
