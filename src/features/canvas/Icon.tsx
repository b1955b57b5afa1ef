/** Small signs on cards and chips, drawn as paths: no component library inside a node (it doubles the time to ready). */

const paths = {
  open: 'M4 8h16v11H4zM9 8V5h6v3',
  won: 'M5 13l4 4L19 7',
  lost: 'M6 6l12 12M18 6L6 18',
  inactive: 'M8 6v12M16 6v12',
  entry: 'M6 21V4h11l-2 4 2 4H6',
  global: 'M12 3v6M12 15v6M3 12h6M15 12h6M12 12h.01',
  field: 'M5 6h14M5 12h14M5 18h8',
  rule: 'M4 6h10M4 12h6M4 18h8M15 15l2.5 2.5L22 12',
  approval: 'M9 11a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM2 21c0-4 3-6 7-6M15 18l2.5 2.5L22 15',
  error: 'M12 3l9 9-9 9-9-9zM12 8v5M12 16h.01',
  warning: 'M12 4l9 16H3zM12 10v4M12 17h.01',
  info: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM12 11v5M12 8h.01',
  automatic: 'M13 2L4 14h7l-1 8 9-12h-7z',
  rework: 'M9 14L4 9l5-5M4 9h10a6 6 0 0 1 0 12h-3',
  comment: 'M4 5h16v11H11l-5 4v-4H4z',
  timer: 'M12 21a8 8 0 1 0 0-16 8 8 0 0 0 0 16zM12 9v4l2 2M9 2h6',
} as const
export type IconName = keyof typeof paths

export function Icon({ name }: { readonly name: IconName }) {
  return (
    <svg
      viewBox="0 0 24 24"
      width="14"
      height="14"
      fill="none"
      stroke="currentColor"
      strokeWidth="2"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden
    >
      <path d={paths[name]} />
    </svg>
  )
}
