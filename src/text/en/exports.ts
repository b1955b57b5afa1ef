/** Words of the ways out of a process: files and pictures. */
export const exports = {
  export: 'Export',
  exportMenu: 'Export {{name}}',
  exportJson: 'Stagecraft process (JSON)',
  exportSvg: 'Picture (SVG)',
  exportPng: 'Picture (PNG)',
  exported: '{{file}} saved to your downloads.',
  exportFailedTitle: 'The export did not work',
  exportFailed: '{{why}} The process is unchanged.',
  exportWithoutTitle: 'Saved, without what is hidden',
  exportWithout:
    'Your company hides these fields from you: {{fields}}. The file says so in their place, and they begin empty wherever it is imported.',
  close: 'Close',
  pictureTooLarge: 'The process is too large for a PNG picture. Export it as SVG.',
  pictureFailed: 'The browser could not draw the picture. Export it as SVG.',
} as const
