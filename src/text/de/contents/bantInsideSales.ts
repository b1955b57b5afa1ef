/** Die Vorlage „Innendienst nach BANT“. */
export const bantInsideSales = {
  'BANT inside sales': 'Innendienst nach BANT',
  'High volume by phone and video: qualified by budget, authority, need and time, closed within a month.':
    'Viele Deals über Telefon und Video: nach Budget, Befugnis, Bedarf und Zeit qualifiziert, in einem Monat abgeschlossen.',
  'Inside sales teams with many small deals': 'Innendienstteams mit vielen kleinen Deals',
  'New lead': 'Neuer Lead',
  'A lead from marketing or an outbound list, not spoken to yet.':
    'Ein Lead aus dem Marketing oder einer Anrufliste, noch nicht gesprochen.',
  'Six touches in ten days over three channels, then stop.':
    'Sechs Versuche in zehn Tagen über drei Kanäle, dann aufhören.',
  'The lead picked up or answered': 'Der Lead hat abgenommen oder geantwortet',
  Contacted: 'Im Gespräch',
  'We are talking; budget, authority, need and time are being asked for.':
    'Wir sprechen; Budget, Befugnis, Bedarf und Zeit werden erfragt.',
  'Need first, then time, then authority, and money last.':
    'Zuerst der Bedarf, dann die Zeit, dann die Befugnis, und das Geld zuletzt.',
  'The lead described a need': 'Der Lead hat einen Bedarf beschrieben',
  'The lead said who decides': 'Der Lead hat gesagt, wer entscheidet',
  Nurture: 'Warmhalten',
  'Interested, but not now. Comes back when something changes.':
    'Interessiert, aber nicht jetzt. Kommt wieder, wenn sich etwas ändert.',
  'One useful message a month. Call when they open two in a row.':
    'Eine nützliche Nachricht im Monat. Rufen Sie an, wenn zwei nacheinander geöffnet werden.',
  'The lead asked to be contacted again': 'Der Lead hat um erneuten Kontakt gebeten',
  'Budget, authority, need and time are known: a demo is worth everyone’s hour.':
    'Budget, Befugnis, Bedarf und Zeit sind bekannt: Eine Demo ist allen die Stunde wert.',
  'Send the agenda with the invitation. Whoever decides has to be on the call.':
    'Schicken Sie die Tagesordnung mit der Einladung. Wer entscheidet, muss dabei sein.',
  'The decision maker accepted the demo invitation': 'Wer entscheidet, hat die Einladung zur Demo angenommen',
  Demo: 'Vorführung',
  'Shown what they asked for, nothing else.': 'Gezeigt wird, wonach gefragt wurde, sonst nichts.',
  'Three things that answer their need, then silence. Ask for the next step before the call ends.':
    'Drei Dinge, die den Bedarf treffen, dann schweigen. Fragen Sie nach dem nächsten Schritt, bevor das Gespräch endet.',
  'The decision maker saw the product': 'Wer entscheidet, hat das Produkt gesehen',
  'They asked for a quote': 'Es wurde um ein Angebot gebeten',
  Quote: 'Kurzangebot',
  'A quote with an end date is out.': 'Ein befristetes Angebot ist draußen.',
  'Quotes live for 14 days. Call on day 2, 7 and 13.':
    'Angebote gelten 14 Tage. Rufen Sie an Tag 2, 7 und 13 an.',
  'The customer confirmed that the quote arrived and is complete':
    'Der Kunde hat bestätigt, dass das Angebot vollständig angekommen ist',
  'Discount within the team’s limit': 'Rabatt im Rahmen des Teams',
  'Inside sales may give up to 15%. Ask the director for more.':
    'Der Innendienst darf bis zu 15 % geben. Mehr genehmigt die Vertriebsleitung.',
  Won: 'Gewonnen',
  'Ordered.': 'Bestellt.',
  'Ask for two introductions while they are happy.':
    'Bitten Sie um zwei Empfehlungen, solange die Freude frisch ist.',
  'No need, no budget, no answer, or someone else.':
    'Kein Bedarf, kein Budget, keine Antwort, oder jemand anders.',
  'Choose the reason in ten seconds and call the next lead.':
    'Wählen Sie in zehn Sekunden den Grund und rufen Sie den nächsten Lead an.',
  'In touch': 'Erreicht',
  'BANT complete': 'BANT vollständig',
  'Budget, authority, need and time': 'Budget, Befugnis, Bedarf und Zeit',
  'Fill in budget, decision maker, customer need and target start date: the deal then moves by itself.':
    'Füllen Sie Budget, Entscheider, Kundenbedarf und gewünschten Start aus: Dann rückt der Deal von selbst weiter.',
  'Not now': 'Nicht jetzt',
  'Awake again': 'Wieder wach',
  'Confirm the budget before a nurtured lead is qualified.':
    'Bestätigen Sie das Budget, bevor ein warmgehaltener Lead qualifiziert wird.',
  'Demo held': 'Demo gehalten',
  'Wants a quote': 'Will ein Angebot',
  'BANT complete moves the deal by itself': 'Vollständiges BANT rückt den Deal von selbst weiter',
  'A deep discount is stopped at the quote': 'Ein hoher Rabatt wird beim Angebot angehalten',
} as const
