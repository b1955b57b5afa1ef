/** Regeln in Worten, und warum eine Regel nicht lesbar ist. */
import type { SentenceBook } from '../../sentences.ts'

export const rules: SentenceBook = {
  'something that cannot be read': 'etwas nicht Lesbares',
  'a value that cannot be read': 'ein nicht lesbarer Wert',
  'The rule is not a condition. Compare a field with a value.':
    'Die Regel ist keine Bedingung. Vergleichen Sie ein Feld mit einem Wert.',
  'The rule gives a value, not a yes or no. Compare it with another value.':
    'Die Regel ergibt einen Wert, kein Ja oder Nein. Vergleichen Sie ihn mit einem anderen.',
  'The rule has more than {{count}} parts. Split it into several rules.':
    'Die Regel hat mehr als {{count}} Teile. Zerlegen Sie sie in mehrere Regeln.',
  'The rule is nested more than {{count}} levels deep. Make it flatter.':
    'Die Regel ist mehr als {{count}} Ebenen tief. Machen Sie sie flacher.',
  '{{operator}} needs 1 value, but has {{has}}.': '{{operator}} braucht 1 Wert, hat aber {{has}}.',
  '{{operator}} needs {{count}} values, but has {{has}}.':
    '{{operator}} braucht {{count}} Werte, hat aber {{has}}.',
  'at least {{count}}': 'mindestens {{count}}',
  'Inside {{a}}, {{b}} and {{c}} only the item itself can be named.':
    'In {{a}}, {{b}} und {{c}} lässt sich nur der Eintrag selbst nennen.',
  'A field has to be named by its key. Pick a field.':
    'Ein Feld muss mit seinem Schlüssel genannt werden. Wählen Sie ein Feld.',
  'The value for an empty field has to be a plain value.':
    'Der Wert für ein leeres Feld muss ein einfacher Wert sein.',
  'A pattern has to be written out, not taken from a field.':
    'Ein Muster muss ausgeschrieben sein, es kann nicht aus einem Feld kommen.',
  'Write a pattern, such as {{example}} for five digits.':
    'Schreiben Sie ein Muster, etwa {{example}} für fünf Ziffern.',
  'The pattern is too large. Make it shorter.': 'Das Muster ist zu groß. Kürzen Sie es.',
  'The pattern has a bracket without its counterpart.': 'Im Muster steht eine Klammer ohne Gegenstück.',
  'The pattern cannot have {{sign}} here. Put a backslash before it where the sign itself is meant.':
    'Im Muster kann hier nicht {{sign}} stehen. Setzen Sie einen Rückstrich davor, wenn das Zeichen selbst gemeint ist.',
  'A condition is empty. Choose a field, an operator and a value.':
    'Eine Bedingung ist leer. Wählen Sie ein Feld, einen Vergleich und einen Wert.',
  'One operator at a time: {{a}}, {{b}} stand side by side.':
    'Ein Vergleich auf einmal: {{a}}, {{b}} stehen nebeneinander.',
  'One operator at a time: {{a}}, {{b}}, {{c}} stand side by side.':
    'Ein Vergleich auf einmal: {{a}}, {{b}}, {{c}} stehen nebeneinander.',
  'Unknown operator {{name}}. Use one of: {{list}}.':
    'Unbekannter Vergleich {{name}}. Verwenden Sie einen von: {{list}}.',
}
