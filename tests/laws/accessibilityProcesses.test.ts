/**
 * What is said of twelve processes of every awkward shape, kept as text that a person can read (./spoken). A changed
 * word shows there.
 */
import { afterEach, describe, expect, it } from 'vitest'
import type { ProcessDocument } from '../../src/domain/process/process.ts'
import { stagesInOrder } from '../../src/domain/process/process.ts'
import { describe as describeElement, processSummary } from '../../src/editor/describe.ts'
import {
  canvasName,
  stageDescription,
  stageName,
  transitionBranchName,
  transitionName,
} from '../../src/editor/names.ts'
import { setVerbosity, type Verbosity } from '../../src/text/verbosity.ts'
import { twelve } from '../kit/twelveProcesses.ts'

afterEach(() => setVerbosity('standard'))

/** A canvas read through: its name, every stage with what surrounds it, every transition; in sum. */
function readThrough(document: ProcessDocument): string {
  const read = { document }
  return [
    canvasName(read),
    ...stagesInOrder(document).flatMap(({ id }) => [
      '',
      `stage: ${stageName(read, id)}`,
      `  ${stageDescription(read, id)}`,
      `  D: ${describeElement(read, { kind: 'stage', id })}`,
    ]),
    ...Object.keys(document.transitions).flatMap((id) => [
      '',
      `transition: ${transitionName(read, id)}`,
      `  from its stage: ${transitionBranchName(read, id)}`,
      `  D: ${describeElement(read, { kind: 'transition', id })}`,
    ]),
    '',
    processSummary(read),
    '',
  ].join('\n')
}

const file = (name: string) => `./spoken/${name.replaceAll(' ', '-')}.txt`

describe('a process that is', () => {
  it.each(Object.entries(twelve))('%s', async (name, document) => {
    const words = readThrough(document)
    expect(words).not.toMatch(/undefined|null|NaN|\[object|→/)
    expect(words).not.toMatch(/\S {2,}\S|,,|\.\.|, ?\./)
    await expect(words).toMatchFileSnapshot(file(name))
  })
})

describe('the same process', () => {
  it.each(['brief', 'detailed'] satisfies Verbosity[])('told %s', async (verbosity) => {
    setVerbosity(verbosity)
    await expect(readThrough(twelve['branch and loop'] ?? fail())).toMatchFileSnapshot(
      file(`branch and loop ${verbosity}`),
    )
  })
})

function fail(): never {
  throw new Error('There is no process of this name.')
}
