/** Woher der Wert eines Feldes kommt, neben dem Feld erzählt. */
export const provenance = {
  button: 'Woher {{field}} kommt',
  buttonChanged: 'Woher {{field}} kommt: in diesem Entwurf geändert',
  showAll: 'Zeigen, woher jeder Wert kommt',
  changedHere: 'In diesem Entwurf geändert',
  changedHereAt: 'In diesem Entwurf geändert, {{at}}',
  step: 'durch den Schritt „{{label}}“',
  moreSteps_one: 'und {{count}} früheren Schritt',
  moreSteps_other: 'und {{count}} frühere Schritte',
  addedHere: 'Gesetzt beim Hinzufügen, {{at}}',
  differs: 'Anders als in Revision {{revision}}. Der Schritt steht nicht mehr im Verlauf dieses Entwurfs.',
  start:
    'Gesetzt, als der Prozess angelegt wurde: von Hand, durch eine Vorlage oder einen Import. Seither nicht geändert.',
  startAt:
    'Gesetzt, als der Prozess angelegt wurde, {{at}}: von Hand, durch eine Vorlage oder einen Import. Seither nicht geändert.',
  was: 'Vorher',
  now: 'Jetzt',
  putBack: 'Zurücksetzen',
  putBackNot: 'Nicht zurückgesetzt. {{reason}}',
  published: 'Wie veröffentlicht',
  publishedBy: 'Revision {{revision}}, {{at}}, von {{name}}',
  publishedNoLater: 'Dasselbe mindestens seit Revision {{revision}}.',
  lookFurther: 'Weiter zurück suchen',
  looking: 'Revision {{revision}} wird angesehen …',
  offline: 'Dieses Gerät ist offline; wer es veröffentlicht hat, lässt sich jetzt nicht nachsehen.',
  failed: 'Die Revisionen konnten nicht gelesen werden. {{why}}',
  retry: 'Erneut versuchen',
} as const
