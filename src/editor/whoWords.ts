/** Somebody a process names, in the language of the interface. */
import { inWords } from '../domain/engine/approverInWords.ts'
import { type Who, whoInWords } from '../domain/process/who.ts'
import { language, say } from '../text/index.ts'

/** As it stands inside a sentence: "sales director", "the owner". */
export const whoWords = (who: Who): string => say(whoInWords(who))

/** "sales director, the owner or ada@acme.example" */
export const anyOfWords = (who: readonly Who[]): string =>
  new Intl.ListFormat(language(), { type: 'disjunction' }).format(who.map(whoWords))

/** As it stands alone: with a capital letter, an address as it is. */
export function whoLabel(who: Who): string {
  const words = whoWords(who)
  return who.kind === 'user' ? words : upperFirst(words)
}

/** The same of whom an approval names: a role, an address, `manager_of_owner`, `delegate`. */
export const approverWords = (approver: string): string => say(inWords(approver))

export const approverLabel = (approver: string): string =>
  approver.includes('@') ? approver : upperFirst(approverWords(approver))

const upperFirst = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1)
