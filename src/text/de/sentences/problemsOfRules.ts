/** Was der Linter über die Regeln an Phasen und Übergängen sagt. */
import type { SentenceBook } from '../../sentences.ts'

export const problemsOfRules: SentenceBook = {
  'Every rule asks for something': 'Jede Regel verlangt etwas',
  'A rule that holds whatever the deal looks like checks nothing, but reads as if it did.':
    'Eine Regel, die immer gilt, prüft nichts, liest sich aber so, als täte sie es.',
  '{{rule}} of {{owner}} always holds, so it checks nothing. Change the values or remove it.':
    '{{rule}} von {{owner}} gilt immer und prüft daher nichts. Ändern Sie die Werte oder entfernen Sie sie.',
  'Automatic transitions of a stage have an order': 'Automatische Übergänge einer Phase haben eine Rangfolge',
  'Where two automatic transitions can fire at the same moment with the same priority, chance decides where a deal goes.':
    'Können zwei automatische Übergänge mit gleichem Rang im selben Augenblick auslösen, entscheidet der Zufall, wohin ein Deal geht.',
  '{{second}} and {{first}} can both fire in {{stage}} with priority {{priority}}. Give them different priorities.':
    '{{second}} und {{first}} können beide in {{stage}} mit Rang {{priority}} auslösen. Geben Sie ihnen verschiedene Ränge.',
  'Try {{transition}} first': '{{transition}} zuerst versuchen',
  'An automatic transition waits for something': 'Ein automatischer Übergang wartet auf etwas',
  'Without a condition or a number of days an automatic transition fires at once: no deal ever stays in the stage it leaves.':
    'Ohne Bedingung oder Zahl von Tagen löst ein automatischer Übergang sofort aus: Kein Deal bleibt je in der Phase, die er verlässt.',
  '{{transition}} is automatic but has no condition, so it fires at once. Add a condition or make it manual.':
    '{{transition}} ist automatisch, hat aber keine Bedingung und löst daher sofort aus. Geben Sie ihm eine Bedingung oder machen Sie ihn manuell.',
  'Make it manual': 'Manuell machen',
  'Every rule can be read': 'Jede Regel ist lesbar',
  'A rule that cannot be read can neither be checked nor explained. It would block every deal, or none.':
    'Eine unlesbare Regel lässt sich weder prüfen noch erklären. Sie würde jeden Deal sperren oder keinen.',
  '{{rule}} of {{owner}} cannot be read. {{why}}': '{{rule}} von {{owner}} ist nicht lesbar. {{why}}',
  'Every check says what to do': 'Jede Prüfung sagt, was zu tun ist',
  'When a rule blocks a deal, its message is all that the person sees. Without one they only know that it does not work.':
    'Sperrt eine Regel einen Deal, ist ihre Meldung alles, was man sieht. Ohne sie weiß man nur, dass es nicht geht.',
  '{{rule}} of {{owner}} has no message. Say what a person has to do when it does not hold.':
    '{{rule}} von {{owner}} hat keine Meldung. Sagen Sie, was zu tun ist, wenn sie nicht gilt.',
  'Every rule can hold': 'Jede Regel kann gelten',
  'A rule that asks for two things at once which exclude each other blocks every deal, and nobody can do anything about it.':
    'Eine Regel, die zwei Dinge verlangt, die sich ausschließen, sperrt jeden Deal, und niemand kann etwas daran ändern.',
  '{{rule}} of {{owner}} can never hold: what it asks for excludes itself. Change the values.':
    '{{rule}} von {{owner}} kann nie gelten: Was sie verlangt, schließt sich aus. Ändern Sie die Werte.',
  '{{rule}} of {{owner}} never applies: its condition excludes itself. Change the values.':
    '{{rule}} von {{owner}} greift nie: Ihre Bedingung schließt sich selbst aus. Ändern Sie die Werte.',
  '{{rules}} of {{owner}} exclude each other, so they can never all hold. Change the values.':
    '{{rules}} von {{owner}} schließen einander aus und können nie alle gelten. Ändern Sie die Werte.',
  'The conditions': 'Die Bedingungen',
  'The validation rules': 'Die Prüfregeln',
  'The entry rules': 'Die Eingangsregeln',
  'The exit rules': 'Die Ausgangsregeln',
  'Rules compare like with like': 'Regeln vergleichen Gleiches mit Gleichem',
  'A number compared with a word, or a choice with an option that does not exist, gives the same answer for every deal, whatever the field holds.':
    'Eine Zahl mit einem Wort verglichen oder eine Auswahl mit einer Option, die es nicht gibt, ergibt für jeden Deal dieselbe Antwort, was auch im Feld steht.',
  'In {{rule}} of {{owner}} {{wrong}}. Correct the comparison or remove the rule.':
    'In {{rule}} von {{owner}}: {{wrong}}. Berichtigen Sie den Vergleich oder entfernen Sie die Regel.',
  'In {{rule}} of {{from}} → {{to}} {{wrong}}. Correct the comparison or remove the rule.':
    'In {{rule}} von {{from}} → {{to}}: {{wrong}}. Berichtigen Sie den Vergleich oder entfernen Sie die Regel.',
  '{{what}} is {{kind}}, but {{value}} is {{other}}': '{{what}} ist {{kind}}, aber {{value}} ist {{other}}',
  '{{what}} is {{kind}}, but only numbers and dates can be compared by size':
    '{{what}} ist {{kind}}, aber nur Zahlen und Daten lassen sich der Größe nach vergleichen',
  '{{what}} is a list, so use {{some}} or {{all}} to look into it':
    '{{what}} ist eine Liste; mit {{some}} oder {{all}} sehen Sie hinein',
  '{{what}} is {{kind}}, so nothing can be in it': '{{what}} ist {{kind}}, also kann nichts darin sein',
  '{{what}} is {{kind}} and cannot be in {{list}}': '{{what}} ist {{kind}} und kann nicht in {{list}} sein',
  '{{what}} is {{kind}}, but {{wanted}} is needed': '{{what}} ist {{kind}}, gebraucht wird aber {{wanted}}',
  '{{what}} is a date, but {{value}} is not a date such as 2026-01-31':
    '{{what}} ist ein Datum, aber {{value}} ist keines wie 2026-01-31',
  '{{field}} has no option {{option}}': '{{field}} hat keine Option {{option}}',
  'a number': 'eine Zahl',
  'a date': 'ein Datum',
  'a text': 'ein Text',
  text: 'Text',
  'yes or no': 'ja oder nein',
  'a list': 'eine Liste',
  'something unknown': 'etwas Unbekanntes',
  'the item': 'der Eintrag',
  'the calculated value': 'der berechnete Wert',
  'Rules name fields that exist': 'Regeln nennen Felder, die es gibt',
  'A field that the CRM does not have is always empty, so the rule blocks everyone or means nothing.':
    'Ein Feld, das das CRM nicht hat, ist immer leer; die Regel sperrt also alle oder bedeutet nichts.',
  '{{rule}} of {{owner}} names the field {{field}}, which does not exist. Pick another field or remove the rule.':
    '{{rule}} von {{owner}} nennt das Feld {{field}}, das es nicht gibt. Wählen Sie ein anderes Feld oder entfernen Sie die Regel.',
  'Remove the rule': 'Die Regel entfernen',
  'Remove all {{count}} such rules here': 'Alle {{count}} solchen Regeln hier entfernen',
  'Required fields exist': 'Pflichtfelder gibt es',
  'Nobody can fill a field that the CRM does not have, so no deal would ever get into the stage.':
    'Niemand kann ein Feld ausfüllen, das das CRM nicht hat; kein Deal käme je in die Phase.',
  '{{stage}} requires the field {{field}}, which does not exist. Pick another field or remove it.':
    '{{stage}} verlangt das Feld {{field}}, das es nicht gibt. Wählen Sie ein anderes Feld oder entfernen Sie es.',
  'Remove {{name}}': '{{name}} entfernen',
  'Remove all {{count}} unknown fields': 'Alle {{count}} unbekannten Felder entfernen',
}
