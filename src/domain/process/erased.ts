/** What stands where a person was erased. The interface shows it in the reader's language (src/text/asKept.ts). */
export const erasedName = 'Erased person'
/** As long as a justification has to be. */
export const erasedWords = '[erased: the person has left]'
