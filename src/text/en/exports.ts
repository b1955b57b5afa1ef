/** Words of the ways out of a process: files and pictures. */
export const exports = {
  export: 'Export',
  exportMenu: 'Export {{name}}',
  exportJson: 'Stagecraft process (JSON)',
  exportSvg: 'Picture (SVG)',
  exportPng: 'Picture (PNG)',
  exported: '{{file}} saved to your downloads.',
  pictureTooLarge: 'The process is too large for a PNG picture. Export it as SVG.',
  pictureFailed: 'The browser could not draw the picture. Export it as SVG.',
} as const
