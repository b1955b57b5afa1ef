/** German, as one part of its own: the rooms' words, the domain's sentences, and the marks around names. */
import * as german from './rooms.ts'

export { rules } from './rules.ts'
export { importTopics } from './sentences/imports.ts'
export { sentences } from './sentences/index.ts'

export const rooms: Readonly<Record<string, Readonly<Record<string, string>>>> = { ...german }
export const quotes = ['„', '“'] as const
