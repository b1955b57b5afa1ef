/** Was mehrere Vorlagen gleich nennen. */
export const shared = {
  Proposal: 'Angebot',
  Negotiation: 'Verhandlung',
  'Closed Won': 'Gewonnen',
  'Closed Lost': 'Verloren',
  Qualified: 'Qualifiziert',
  Accepted: 'Angenommen',
  Signed: 'Unterschrieben',
  Lost: 'Verloren',
  'Budget confirmed': 'Budget bestätigt',
  'Terms agreed': 'Konditionen vereinbart',
  'Mark as lost': 'Als verloren kennzeichnen',
  Ordered: 'Bestellt',
  Inquiry: 'Anfrage',
  Booked: 'Gebucht',
} as const
