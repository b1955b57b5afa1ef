/** Was die Sammlung von den fertigen Vorlagen zeigt. Was in ihnen steht, gehört zum Prozess und bleibt. */
import type { SentenceBook } from '../../sentences.ts'

export const templates: SentenceBook = {
  'Any industry': 'Jede Branche',
  'Software and IT': 'Software und IT',
  'Professional services': 'Dienstleistung und Beratung',
  'Events and hospitality': 'Veranstaltungen und Gastgewerbe',
  'Manufacturing and distribution': 'Fertigung und Handel',
  'Standard six': 'Standard mit sechs Phasen',
  'Six stages that fit most business-to-business teams: find, qualify, propose, negotiate, close.':
    'Sechs Phasen, die zu den meisten B2B-Teams passen: finden, qualifizieren, anbieten, verhandeln, abschließen.',
  'Teams that want a sound start today': 'Teams, die heute einen guten Anfang wollen',
  'SaaS subscription': 'SaaS-Abonnement',
  'From the first request through a trial with agreed goals to a signed subscription.':
    'Von der ersten Anfrage über einen Test mit vereinbarten Zielen zum unterschriebenen Abonnement.',
  'Software teams selling 10 to 500 seats': 'Softwareteams, die 10 bis 500 Plätze verkaufen',
  'Enterprise MEDDICC': 'Konzernvertrieb nach MEDDICC',
  'Seven gated stages on metrics, economic buyer, decision, paper, pain, champion and competition.':
    'Sieben geprüfte Phasen zu Kennzahlen, Entscheider, Entscheidung, Vertrag, Bedarf, Fürsprecher und Wettbewerb.',
  'Enterprise teams with six-figure deals and buying committees':
    'Konzernvertrieb mit sechsstelligen Deals und Einkaufsgremien',
  'BANT inside sales': 'Innendienst nach BANT',
  'High volume by phone and video: qualified by budget, authority, need and time, closed within a month.':
    'Viele Deals über Telefon und Video: nach Budget, Befugnis, Bedarf und Zeit qualifiziert, in einem Monat abgeschlossen.',
  'Inside sales teams with many small deals': 'Innendienstteams mit vielen kleinen Deals',
  Consulting: 'Beratung',
  'From inquiry over scoping to a signed statement of work, with effort and rate checked.':
    'Von der Anfrage über die Abgrenzung zum unterschriebenen Auftrag, mit geprüftem Aufwand und Satz.',
  'Agencies and consultancies that sell projects': 'Agenturen und Beratungen, die Projekte verkaufen',
  'Event planning': 'Veranstaltungsplanung',
  'From the first inquiry over concept and site visit to a contract with a deposit.':
    'Von der ersten Anfrage über Konzept und Besichtigung zum Vertrag mit Anzahlung.',
  'Venues, caterers and event agencies': 'Häuser, Caterer und Eventagenturen',
  'Channel partner': 'Vertriebspartner',
  'Deal registration, joint discovery and a partner quote, with the partner’s protection in every step.':
    'Anmeldung des Deals, gemeinsame Bedarfsklärung und Partnerangebot, mit Partnerschutz in jedem Schritt.',
  'Vendors that sell through resellers and integrators':
    'Anbieter, die über Händler und Integratoren verkaufen',
  Renewal: 'Verlängerung',
  'From 120 days before the end of the contract to renewed, with health and risks looked at early.':
    'Von 120 Tagen vor Vertragsende bis zur Verlängerung; Zustand und Risiken werden früh angesehen.',
  'Customer success and account management': 'Kundenbetreuung und Account-Management',
}
