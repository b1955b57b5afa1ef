/** Die Vorlage „Verlängerung“. */
export const renewal = {
  Renewal: 'Verlängerung',
  'From 120 days before the end of the contract to renewed, with health and risks looked at early.':
    'Von 120 Tagen vor Vertragsende bis zur Verlängerung; Zustand und Risiken werden früh angesehen.',
  'Customer success and account management': 'Kundenbetreuung und Account-Management',
  Upcoming: 'Anstehend',
  'The contract ends within 120 days. Usage, tickets and contacts are checked.':
    'Der Vertrag endet binnen 120 Tagen. Nutzung, Anfragen und Ansprechpartner werden geprüft.',
  'Look at usage before you call. A champion who left is the first thing to find out.':
    'Sehen Sie sich die Nutzung an, bevor Sie anrufen. Ob der Fürsprecher noch da ist, ist das Erste, was Sie wissen müssen.',
  'The customer accepted the review meeting': 'Der Kunde hat dem Rückblick zugestimmt',
  'Business review': 'Rückblick mit dem Kunden',
  'With the customer: what was promised, what was reached, what comes next.':
    'Mit dem Kunden: was versprochen war, was erreicht ist, was als Nächstes kommt.',
  'Bring their numbers. Ask who else will be asked about the renewal.':
    'Bringen Sie seine Zahlen mit. Fragen Sie, wer zur Verlängerung noch gehört wird.',
  'The customer confirmed the value they got': 'Der Kunde hat den Nutzen bestätigt',
  'Risks are named, each with an owner': 'Risiken sind benannt, jedes mit einem Verantwortlichen',
  'Health looked at': 'Zustand angesehen',
  'The health score runs from 0 to 100.': 'Der Kundenzustand reicht von 0 bis 100.',
  'Risks of an unwell customer': 'Risiken eines unzufriedenen Kunden',
  'Below a health score of 60, name the risks.': 'Nennen Sie unter einem Kundenzustand von 60 die Risiken.',
  'Renewal offer': 'Verlängerungsangebot',
  'The offer for the next term is with the customer.':
    'Das Angebot für die nächste Laufzeit liegt beim Kunden.',
  'Offer growth first, the same again second, less only when asked.':
    'Bieten Sie zuerst mehr an, dann dasselbe, weniger nur auf Nachfrage.',
  'The budget owner has the offer': 'Wer das Budget verantwortet, hat das Angebot',
  'Price or terms are under discussion.': 'Preis oder Konditionen werden besprochen.',
  'Trade price against term. A shorter contract is next year’s risk.':
    'Tauschen Sie Preis gegen Laufzeit. Ein kürzerer Vertrag ist das Risiko des nächsten Jahres.',
  'Purchasing named the open points': 'Der Einkauf hat die offenen Punkte genannt',
  Renewed: 'Verlängert',
  'Signed for the next term.': 'Für die nächste Laufzeit unterschrieben.',
  'Set the goals of the new term with the champion within a month.':
    'Setzen Sie mit dem Fürsprecher binnen eines Monats die Ziele der neuen Laufzeit.',
  'A real term': 'Eine echte Laufzeit',
  'Enter amount and length of the new contract.': 'Geben Sie Betrag und Laufzeit des neuen Vertrags an.',
  Churned: 'Gekündigt',
  'The customer leaves at the end of the term.': 'Der Kunde geht zum Ende der Laufzeit.',
  'Part well: export their data, ask for the reason, call in six months.':
    'Gehen Sie im Guten: Geben Sie die Daten heraus, fragen Sie nach dem Grund, rufen Sie in sechs Monaten an.',
  'Value shown': 'Nutzen gezeigt',
  'As offered': 'Wie angeboten',
  'Terms open': 'Konditionen offen',
  'Notice given': 'Kündigung erhalten',
  'Offer declined': 'Angebot abgelehnt',
  'No agreement': 'Keine Einigung',
  'Renewed as offered': 'Wie angeboten verlängert',
  'A large discount waits for the director': 'Ein hoher Rabatt wartet auf die Vertriebsleitung',
} as const
