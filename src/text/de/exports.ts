export const exports = {
  export: 'Exportieren',
  exportMenu: '{{name}} exportieren',
  exportJson: 'Stagecraft-Prozess (JSON)',
  exportSvg: 'Bild (SVG)',
  exportPng: 'Bild (PNG)',
  exported: '{{file}} liegt in Ihren Downloads.',
  exportFailedTitle: 'Der Export hat nicht geklappt',
  exportFailed: '{{why}} Der Prozess ist unverändert.',
  exportWithoutTitle: 'Gespeichert, ohne was verborgen ist',
  exportWithout:
    'Ihr Unternehmen verbirgt diese Felder vor Ihnen: {{fields}}. Die Datei sagt das an ihrer Stelle; wo sie importiert wird, beginnen sie leer.',
  close: 'Schließen',
  pictureTooLarge: 'Der Prozess ist zu groß für ein PNG-Bild. Exportieren Sie ihn als SVG.',
  pictureFailed: 'Der Browser konnte das Bild nicht zeichnen. Exportieren Sie es als SVG.',
} as const
