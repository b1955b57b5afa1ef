/** Die Vorlage „Standard mit sechs Phasen“. */
export const standardSix = {
  'Standard six': 'Standard mit sechs Phasen',
  'Six stages that fit most business-to-business teams: find, qualify, propose, negotiate, close.':
    'Sechs Phasen, die zu den meisten B2B-Teams passen: finden, qualifizieren, anbieten, verhandeln, abschließen.',
  'Teams that want a sound start today': 'Teams, die heute einen guten Anfang wollen',
  Prospecting: 'Akquise',
  'A named company with a plausible need, and somebody there who answers.':
    'Ein bestimmtes Unternehmen mit glaubhaftem Bedarf, und jemand dort, der antwortet.',
  'Learn enough to earn a first conversation. Stop after five attempts without an answer.':
    'Bringen Sie genug in Erfahrung, um ein erstes Gespräch zu verdienen. Hören Sie nach fünf Versuchen ohne Antwort auf.',
  'A contact agreed to a first conversation': 'Ein Ansprechpartner hat einem ersten Gespräch zugestimmt',
  'The contact described a need in their own words':
    'Der Ansprechpartner hat den Bedarf in eigenen Worten beschrieben',
  Qualification: 'Qualifizierung',
  'Need, money, people and time are checked before anyone writes a proposal.':
    'Bedarf, Geld, Beteiligte und Zeit werden geprüft, bevor jemand ein Angebot schreibt.',
  'Ask what happens if they do nothing. A need without a consequence seldom becomes a deal.':
    'Fragen Sie, was geschieht, wenn nichts geschieht. Aus einem Bedarf ohne Folgen wird selten ein Deal.',
  'The customer confirmed a budget range': 'Der Kunde hat einen Budgetrahmen bestätigt',
  'The customer named who decides and by when': 'Der Kunde hat genannt, wer entscheidet und bis wann',
  'The customer has our solution and price in writing.':
    'Dem Kunden liegen Lösung und Preis schriftlich vor.',
  'Never send a proposal that has not been talked through. Present it, then send it.':
    'Versenden Sie nie ein Angebot, das nicht besprochen ist. Erst vorstellen, dann versenden.',
  'The decision maker saw the proposal': 'Wer entscheidet, hat das Angebot gesehen',
  'The customer said what would have to change': 'Der Kunde hat gesagt, was sich ändern müsste',
  'Close date lies ahead': 'Abschlussdatum liegt in der Zukunft',
  'Set a close date that is not in the past.':
    'Geben Sie ein Abschlussdatum an, das nicht in der Vergangenheit liegt.',
  'The customer wants us; terms, price and paper are being agreed.':
    'Der Kunde will uns; Konditionen, Preis und Vertrag werden vereinbart.',
  'Trade, do not give: every concession has a return. Keep the decision maker in the room.':
    'Tauschen Sie, statt zu geben: Jedes Zugeständnis hat seinen Gegenwert. Halten Sie den Entscheider im Raum.',
  'The customer chose us in writing': 'Der Kunde hat sich schriftlich für uns entschieden',
  'Legal and purchasing named their open points': 'Recht und Einkauf haben ihre offenen Punkte genannt',
  'The contract is signed by both sides.': 'Der Vertrag ist von beiden Seiten unterschrieben.',
  'Thank everyone, hand over within two days, ask for a reference in ninety.':
    'Danken Sie allen, übergeben Sie binnen zwei Tagen und bitten Sie in neunzig um eine Referenz.',
  'The customer decided otherwise, or not to decide.':
    'Der Kunde hat sich anders entschieden oder will nicht entscheiden.',
  'Write down the true reason while it is fresh.':
    'Schreiben Sie den wahren Grund auf, solange er frisch ist.',
  'Contact made': 'Kontakt hergestellt',
  'Worth a proposal': 'Ein Angebot lohnt sich',
  'Enter an amount of at least 1,000: smaller deals are handled by the web shop.':
    'Geben Sie einen Betrag von mindestens 1.000 an: Kleinere Deals laufen über den Webshop.',
  'A well-kept deal is won': 'Ein gut gepflegter Deal wird gewonnen',
  'No proposal without an amount': 'Kein Angebot ohne Betrag',
} as const
