/** Die Vorlage „Konzernvertrieb nach MEDDICC“. */
export const enterpriseMeddicc = {
  'Enterprise MEDDICC': 'Konzernvertrieb nach MEDDICC',
  'Seven gated stages on metrics, economic buyer, decision, paper, pain, champion and competition.':
    'Sieben geprüfte Phasen zu Kennzahlen, Budgetentscheider, Entscheidung, Vertrag, Bedarf, Fürsprecher und Wettbewerb.',
  'Enterprise teams with six-figure deals and buying committees':
    'Konzernvertrieb mit sechsstelligen Deals und Einkaufsgremien',
  Identify: 'Anlass finden',
  'An account in our profile with an event that makes change likely.':
    'Ein Unternehmen, das zu uns passt, mit einem Anlass, der Veränderung wahrscheinlich macht.',
  'Write the hypothesis of pain before the first call. No hypothesis, no call.':
    'Schreiben Sie vor dem ersten Anruf auf, wo es wehtun könnte. Ohne Vermutung kein Anruf.',
  'Someone at director level took a meeting': 'Jemand auf Leitungsebene hat einem Termin zugestimmt',
  'Qualify the pain': 'Bedarf prüfen',
  'I — identified pain: who has it, what it costs, why now.':
    'I – identifizierter Bedarf: wer ihn hat, was er kostet, warum jetzt.',
  'Pain that nobody measures is discomfort. Ask what happened the last time.':
    'Ein Schmerz, den niemand misst, ist nur Unbehagen. Fragen Sie, was beim letzten Mal geschah.',
  'The buyer described the pain and its cost': 'Der Käufer hat den Schmerz und seine Kosten beschrieben',
  'The buyer named an event by which it must end': 'Der Käufer hat genannt, bis wann er enden muss',
  'Metrics and champion': 'Kennzahlen und Fürsprecher',
  'M and C — the number we move, and the person who sells for us when we are not there.':
    'M und C – die Kennzahl, die wir bewegen, und die Person, die für uns wirbt, wenn wir nicht da sind.',
  'Test the champion: ask for a meeting that costs them something.':
    'Prüfen Sie den Fürsprecher: Bitten Sie um einen Termin, der ihn etwas kostet.',
  'The champion brought us to someone above them':
    'Der Fürsprecher hat uns mit jemandem über ihm zusammengebracht',
  'The buyer agreed to the metric and its baseline':
    'Der Käufer hat der Kennzahl und ihrem Ausgangswert zugestimmt',
  'Technical win': 'Technisch überzeugt',
  'D — decision criteria: proven in their environment, against the competition.':
    'D – Entscheidungskriterien: in ihrer Umgebung belegt, gegen den Wettbewerb.',
  'Success criteria in writing before the proof starts. Competitors’ traps belong on the list too.':
    'Erfolgskriterien schriftlich, bevor der Nachweis beginnt. Auch die Fallen der Mitbewerber gehören auf die Liste.',
  'The evaluation team recommended us': 'Das Auswahlteam hat uns empfohlen',
  'Security review is done or dated': 'Die Sicherheitsprüfung ist erledigt oder terminiert',
  'Business case': 'Wirtschaftlichkeit',
  'E and D — the economic buyer accepts the case and the way the decision is made.':
    'E und D – der Budgetentscheider nimmt die Rechnung und den Weg der Entscheidung an.',
  'Their numbers, their words, their slide template. Present with the champion, not for them.':
    'Ihre Zahlen, ihre Worte, ihre Folienvorlage. Tragen Sie mit dem Fürsprecher vor, nicht an seiner Stelle.',
  'The economic buyer met us': 'Der Budgetentscheider hat uns getroffen',
  'The economic buyer confirmed budget and decision date':
    'Der Budgetentscheider hat Budget und Entscheidungstag bestätigt',
  'Worth an enterprise effort': 'Der Aufwand lohnt sich',
  'Below 50,000 use the inside sales process: this one costs more than it brings.':
    'Nutzen Sie unter 50.000 den Prozess des Innendienstes: Dieser hier kostet mehr, als er bringt.',
  Negotiate: 'Verhandeln',
  'Selected, subject to terms.': 'Ausgewählt, vorbehaltlich der Konditionen.',
  'One list of open points for both sides, closed together. Give only against something.':
    'Eine Liste offener Punkte für beide Seiten, gemeinsam geschlossen. Geben Sie nur gegen etwas.',
  'Purchasing confirmed that we are selected': 'Der Einkauf hat bestätigt, dass wir ausgewählt sind',
  'Open points have owners and dates': 'Offene Punkte haben Verantwortliche und Termine',
  'Have the economic buyer confirm the budget before you negotiate.':
    'Lassen Sie den Budgetentscheider das Budget bestätigen, bevor Sie verhandeln.',
  'Paper process': 'Vertragsweg',
  'P — contract, data protection and purchase order run through their offices.':
    'P – Vertrag, Datenschutz und Bestellung laufen durch ihre Abteilungen.',
  'Count working days backwards from the signature. Know every signatory by name.':
    'Zählen Sie die Werktage rückwärts von der Unterschrift. Kennen Sie jeden Unterzeichner beim Namen.',
  'Legal on both sides released the contract': 'Beide Rechtsabteilungen haben den Vertrag freigegeben',
  'The signatories’ calendars are blocked': 'Die Termine der Unterzeichner sind geblockt',
  'Signed by both sides.': 'Von beiden Seiten unterschrieben.',
  'Kick-off with champion and economic buyer; repeat the metric and when it will be measured.':
    'Auftakt mit Fürsprecher und Budgetentscheider; wiederholen Sie die Kennzahl und wann sie gemessen wird.',
  'Legal and security are through': 'Recht und Sicherheit sind durch',
  'Legal approval and the security review have to be done before the deal is won.':
    'Freigabe durch Recht und Sicherheitsprüfung müssen erledigt sein, bevor der Deal gewonnen ist.',
  'Lost to a competitor, to another project or to no decision.':
    'Verloren an einen Mitbewerber, an ein anderes Vorhaben oder weil niemand entschied.',
  'Which letter was missing? Write it down; the next deal has the same hole.':
    'Welcher Buchstabe hat gefehlt? Schreiben Sie ihn auf; der nächste Deal hat dieselbe Lücke.',
  'Meeting held': 'Termin gehalten',
  'Pain proven': 'Bedarf belegt',
  'Champion won': 'Fürsprecher gewonnen',
  Recommended: 'Empfohlen',
  'Case accepted': 'Rechnung angenommen',
  'Case reopened': 'Rechnung wieder offen',
  'Next step planned': 'Nächster Schritt geplant',
  'Say in the next step what has to change in the business case.':
    'Nennen Sie im nächsten Schritt, was sich an der Wirtschaftlichkeit ändern muss.',
  'Every letter given, large deal signed off': 'Jeder Buchstabe belegt, großer Deal freigegeben',
  'No business case without the economic buyer': 'Keine Wirtschaftlichkeit ohne Budgetentscheider',
} as const
