export { followPreferences, prefersReducedMotion, useShownScheme } from './appearance.ts'
export { HouseTheme } from './HouseTheme.tsx'
export { hidePageBehindOverlays } from './overlays.ts'
export type { StageTone } from './tokens.ts'
