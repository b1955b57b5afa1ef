/** Die Vorlage „Beratung“. */
export const consulting = {
  Consulting: 'Beratung',
  'From inquiry over scoping to a signed statement of work, with effort and rate checked.':
    'Von der Anfrage über die Abgrenzung zum unterschriebenen Auftrag, mit geprüftem Aufwand und Satz.',
  'Agencies and consultancies that sell projects': 'Agenturen und Beratungen, die Projekte verkaufen',
  'A client asks for help, or answers when we offer it.':
    'Ein Kunde bittet um Hilfe oder antwortet, wenn wir sie anbieten.',
  'Find out who feels the pain and who would sign. If they are strangers to each other, introduce them.':
    'Finden Sie heraus, wer das Problem spürt und wer unterschreiben würde. Kennen sich beide nicht, stellen Sie sie einander vor.',
  'The client described the outcome they want': 'Der Kunde hat das gewünschte Ergebnis beschrieben',
  'A sponsor agreed to a scoping session': 'Ein Auftraggeber hat einem Termin zur Abgrenzung zugestimmt',
  Scoping: 'Abgrenzung',
  'Together with the client: what is in, what is out, how success is measured.':
    'Gemeinsam mit dem Kunden: was dazugehört, was nicht, woran Erfolg gemessen wird.',
  'Offer a paid discovery where the scope is foggy. Free scoping ends after two sessions.':
    'Bieten Sie eine bezahlte Voruntersuchung an, wo der Umfang im Nebel liegt. Kostenlos sind zwei Termine.',
  'The client signed off the list of deliverables': 'Der Kunde hat die Liste der Ergebnisse freigegeben',
  'The client shared a budget range': 'Der Kunde hat einen Budgetrahmen genannt',
  'Scope and effort known': 'Umfang und Aufwand bekannt',
  'Write down the scope and the estimated days before you leave scoping.':
    'Halten Sie Umfang und geschätzte Tage fest, bevor Sie die Abgrenzung verlassen.',
  'Approach, team, plan and price are presented to those who decide.':
    'Vorgehen, Team, Plan und Preis werden denen vorgestellt, die entscheiden.',
  'Present in person with the people who will do the work. Two options, never one.':
    'Stellen Sie persönlich vor, mit den Menschen, die die Arbeit tun werden. Zwei Varianten, nie nur eine.',
  'The sponsor presented our proposal internally': 'Der Auftraggeber hat unser Angebot intern vorgestellt',
  'The client named their preferred option': 'Der Kunde hat die bevorzugte Variante genannt',
  'Day rate covers cost': 'Tagessatz deckt die Kosten',
  'The day rate is below 600, which does not cover cost. Raise it or talk to the director.':
    'Der Tagessatz liegt unter 600 und deckt die Kosten nicht. Erhöhen Sie ihn oder sprechen Sie mit der Vertriebsleitung.',
  'Price follows effort': 'Preis folgt dem Aufwand',
  'The amount is more than 20% below estimated days times day rate. Check scope or price.':
    'Der Betrag liegt mehr als 20 % unter geschätzten Tagen mal Tagessatz. Prüfen Sie Umfang oder Preis.',
  'Statement of work': 'Leistungsbeschreibung',
  'The verbal yes is turned into paper: scope, milestones, acceptance, payment.':
    'Aus der mündlichen Zusage wird Papier: Umfang, Meilensteine, Abnahme, Zahlung.',
  'Reserve the team only once the start date is in writing. Change requests are priced, not promised.':
    'Reservieren Sie das Team erst, wenn der Start schriftlich feststeht. Änderungen bekommen einen Preis, kein Versprechen.',
  'The client returned the draft with comments': 'Der Kunde hat den Entwurf mit Anmerkungen zurückgegeben',
  'Start date and team are agreed': 'Start und Team sind vereinbart',
  Engaged: 'Beauftragt',
  'The statement of work is signed; the kick-off is booked.':
    'Die Leistungsbeschreibung ist unterschrieben; der Auftakt ist gebucht.',
  'Kick-off within ten days, with the sponsor in the room.':
    'Auftakt binnen zehn Tagen, mit dem Auftraggeber im Raum.',
  'Statement of work signed': 'Leistungsbeschreibung unterschrieben',
  'Nobody starts without a signed statement of work. File it first.':
    'Niemand beginnt ohne unterschriebene Leistungsbeschreibung. Legen Sie sie zuerst ab.',
  'Not engaged': 'Nicht beauftragt',
  'Another firm, an internal team, or no project.': 'Ein anderes Haus, ein internes Team oder kein Projekt.',
  'Stay in touch: every third lost project comes back within a year.':
    'Bleiben Sie in Kontakt: Jedes dritte verlorene Projekt kommt binnen eines Jahres zurück.',
  'Worth scoping': 'Abgrenzung lohnt sich',
  'Scope agreed': 'Umfang vereinbart',
  'Verbal yes': 'Mündliche Zusage',
  'A scoped project is engaged': 'Ein abgegrenztes Projekt wird beauftragt',
  'The deal desk refuses thin margins': 'Der Deal Desk lehnt dünne Margen ab',
} as const
