export {
  type Appearance,
  appearance,
  applyAppearance,
  prefersReducedMotion,
  setAppearance,
  useAppearance,
  useShownScheme,
} from './appearance.ts'
export { HouseTheme } from './HouseTheme.tsx'
export { hidePageBehindOverlays, overlayContainer } from './overlays.ts'
export { type StageTone, stageTones } from './tokens.ts'
