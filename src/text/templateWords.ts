/** What the ready templates say, in the language of the interface: not sentences about a process, but its contents. */
import { language } from './entrance.ts'

const asIs = (english: string): string => english

/** Loads the words of the language; whoever shows them asks again when another one is spoken. */
export async function templateWords(): Promise<(english: string) => string> {
  if (language() !== 'de') return asIs
  const { contents } = await import('./de/contents/index.ts')
  return (english) => contents[english] ?? english
}
