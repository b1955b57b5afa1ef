export const handbook = {
  title: 'Printable handbook',
} as const
