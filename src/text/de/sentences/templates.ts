/** Die Branchen, nach denen Vorlagen geordnet sind. Was in den Vorlagen steht, steht in ../contents. */
import type { SentenceBook } from '../../sentences.ts'

export const templates: SentenceBook = {
  'Any industry': 'Jede Branche',
  'Software and IT': 'Software und IT',
  'Professional services': 'Dienstleistung und Beratung',
  'Events and hospitality': 'Veranstaltungen und Gastgewerbe',
  'Manufacturing and distribution': 'Fertigung und Handel',
}
