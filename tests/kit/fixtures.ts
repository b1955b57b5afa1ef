/**
 * Real files live beside the repository, in `../shared/fixtures` (or `FIXTURES`), and are never copied into it.
 * Where they are missing the tests on them are skipped in plain sight, with the reason in their name.
 */
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, it } from 'vitest'

const repository = dirname(dirname(dirname(fileURLToPath(import.meta.url))))

/** Absolute path of the folder with all real files, whether or not it exists. */
export const fixturesFolder = process.env.FIXTURES ?? join(repository, '..', 'shared', 'fixtures')

/** Path below the fixtures folder, or undefined where it is missing. */
export function fixture(...path: string[]): string | undefined {
  const file = join(fixturesFolder, ...path)
  return existsSync(file) ? file : undefined
}

/** Text of a fixture; throws where it is missing, so use it inside `describeWithFixtures`. */
export function fixtureText(...path: string[]): string {
  return readFileSync(join(fixturesFolder, ...path), 'utf8')
}

/** Tests on the real files of one folder; without the folder, one visible skip that says why. */
export function describeWithFixtures(folder: string, body: (path: string) => void): void {
  const path = fixture(folder)
  if (path) {
    describe(`real files of ${folder}`, () => body(path))
    return
  }
  const reason = `real files of ${folder}: skipped, ${join(fixturesFolder, folder)} is missing`
  console.warn(reason)
  it(reason, (context) => context.skip(reason))
}
