/** Was mit einem Deal geschieht und warum ein Schritt nicht geht; was die Rechnung dazu anmerkt. */
import type { SentenceBook } from '../../sentences.ts'

export const deals: SentenceBook = {
  '{{stage}} needs an approval, but no workflow says whose. Ask whoever keeps the process.':
    '{{stage}} braucht eine Genehmigung, aber kein Ablauf sagt, wessen. Fragen Sie, wer den Prozess pflegt.',
  '{{stage}} needs the approval {{workflow}}, which is switched off.':
    '{{stage}} braucht die Genehmigung {{workflow}}, die ausgeschaltet ist.',
  '{{step}} was refused, because nobody answered in time. Change the deal and ask again.':
    '{{step}} wurde abgelehnt, weil niemand rechtzeitig geantwortet hat. Ändern Sie den Deal und fragen Sie erneut.',
  '{{step}} was refused. Change the deal and ask again.':
    '{{step}} wurde abgelehnt. Ändern Sie den Deal und fragen Sie erneut.',
  '{{step}} was refused, because nobody answered in time. The deal goes on to {{stage}}.':
    '{{step}} wurde abgelehnt, weil niemand rechtzeitig geantwortet hat. Der Deal geht weiter nach {{stage}}.',
  '{{step}} was refused. The deal goes on to {{stage}}.':
    '{{step}} wurde abgelehnt. Der Deal geht weiter nach {{stage}}.',
  'Nothing waits for a decision here.': 'Hier wartet nichts auf eine Entscheidung.',
  'This person has already decided this step.': 'Diese Person hat diesen Schritt schon entschieden.',
  'the owner’s manager': 'die vorgesetzte Person',
  'the owner': 'die zuständige Person',
  'Only {{a}} can run {{move}}. Ask one of them.': '{{move}} ist vorbehalten: {{a}}. Fragen Sie dort nach.',
  'Only {{a}} or {{b}} can run {{move}}. Ask one of them.':
    '{{move}} ist vorbehalten: {{a}} oder {{b}}. Fragen Sie dort nach.',
  'Only {{a}}, {{b}} or {{c}} can run {{move}}. Ask one of them.':
    '{{move}} ist vorbehalten: {{a}}, {{b}} oder {{c}}. Fragen Sie dort nach.',
  'Only {{a}}, {{b}} or {{count}} others can run {{move}}. Ask one of them.':
    '{{move}} ist vorbehalten: {{a}}, {{b}} oder {{count}} weiteren. Fragen Sie dort nach.',
  'Automatic transitions lead in a circle: after {{count}} moves the deal stands in {{stage}} and would move on. Give them conditions that exclude each other.':
    'Automatische Übergänge führen im Kreis: Nach {{count}} Schritten steht der Deal in {{stage}} und würde weitergehen. Geben Sie ihnen Bedingungen, die einander ausschließen.',
  'This transition does not exist. Pick one of the exits of the stage.':
    'Diesen Übergang gibt es nicht. Wählen Sie einen der Ausgänge der Phase.',
  'The stage this transition leads to does not exist. Reconnect it.':
    'Die Phase, zu der dieser Übergang führt, gibt es nicht. Leiten Sie ihn um.',
  'The deal stands in a stage that this process does not have.':
    'Der Deal steht in einer Phase, die dieser Prozess nicht hat.',
  'The deal is closed: nothing leads out of {{stage}}.':
    'Der Deal ist abgeschlossen: Aus {{stage}} führt nichts hinaus.',
  '{{move}} leaves {{from}}, but the deal stands in {{stage}}.':
    '{{move}} verlässt {{from}}, aber der Deal steht in {{stage}}.',
  'The deal already stands in {{stage}}.': 'Der Deal steht schon in {{stage}}.',
  '{{stage}} is not active: no deal moves out of it or into it.':
    '{{stage}} ist nicht aktiv: Kein Deal geht hinaus oder hinein.',
  '{{move}} happens by itself after {{days}} in {{stage}}; {{passed}} have passed.':
    '{{move}} geschieht von selbst nach {{days}} in {{stage}}; vergangen sind {{passed}}.',
  '1 day': '1 Tag',
  '{{count}} days': '{{count}} Tagen',
  'A rule without a name': 'Eine Regel ohne Namen',
  '{{rule}} cannot be checked, because the rule is broken. {{why}}':
    '{{rule}} lässt sich nicht prüfen, weil die Regel defekt ist. {{why}}',
  '{{rule}} cannot be checked, because the rule is broken.':
    '{{rule}} lässt sich nicht prüfen, weil die Regel defekt ist.',
  '{{condition}}: this has to hold.': '{{condition}}: Das muss gelten.',
  'Fill in {{label}}: {{stage}} requires it.': 'Füllen Sie {{label}} aus: {{stage}} verlangt es.',
  'You may not override the probability. Ask someone who may, or use the stage’s.':
    'Sie dürfen die Wahrscheinlichkeit nicht übersteuern. Fragen Sie jemanden, der es darf, oder verwenden Sie die der Phase.',
  'The deal moves from {{from}} to {{to}}.': 'Der Deal geht von {{from}} nach {{to}}.',
  'The probability becomes {{value}}%.': 'Die Wahrscheinlichkeit wird {{value}} %.',
  'Sends an e-mail: {{name}}.': 'Sendet eine E-Mail: {{name}}.',
  'Notifies in the app: {{name}}.': 'Benachrichtigt in der App: {{name}}.',
  'Creates a task: {{name}}.': 'Legt eine Aufgabe an: {{name}}.',
  'Creates an event: {{name}}.': 'Legt einen Termin an: {{name}}.',
  'Sets a field: {{name}}.': 'Setzt ein Feld: {{name}}.',
  'Calls a webhook: {{name}}.': 'Ruft einen Webhook auf: {{name}}.',
  'Starts an approval: {{name}}.': 'Beginnt eine Genehmigung: {{name}}.',
  'Creates an invoice: {{name}}.': 'Legt eine Rechnung an: {{name}}.',
  'The process has no stage to start in. Mark one as the entry.':
    'Der Prozess hat keine Phase zum Beginnen. Kennzeichnen Sie eine als Eingang.',
  'The stage this scenario starts in is not there any more. Choose another.':
    'Die Phase, in der dieses Szenario beginnt, gibt es nicht mehr. Wählen Sie eine andere.',
  'The deal ends in {{stage}}, expected was {{expected}}.':
    'Der Deal endet in {{stage}}, erwartet war {{expected}}.',
  'The deal ends in {{stage}}, expected was {{expected}}. {{why}}':
    'Der Deal endet in {{stage}}, erwartet war {{expected}}. {{why}}',
  'The last move was {{outcome}}, expected was {{expected}}.':
    'Der letzte Schritt war {{outcome}}, erwartet war {{expected}}.',
  'The last move was {{outcome}}, expected was {{expected}}. {{why}}':
    'Der letzte Schritt war {{outcome}}, erwartet war {{expected}}. {{why}}',
  allowed: 'erlaubt',
  blocked: 'gesperrt',
  pending: 'offen',
  'never made': 'nie getan',
  'The move from {{from}} to {{to}} is made.': 'Der Schritt von {{from}} nach {{to}} ist getan.',
  'The move from {{from}} to {{to}} waits for approval.':
    'Der Schritt von {{from}} nach {{to}} wartet auf Genehmigung.',
  'The move from {{from}} to {{to}} is blocked.': 'Der Schritt von {{from}} nach {{to}} ist gesperrt.',
  '{{label}} is filled in.': '{{label}} ist ausgefüllt.',
  '{{labels}} and {{label}} are filled in.': '{{labels}} und {{label}} sind ausgefüllt.',
  'Nothing filled in.': 'Nichts ausgefüllt.',
  '1 day passes.': '1 Tag vergeht.',
  '{{count}} days pass.': '{{count}} Tage vergehen.',
  'Nothing waits for approval when {{who}} approves.':
    'Nichts wartet auf Genehmigung, wenn {{who}} genehmigt.',
  'Nothing waits for approval when {{who}} refuses.': 'Nichts wartet auf Genehmigung, wenn {{who}} ablehnt.',
  'Say in at least {{count}} characters why the probability should be {{value}}%.':
    'Sagen Sie in mindestens {{count}} Zeichen, warum die Wahrscheinlichkeit {{value}} % sein soll.',
  'The deal starts in {{stage}}.': 'Der Deal beginnt in {{stage}}.',
  'Nothing leads from {{from}} to {{to}}.': 'Von {{from}} führt nichts nach {{to}}.',
  'Nothing waits for approval.': 'Nichts wartet auf Genehmigung.',
  'Only who asked for the approval can recall it.':
    'Zurückziehen kann eine Genehmigung nur, wer um sie gebeten hat.',
  'The approval is recalled.': 'Die Bitte um Genehmigung ist zurückgezogen.',
  'The deal is locked while it waits for approval to enter {{stage}}. Recall the approval to change it.':
    'Der Deal ist gesperrt, während er auf die Genehmigung für {{stage}} wartet. Ziehen Sie die Bitte zurück, um ihn zu ändern.',
  '{{stage}} locks {{label}}: it can be changed before and after, not here.':
    '{{stage}} sperrt {{label}}: Es lässt sich vorher und nachher ändern, hier nicht.',
  'After {{days}} in {{stage}} this is escalated to {{a}}.':
    'Nach {{days}} in {{stage}} wird eskaliert an {{a}}.',
  'After {{days}} in {{stage}} this is escalated to {{a}} and {{b}}.':
    'Nach {{days}} in {{stage}} wird eskaliert an {{a}} und {{b}}.',
  'After {{days}} in {{stage}} this is escalated to {{a}}, {{b}} and {{c}}.':
    'Nach {{days}} in {{stage}} wird eskaliert an {{a}}, {{b}} und {{c}}.',
  'After {{days}} in {{stage}} this is escalated to {{a}}, {{b}} and {{count}} others.':
    'Nach {{days}} in {{stage}} wird eskaliert an {{a}}, {{b}} und {{count}} weitere.',
  'The approval timed out: the move is {{outcome}}.':
    'Die Frist der Genehmigung ist um: Der Schritt ist {{outcome}}.',
  'Moves by itself from {{from}} to {{to}}.': 'Geht von selbst von {{from}} nach {{to}}.',
  // Rechnung.
  'There is no open stage to start in: add one.':
    'Es gibt keine offene Phase zum Beginnen: Fügen Sie eine hinzu.',
  'Nothing leads out of {{stages}}: deals that get there stay.':
    'Aus {{stages}} führt nichts hinaus: Deals, die dorthin kommen, bleiben.',
  '{{share}} of deals never close: they end up in {{stages}}, from where no closed stage can be reached. Times are those of the deals that close.':
    '{{share}} der Deals schließen nie ab: Sie landen in {{stages}}, von wo keine Schlussphase erreichbar ist. Die Zeiten sind die der Deals, die abschließen.',
  'Deals circle so long before they close that no time can be said. Check the weights of the ways back.':
    'Deals kreisen so lange, bevor sie abschließen, dass sich keine Zeit sagen lässt. Prüfen Sie die Gewichte der Wege zurück.',
  'No deal is ever won: no way leads from {{start}} to a won stage.':
    'Kein Deal wird je gewonnen: Von {{start}} führt kein Weg in eine gewonnene Phase.',
  '{{stages}} has no usable average duration: 1 day is assumed.':
    '{{stages}} hat keine brauchbare mittlere Dauer: 1 Tag wird angenommen.',
  '{{stages}} have no usable average duration: 1 day is assumed.':
    '{{stages}} haben keine brauchbare mittlere Dauer: 1 Tag wird angenommen.',
  'The {{stated}} of {{stage}} are not implied by the graph: its exits lead to stages that give {{implied}}.':
    'Die {{stated}} von {{stage}} folgen nicht aus dem Graphen: Seine Ausgänge führen zu Phasen, die {{implied}} ergeben.',
  'In {{stages}} some exits have a weight and some have none: those without get no deals.':
    'In {{stages}} haben manche Ausgänge ein Gewicht und manche keines: Die ohne bekommen keine Deals.',
  'The ways back out of {{stages}} have no weight: the numbers count no deal going back.':
    'Die Wege zurück aus {{stages}} haben kein Gewicht: Die Zahlen zählen keinen Deal, der zurückgeht.',
  '{{first}}, {{second}} and {{count}} more stages': '{{first}}, {{second}} und {{count}} weiteren Phasen',
}
