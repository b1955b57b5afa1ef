/**
 * How the interface gets its words. Each room's English words travel with the modules that speak them (the build sees
 * to it: `wordsWithTheirRooms` in vite.config.ts), so that a place loads only its own. Keys and their parameters are checked by the compiler: `{{name}}` in a sentence makes
 * `name` a required parameter, and `problems_one` / `problems_other` are asked for as `problems` with a `count`.
 */
import { useSyncExternalStore } from 'react'
import type * as english from './en/index.ts'

type Catalogue = typeof english
export type Room = keyof Catalogue

type PluralSuffix = 'zero' | 'one' | 'two' | 'few' | 'many' | 'other'
type Stem<Key> = Key extends `${infer Name}_${PluralSuffix}` ? Name : Key
/** Keys of a room as they are asked for: plural forms under their common name. */
export type TextKey<R extends Room> = Stem<Extract<keyof Catalogue[R], string>>

type Sentence<R extends Room, Key extends string> = Catalogue[R][Extract<
  keyof Catalogue[R],
  Key | `${Key}_${PluralSuffix}`
>]
type Placeholder<S> = S extends `${string}{{${infer Name}}}${infer Rest}` ? Name | Placeholder<Rest> : never
type CountOf<R extends Room, Key extends string> = `${Key}_other` extends keyof Catalogue[R] ? 'count' : never
type ParamName<R extends Room, Key extends string> = Key extends string
  ? Placeholder<Sentence<R, Key>> | CountOf<R, Key>
  : never
type Params<R extends Room, Key extends string> = [ParamName<R, Key>] extends [never]
  ? []
  : [params: Readonly<Record<ParamName<R, Key>, string | number>>]

export type Translate<R extends Room> = <Key extends TextKey<R>>(
  key: Key,
  ...params: Params<R, Key>
) => string

const fallback = 'en'
let spoken = fallback
let plurals = new Intl.PluralRules(spoken)
const listeners = new Set<() => void>()
/** By language and room. */
const catalogues = new Map<string, Readonly<Record<string, string>>>()

/** The sentence as its language writes it for `count`; “none of them” may have a sentence of its own. */
function formOf(room: string, key: string, count: string | number | undefined): string | undefined {
  const words = catalogues.get(`${spoken} ${room}`) ?? catalogues.get(`${fallback} ${room}`)
  if (count === undefined || words === undefined) return words?.[key]
  const none = Number(count) === 0 ? words[`${key}_zero`] : undefined
  return none ?? words[`${key}_${plurals.select(Number(count))}`] ?? words[`${key}_other`] ?? words[key]
}

/** One sentence of a room, outside React. */
export function text<R extends Room, Key extends TextKey<R>>(
  room: R,
  key: Key,
  ...params: Params<R, Key>
): string {
  const given: Readonly<Record<string, string | number>> = params[0] ?? {}
  const sentence = formOf(room, key, given.count) ?? key
  return sentence.replace(/\{\{(\w+)\}\}/g, (_, name: string) => String(given[name] ?? ''))
}

/** Calls back when another language is spoken. Returns how to stop. */
export const onLanguage = (listener: () => void): (() => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

const translators = new Map<string, unknown>()

/** The room's sentences inside React; renders again when the language changes. */
export function useText<R extends Room>(room: R): Translate<R> {
  const now = useSyncExternalStore(onLanguage, language)
  const name = `${now} ${room}`
  const had = translators.get(name) as Translate<R> | undefined
  if (had) return had
  const translate: Translate<R> = (key, ...params) => text(room, key, ...params)
  translators.set(name, translate)
  return translate
}

/** The current language as a BCP 47 tag, for `Intl` and `lang`. */
export const language = (): string => spoken

/** Makes the sentences of a room known. */
export function addRoom(language: string, room: string, sentences: Readonly<Record<string, string>>): void {
  catalogues.set(`${language} ${room}`, sentences)
}

/** Speaks a language whose rooms are known. */
export function speak(language: string): void {
  if (language === spoken) return
  spoken = language
  plurals = new Intl.PluralRules(language)
  for (const listener of [...listeners]) listener()
}
