/** Die Vorlage „Vertriebspartner“. */
export const channelPartner = {
  'Channel partner': 'Vertriebspartner',
  'Deal registration, joint discovery and a partner quote, with the partner’s protection in every step.':
    'Anmeldung des Deals, gemeinsame Bedarfsklärung und Partnerangebot, mit Partnerschutz in jedem Schritt.',
  'Vendors that sell through resellers and integrators':
    'Anbieter, die über Händler und Integratoren verkaufen',
  'Deal registration': 'Anmeldung des Deals',
  'A partner registers an opportunity and asks for protection.':
    'Ein Partner meldet eine Verkaufschance an und bittet um Schutz.',
  'Answer within two working days. First come, first protected; say no with a reason.':
    'Antworten Sie binnen zwei Werktagen. Wer zuerst kommt, wird geschützt; begründen Sie ein Nein.',
  'The partner named customer, contact and need': 'Der Partner hat Kunde, Ansprechpartner und Bedarf genannt',
  Registered: 'Angemeldet',
  'No conflict with direct sales or another partner: the deal is protected.':
    'Kein Konflikt mit dem Direktvertrieb oder einem anderen Partner: Der Deal ist geschützt.',
  'Agree who does what in front of the customer. Protection lasts 90 days.':
    'Vereinbaren Sie, wer beim Kunden was tut. Der Schutz gilt 90 Tage.',
  'The partner introduced us to the customer, or said why not':
    'Der Partner hat uns dem Kunden vorgestellt oder gesagt, warum nicht',
  'Registration accepted': 'Anmeldung angenommen',
  'Accept or decline the registration first.': 'Nehmen Sie die Anmeldung zuerst an oder lehnen Sie sie ab.',
  'Joint discovery': 'Gemeinsame Bedarfsklärung',
  'Partner and vendor meet the customer together.': 'Partner und Anbieter treffen den Kunden gemeinsam.',
  'The partner leads, we add depth. One voice on price, always the partner’s.':
    'Der Partner führt, wir geben Tiefe. Beim Preis spricht nur einer: der Partner.',
  'The customer confirmed budget and date': 'Der Kunde hat Budget und Termin bestätigt',
  'Services of the partner are in the scope': 'Leistungen des Partners gehören zum Umfang',
  'Joint solution': 'Gemeinsame Lösung',
  'Products and services fit together in one design.':
    'Produkte und Leistungen passen in einem Entwurf zusammen.',
  'Design review by both engineers before the customer sees it.':
    'Beide Techniker prüfen den Entwurf, bevor der Kunde ihn sieht.',
  'The customer accepted the design': 'Der Kunde hat den Entwurf angenommen',
  'Competition known': 'Wettbewerb bekannt',
  'Ask the partner who else is in the account.': 'Fragen Sie den Partner, wer noch beim Kunden ist.',
  'Partner quote': 'Partnerangebot',
  'The partner quotes; our price to the partner is approved.':
    'Der Partner bietet an; unser Preis für den Partner ist genehmigt.',
  'A special price holds for this customer and this quote only. Put an end date on it.':
    'Ein Sonderpreis gilt nur für diesen Kunden und dieses Angebot. Befristen Sie ihn.',
  'The customer has the partner’s quote': 'Dem Kunden liegt das Angebot des Partners vor',
  'The partner confirmed the order date': 'Der Partner hat den Bestelltermin bestätigt',
  'The partner’s order is in.': 'Die Bestellung des Partners ist da.',
  'Thank the partner in public. Book the enablement for the next deal.':
    'Danken Sie dem Partner öffentlich. Buchen Sie die Schulung für den nächsten Deal.',
  'Declined, lost, or the protection ran out.': 'Abgelehnt, verloren oder der Schutz ist abgelaufen.',
  'Tell the partner first, and say what you learned.':
    'Sagen Sie es zuerst dem Partner, und was Sie gelernt haben.',
  Introduced: 'Vorgestellt',
  'Need clear': 'Bedarf klar',
  'Design agreed': 'Entwurf vereinbart',
  'A registered deal with a director’s discount': 'Ein angemeldeter Deal mit Rabatt der Vertriebsleitung',
  'No work before the registration is accepted': 'Keine Arbeit vor der Annahme der Anmeldung',
} as const
