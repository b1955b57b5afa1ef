import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** Takes many times as long as any other file. */
const longest = 'fourHands.test.ts'

/** Begins with the file that takes longest: begun last, it would run alone while the other core stands idle. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files)
    const isLongest = ({ moduleId }: TestSpecification) => moduleId.endsWith(longest)
    return [...sorted.filter(isLongest), ...sorted.filter((file) => !isLongest(file))]
  }
}
