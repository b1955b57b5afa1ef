export const exportOutcome = {
  failedTitle: 'Der Export hat nicht geklappt',
  failed: '{{why}} Der Prozess ist unverändert.',
  withoutTitle: 'Gespeichert, ohne was verborgen ist',
  without:
    'Ihr Unternehmen verbirgt diese Felder vor Ihnen: {{fields}}. Die Datei sagt das an ihrer Stelle; wo sie importiert wird, beginnen sie leer.',
  close: 'Schließen',
} as const
