/** German, as one part of its own: the rooms' words, the domain's sentences, and the marks around names. */
export * as rooms from './rooms.ts'
export { sentences } from './sentences/index.ts'

export const quotes = ['„', '“'] as const
