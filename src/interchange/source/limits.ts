/** Caps that are checked before anything is parsed, so that a hostile file costs no more than reading its bytes. */
import { namesOf, Unreadable } from '../reading.ts'

const megabyte = 1_000_000
export const limits = {
  fileBytes: 10 * megabyte,
  files: 200,
  totalBytes: 40 * megabyte,
  depth: 64,
  tags: 600_000,
  processes: 1_000,
  stages: 500,
  transitions: 20_000,
} as const

/** @throws Unreadable where a file or all of them together are too large, or there is none. */
export function refuseOversized(files: readonly { readonly name: string; readonly size: number }[]): void {
  const [first] = files
  if (!first) throw new Unreadable('', 'There is nothing to read.', 'Choose a file to import.')
  if (files.length > limits.files)
    throw new Unreadable(
      namesOf(files),
      `At most ${limits.files} files can be read together.`,
      'Choose only the files that describe the stages and their processes.',
    )
  let total = 0
  for (const file of files) {
    total += file.size
    if (file.size > limits.fileBytes)
      throw new Unreadable(
        file.name,
        `The file has ${inMegabytes(file.size)}; at most ${inMegabytes(limits.fileBytes)} can be read.`,
        'Export only the stages, or split the file.',
      )
  }
  if (total > limits.totalBytes)
    throw new Unreadable(
      namesOf(files),
      `Together they have ${inMegabytes(total)}; at most ${inMegabytes(limits.totalBytes)} can be read at once.`,
      'Choose only the files that describe the stages and their processes.',
    )
}

/** @throws Unreadable where a process has more stages than any screen or solver should be asked to hold. */
export function refuseTooManyStages(where: string, count: number): void {
  if (count > limits.stages)
    throw new Unreadable(
      where,
      `It has ${count} stages; at most ${limits.stages} can be imported as one process.`,
      'Choose one business process or pipeline, or remove the stages that are not in use.',
    )
}

/** @throws Unreadable where nobody could choose among so many. */
export function refuseTooManyProcesses(where: string, count: number): void {
  if (count > limits.processes)
    throw new Unreadable(
      where,
      `There are more than ${limits.processes} processes in it.`,
      'Export only those that are in use.',
    )
}

const inMegabytes = (bytes: number): string => `${Math.ceil((bytes / megabyte) * 10) / 10} MB`
