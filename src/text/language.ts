/**
 * Which language is spoken. English is always there; another one comes as one part, with its catalogue and its book of
 * the domain's sentences, and is switched to live: whoever uses `useText` or `useSay` renders again.
 */
import { useSyncExternalStore } from 'react'
import { addRoom, onLanguage, speak, language as spoken } from './entrance.ts'
import type { SentenceReader } from './sentences.ts'

export const languages = ['en', 'de'] as const
export type Language = (typeof languages)[number]

const readers = new Map<string, SentenceReader>()

/** Switches the interface. Where the part cannot be loaded it rejects, and the language stays as it was. */
export async function showLanguage(tag: Language): Promise<void> {
  if (tag !== 'en' && !readers.has(tag)) {
    const [{ rooms, sentences, rules, quotes, importTopics }, { sentenceReader }] = await Promise.all([
      import('./de/index.ts'),
      import('./sentences.ts'),
    ])
    for (const [room, words] of Object.entries(rooms)) addRoom(tag, room, words)
    readers.set(tag, sentenceReader(sentences, { locale: tag, rules, quotes, topics: importTopics }))
  }
  speak(tag)
}

/** The first language of the system that the app speaks; English where it speaks none. */
export function systemLanguage(wanted: readonly string[]): Language {
  for (const tag of wanted) {
    const found = languages.find((language) => tag.toLowerCase().split('-')[0] === language)
    if (found) return found
  }
  return 'en'
}

/** Sentences of the domain or the server as the interface's language says them. */
export interface Say {
  (english: string): string
  /** A rule of a user read back by the domain, or a field's value in words: no sentence, without a full stop. */
  rule(english: string): string
  /** What a line of an import's report is about, where that is no name. */
  topic(english: string): string
}

const asIs = (english: string): string => english
const inEnglish: Say = Object.assign((english: string) => english, { rule: asIs, topic: asIs })
const reader = (language: string): Say => readers.get(language) ?? inEnglish

export const say: Say = Object.assign((english: string) => reader(spoken())(english), {
  rule: (english: string) => reader(spoken()).rule(english),
  topic: (english: string) => reader(spoken()).topic(english),
})

/** `say` inside React; renders again when the language changes. */
export const useSay = (): Say => reader(useSyncExternalStore(onLanguage, spoken))
