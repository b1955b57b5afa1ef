/** What a command may touch of the outside: files, two streams, and whether people are watching. Tests bring their own. */

export interface Io {
  readonly out: (text: string) => void
  readonly err: (text: string) => void
  /** Bytes of a file; `-` is the standard input. Throws what the file system throws. */
  readonly read: (path: string) => Uint8Array
  readonly write: (path: string, content: string | Uint8Array) => void
  /** True where the output goes to a terminal that shows colors. */
  readonly color: boolean
}

/** Bad input: one sentence that names what, where and what to do. Ends the program with exit code 2. */
export class BadInput extends Error {}

/** Exit codes: nothing to say against it, errors found, input that cannot be used. */
export const exitCode = { fine: 0, errorsFound: 1, badInput: 2 } as const

/** @throws BadInput where the file cannot be written. */
export function save(path: string, content: string | Uint8Array, io: Io): void {
  try {
    io.write(path, content)
  } catch (error) {
    throw new BadInput(
      `${path}: The file cannot be written (${error instanceof Error ? error.message : String(error)}).`,
    )
  }
}
