/** Die Palette neben der Zeichnung. */
export const palette = {
  title: 'Palette',
  hide: 'Palette ausblenden',
  show: 'Palette einblenden',
  hint: 'In die Zeichnung oder auf einen Übergang ziehen. Ein Klick fügt nach der aktiven Phase ein.',
  stages: 'Phasen',
  open: 'Offene Phase',
  won: 'Gewonnen',
  lost: 'Verloren',
  categories: 'Kategorien',
  recent: 'Zuletzt verwendet',
  templates: 'Aus Vorlagen',
  template: 'Vorlage',
  loading: 'Die Liste der Vorlagenphasen',
} as const
