/** Wo ein Feld im ganzen Unternehmen verwendet wird, bevor es in den Einstellungen gelöscht wird. */
export const fieldUses = {
  show: 'Verwendung',
  showFor: 'Verwendung: {{name}}',
  title: 'Wo {{name}} verwendet wird',
  looking: 'Die Verwendung des Feldes',
  nowhere: 'Kein Prozess, keine Aktion und keine Genehmigung nennt es.',
  failed: 'Nicht alles konnte durchgesehen werden; es kann noch anderswo verwendet sein. {{why}}',
  draft: '{{process}} (Ihr Entwurf)',
  company: 'Daten des Unternehmens',
  stays:
    'Regeln, die ein gelöschtes Feld nennen, lassen sich nicht mehr prüfen. Nehmen Sie es hier zuerst heraus.',
  close: 'Schließen',
} as const
