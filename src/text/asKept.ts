import { say } from './language.ts'

/** What a backend of ours puts where a person was erased. */
const erased: ReadonlySet<string> = new Set(['Erased person', '[erased: the person has left]'])

/** What people wrote, and their names, as they are; what stands there since they were erased, in the reader's language. */
export const asKept = (words: string): string => (erased.has(words) ? say(words) : words)
