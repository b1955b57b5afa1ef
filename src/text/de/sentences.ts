/** What the domain and the server say, in German. Read by ../sentences.ts. */
import type { SentenceBook } from '../sentences.ts'

export const sentences: SentenceBook = {
  'any open stage': 'jede offene Phase',
}
