/**
 * MUI dressed in the house's tokens. Every colour is a CSS variable, so light, dark and more contrast need no second
 * theme; the three switches of MUI that are off by default (focus ring, reduced motion, forced colours) are on.
 */
import { createTheme, enhanceHighContrast, type Shadows } from '@mui/material/styles'
import type { Direction } from '../../text/direction.ts'
import { componentOverrides } from './components.ts'
import { colorVariable as color } from './variables.ts'

const family = 'var(--font-sans)'
const size = (name: string) => `var(--text-${name})`

const shadows = Array.from({ length: 25 }, (_, level) => {
  if (level === 0) return 'none'
  if (level < 3) return 'var(--shadow-low)'
  return level < 12 ? 'var(--shadow-middle)' : 'var(--shadow-high)'
}) as Shadows

const tone = (name: 'error' | 'warning' | 'success' | 'info') => ({
  main: color(name),
  light: color(`${name}Surface`),
  dark: color(`${name}Text`),
  contrastText: color('onAccent'),
})

/** The theme; `motion` is `always` where this device asked for less motion than the system does. */
export const houseTheme = (motion: 'system' | 'always', direction: Direction) =>
  enhanceHighContrast(
    createTheme({
      direction,
      cssVariables: { nativeColor: true },
      focusVisible: {
        outlineWidth: 'var(--focus-width)',
        outlineOffset: 'var(--focus-gap)',
        outlineColor: color('focus'),
      },
      motion: { reducedMotion: motion },
      palette: {
        primary: {
          main: color('accent'),
          light: color('accentSurface'),
          dark: color('accentHover'),
          contrastText: color('onAccent'),
        },
        secondary: {
          main: color('textMuted'),
          light: color('hover'),
          dark: color('text'),
          contrastText: color('surface'),
        },
        error: tone('error'),
        warning: tone('warning'),
        success: tone('success'),
        info: tone('info'),
        text: { primary: color('text'), secondary: color('textMuted'), disabled: color('textSubtle') },
        divider: color('line'),
        background: { default: color('bg'), paper: color('surface') },
        action: {
          active: color('textMuted'),
          hover: color('hover'),
          selected: color('selected'),
          disabled: color('textSubtle'),
          disabledBackground: color('sunken'),
          focus: color('hover'),
        },
      },
      shape: { borderRadius: 6 },
      spacing: 8,
      shadows,
      typography: {
        fontFamily: family,
        fontSize: 14,
        h1: {
          fontFamily: family,
          fontSize: size('xl'),
          fontWeight: 600,
          lineHeight: 1.3,
          letterSpacing: '-0.012em',
        },
        h2: {
          fontFamily: family,
          fontSize: size('l'),
          fontWeight: 600,
          lineHeight: 1.4,
          letterSpacing: '-0.008em',
        },
        h3: {
          fontFamily: family,
          fontSize: size('m'),
          fontWeight: 600,
          lineHeight: 1.4,
          letterSpacing: '-0.004em',
        },
        body1: { fontFamily: family, fontSize: size('m'), lineHeight: 1.5, letterSpacing: 0 },
        body2: { fontFamily: family, fontSize: size('s'), lineHeight: 1.5, letterSpacing: 0 },
        button: {
          fontFamily: family,
          fontSize: size('s'),
          fontWeight: 500,
          lineHeight: 1.4,
          textTransform: 'none',
          letterSpacing: 0,
        },
        caption: { fontFamily: family, fontSize: size('xs'), lineHeight: 1.45, letterSpacing: 0 },
        overline: { textTransform: 'none', letterSpacing: 0 },
      },
      transitions: {
        duration: {
          shortest: 80,
          shorter: 100,
          short: 120,
          standard: 160,
          enteringScreen: 160,
          leavingScreen: 100,
        },
      },
      components: componentOverrides,
    }),
  )
