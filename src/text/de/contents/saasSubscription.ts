/** Die Vorlage „SaaS-Abonnement“. */
export const saasSubscription = {
  'SaaS subscription': 'SaaS-Abonnement',
  'From the first request through a trial with agreed goals to a signed subscription.':
    'Von der ersten Anfrage über einen Test mit vereinbarten Zielen zum unterschriebenen Abonnement.',
  'Software teams selling 10 to 500 seats': 'Softwareteams, die 10 bis 500 Plätze verkaufen',
  'New request': 'Neue Anfrage',
  'Somebody asked for a demo, a price or a trial. Answer within one working day.':
    'Jemand hat nach einer Demo, einem Preis oder einem Test gefragt. Antworten Sie binnen eines Werktags.',
  'Speed wins: half of all requests go to whoever answers first.':
    'Tempo gewinnt: Die Hälfte aller Anfragen geht an den, der zuerst antwortet.',
  'The requester agreed to a discovery call': 'Der Anfragende hat einem Bedarfsgespräch zugestimmt',
  Discovery: 'Bedarfsermittlung',
  'What they do today, what it costs them, who will use the product and who will pay.':
    'Was sie heute tun, was es kostet, wer das Produkt nutzen und wer es bezahlen wird.',
  'Leave with one use case, one number it moves and one person who wants it moved.':
    'Gehen Sie mit einem Anwendungsfall, einer Kennzahl, die er bewegt, und einer Person, die das will.',
  'The customer named a use case and its owner':
    'Der Kunde hat einen Anwendungsfall und dessen Verantwortlichen genannt',
  'The customer described how they buy software': 'Der Kunde hat beschrieben, wie er Software einkauft',
  Trial: 'Test',
  'The customer works in the product, against goals agreed in writing.':
    'Der Kunde arbeitet im Produkt, mit schriftlich vereinbarten Zielen.',
  'A trial without an end date and a goal is a free licence. Check in on day 3, 7 and 12.':
    'Ein Test ohne Enddatum und Ziel ist eine Gratislizenz. Melden Sie sich an Tag 3, 7 und 12.',
  'Three users were active in the first week': 'Drei Personen waren in der ersten Woche aktiv',
  'The customer confirmed that the goals are met': 'Der Kunde hat bestätigt, dass die Ziele erreicht sind',
  'Enough users to try with': 'Genug Personen für den Test',
  'Plan the trial for at least 3 seats: with fewer the product shows nothing.':
    'Planen Sie den Test für mindestens 3 Plätze: Mit weniger zeigt das Produkt nichts.',
  'Plan, seats, price and start date are on the table.':
    'Tarif, Plätze, Preis und Startdatum liegen auf dem Tisch.',
  'Show three plans and recommend one. Talk about annual billing before they ask for a discount.':
    'Zeigen Sie drei Tarife und empfehlen Sie einen. Sprechen Sie über jährliche Abrechnung, bevor nach Rabatt gefragt wird.',
  'The budget owner saw the price': 'Wer das Budget verantwortet, hat den Preis gesehen',
  'The customer said which plan they want': 'Der Kunde hat gesagt, welchen Tarif er will',
  'Trial goals met': 'Testziele erreicht',
  'Say whether the trial goals were met before you propose.':
    'Geben Sie an, ob die Testziele erreicht wurden, bevor Sie anbieten.',
  Contract: 'Vertrag',
  'Security, legal and purchasing are at work on the order form.':
    'Sicherheit, Recht und Einkauf arbeiten am Bestellformular.',
  'Send the security questionnaire before it is asked for. Agree on a signature date backwards from go-live.':
    'Schicken Sie den Sicherheitsfragebogen, bevor danach gefragt wird. Vereinbaren Sie den Tag der Unterschrift rückwärts vom Start aus.',
  'Purchasing has the order form': 'Dem Einkauf liegt das Bestellformular vor',
  'The customer named who signs and when': 'Der Kunde hat genannt, wer wann unterschreibt',
  'Discount within reason': 'Rabatt im Rahmen',
  'More than 40% discount is another product. Reduce the scope instead.':
    'Mehr als 40 % Rabatt ist ein anderes Produkt. Verringern Sie stattdessen den Umfang.',
  Subscribed: 'Abonniert',
  'The order form is signed and the first invoice goes out.':
    'Das Bestellformular ist unterschrieben, die erste Rechnung geht hinaus.',
  'Introduce customer success on the day of signature.':
    'Stellen Sie die Kundenbetreuung am Tag der Unterschrift vor.',
  'They chose another way, or none.': 'Der Kunde geht einen anderen Weg oder keinen.',
  'Ask what would have had to be true. Set a date to call again.':
    'Fragen Sie, was hätte anders sein müssen. Vereinbaren Sie, wann Sie wieder anrufen.',
  'Call agreed': 'Gespräch vereinbart',
  'Start trial': 'Test beginnen',
  'Skip trial': 'Test überspringen',
  'Small enough': 'Klein genug',
  'Above 25 seats a trial comes first.': 'Über 25 Plätzen kommt zuerst ein Test.',
  'Trial over': 'Test beendet',
  'Plan chosen': 'Tarif gewählt',
  'Price above zero': 'Preis über null',
  'Enter the amount of the chosen plan.': 'Geben Sie den Betrag des gewählten Tarifs an.',
  'Trial, small discount, subscribed': 'Test, kleiner Rabatt, abonniert',
  'Large teams cannot skip the trial': 'Große Teams können den Test nicht überspringen',
} as const
