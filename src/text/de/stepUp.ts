export const stepUp = {
  title: 'Bestätigen Sie, dass Sie es sind',
  lead: 'Ihr Unternehmen verlangt vor wichtigen Änderungen Ihren zweiten Faktor. Er gilt zehn Minuten lang.',
  goOn: 'Weiter',
  cancel: 'Abbrechen',
  proven: 'Bestätigt. Die Änderung geht weiter.',
  noneTitle: 'Ein zweiter Faktor ist nötig',
  noneBody:
    'Ihr Unternehmen verlangt vor wichtigen Änderungen einen zweiten Faktor, und Sie haben noch keinen. Richten Sie in Ihrem Konto einen ein, und versuchen Sie es dann erneut; bis dahin geht nichts verloren.',
  setUp: 'Einrichten',
} as const
