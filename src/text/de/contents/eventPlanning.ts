/** Die Vorlage „Veranstaltungsplanung“. */
export const eventPlanning = {
  'Event planning': 'Veranstaltungsplanung',
  'From the first inquiry over concept and site visit to a contract with a deposit.':
    'Von der ersten Anfrage über Konzept und Besichtigung zum Vertrag mit Anzahlung.',
  'Venues, caterers and event agencies': 'Häuser, Caterer und Eventagenturen',
  'A host asks whether we can do their event.': 'Ein Gastgeber fragt, ob wir seine Veranstaltung ausrichten.',
  'Check the date first: no free date, no deal. Answer the same day.':
    'Prüfen Sie zuerst den Termin: kein freier Termin, kein Deal. Antworten Sie am selben Tag.',
  'The host named date, kind of event and number of guests':
    'Der Gastgeber hat Termin, Anlass und Zahl der Gäste genannt',
  'Date known': 'Termin bekannt',
  'Enter the date of the event; it has to lie ahead.':
    'Geben Sie den Termin der Veranstaltung an; er muss in der Zukunft liegen.',
  Briefing: 'Wünsche klären',
  'What the evening should feel like, who comes, what it may cost.':
    'Wie sich der Abend anfühlen soll, wer kommt, was er kosten darf.',
  'Ask for the one moment guests should still talk about a year later.':
    'Fragen Sie nach dem einen Moment, von dem die Gäste noch in einem Jahr sprechen sollen.',
  'The host gave a budget range': 'Der Gastgeber hat einen Budgetrahmen genannt',
  'The host named who else decides': 'Der Gastgeber hat genannt, wer mitentscheidet',
  'Our size': 'Unsere Größe',
  'Fewer than 20 guests are better served by a partner restaurant.':
    'Unter 20 Gästen ist ein Partnerrestaurant die bessere Wahl.',
  Concept: 'Konzept',
  'Theme, menu, programme and a first price are presented.':
    'Thema, Menü, Programm und ein erster Preis werden vorgestellt.',
  'Pictures before numbers. Keep two rooms on hold until the site visit.':
    'Bilder vor Zahlen. Halten Sie zwei Räume bis zur Besichtigung frei.',
  'The host chose one of the concepts': 'Der Gastgeber hat eines der Konzepte gewählt',
  'Site visit': 'Besichtigung',
  'The host walks through the venue with us.': 'Der Gastgeber geht mit uns durch das Haus.',
  'Set the table as on the day. Hosts who tasted the menu sign twice as often.':
    'Decken Sie den Tisch wie am Tag selbst. Wer das Menü gekostet hat, unterschreibt doppelt so oft.',
  'The host stood in the room': 'Der Gastgeber stand im Raum',
  'Open wishes are on a list with prices': 'Offene Wünsche stehen mit Preisen auf einer Liste',
  'Contract and deposit': 'Vertrag und Anzahlung',
  'The contract is out; the date is held until the deposit arrives.':
    'Der Vertrag ist draußen; der Termin ist bis zum Eingang der Anzahlung reserviert.',
  'Hold the date for 14 days, not longer. A reminder goes out after seven.':
    'Halten Sie den Termin 14 Tage, nicht länger. Nach sieben geht eine Erinnerung hinaus.',
  'The host signed the contract': 'Der Gastgeber hat den Vertrag unterschrieben',
  'The deposit was announced': 'Die Anzahlung ist angekündigt',
  'Contract signed, deposit on the account.': 'Vertrag unterschrieben, Anzahlung auf dem Konto.',
  'Hand over to the event manager with menu, list of guests and schedule.':
    'Übergeben Sie an die Veranstaltungsleitung mit Menü, Gästeliste und Ablauf.',
  'Deposit received': 'Anzahlung eingegangen',
  'An event is booked when the deposit is there. Confirm that it arrived.':
    'Eine Veranstaltung ist gebucht, wenn die Anzahlung da ist. Bestätigen Sie den Eingang.',
  'Not booked': 'Nicht gebucht',
  'Another venue, another date, or no event.':
    'Ein anderes Haus, ein anderer Termin oder keine Veranstaltung.',
  'Release the date at once and offer it to the waiting list.':
    'Geben Sie den Termin sofort frei und bieten Sie ihn der Warteliste an.',
  'Date free': 'Termin frei',
  Briefed: 'Wünsche geklärt',
  'Concept chosen': 'Konzept gewählt',
  'Venue known': 'Haus bekannt',
  'Regular customer': 'Stammkunde',
  'Only hosts who have been with us before may skip the site visit.':
    'Nur wer schon einmal bei uns war, darf die Besichtigung überspringen.',
  'Venue agreed': 'Haus vereinbart',
  'Deposit paid': 'Anzahlung geleistet',
  'A conference dinner is booked': 'Ein Konferenzessen wird gebucht',
  'Not booked before the deposit is there': 'Nicht gebucht, bevor die Anzahlung da ist',
} as const
