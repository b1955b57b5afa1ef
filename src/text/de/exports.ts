export const exports = {
  export: 'Exportieren',
  exportMenu: '{{name}} exportieren',
  exportJson: 'Stagecraft-Prozess (JSON)',
  exportSvg: 'Bild (SVG)',
  exportPng: 'Bild (PNG)',
  exported: '{{file}} liegt in Ihren Downloads.',
  pictureTooLarge: 'Der Prozess ist zu groß für ein PNG-Bild. Exportieren Sie ihn als SVG.',
  pictureFailed: 'Der Browser konnte das Bild nicht zeichnen. Exportieren Sie es als SVG.',
} as const
