/** The palette beside the canvas. */
export const palette = {
  title: 'Palette',
  hide: 'Hide the palette',
  show: 'Show the palette',
  hint: 'Drag onto the canvas or onto a transition. A click adds after the active stage.',
  stages: 'Stages',
  open: 'Open stage',
  won: 'Closed won',
  lost: 'Closed lost',
  categories: 'Categories',
  recent: 'Recently used',
  templates: 'From templates',
  template: 'Template',
  loading: 'template stages',
} as const
