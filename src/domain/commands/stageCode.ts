/** Stage codes: the blueprint's format (letters, digits, underscores, at most 20 characters), unique in a process. */
import type { ProcessDocument } from '../process/process.ts'

const longest = 20

/** Letters whose plain form is more than the letter without its marks. */
const spelled: Readonly<Record<string, string>> = {
  ä: 'ae',
  ö: 'oe',
  ü: 'ue',
  ß: 'ss',
  æ: 'ae',
  ø: 'oe',
  å: 'aa',
  œ: 'oe',
  ð: 'd',
  þ: 'th',
  ł: 'l',
  đ: 'd',
}

/** A code from a name: "Überprüfung & Angebot" → "UEBERPRUEFUNG_ANGEBO". "STAGE" where no letter is left. */
export function codeFromName(name: string): string {
  const plain = name
    .toLowerCase()
    .replace(/[^\p{ASCII}]/gu, (letter) => spelled[letter] ?? letter)
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toUpperCase()
    .replace(/[^A-Z0-9]+/g, '_')
    .replace(/^_+/, '')
    .slice(0, longest)
    .replace(/_+$/, '')
  return plain || 'STAGE'
}

/** The code itself where it is free, else with the first free number: "QUALIFY_2". Still at most 20 characters. */
export function uniqueCode(taken: ReadonlySet<string>, wanted: string): string {
  if (!taken.has(wanted)) return wanted
  for (let number = 2; ; number += 1) {
    const ending = `_${number}`
    const code = `${wanted.slice(0, longest - ending.length)}${ending}`
    if (!taken.has(code)) return code
  }
}

/** The codes in use in a process. */
export const codesOf = (document: Pick<ProcessDocument, 'stages'>): Set<string> =>
  new Set(Object.values(document.stages).map((stage) => stage.stageCode))
