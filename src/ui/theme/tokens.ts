/**
 * All the values that the look is made of: colour, type, space, elevation, motion. Components and plain CSS read them
 * as CSS variables (`--color-…`, `--stage-…`, `--space-…`), so a theme switch repaints without rendering anything.
 * `tokens.test.ts` holds every text pair to 4.5:1 and every line, icon and ring that carries meaning to 3:1.
 */

const light = {
  bg: '#f7f8f9',
  surface: '#ffffff',
  raised: '#ffffff',
  sunken: '#f1f2f4',
  hover: '#f1f2f5',
  selected: '#eceefc',
  text: '#171a21',
  textMuted: '#535a67',
  textSubtle: '#646b78',
  line: '#e3e5e9',
  lineStrong: '#828996',
  accent: '#4450c8',
  accentHover: '#3843b0',
  accentText: '#3d48bd',
  accentSurface: '#eef0fd',
  onAccent: '#ffffff',
  focus: '#3d48bd',
  error: '#c3242f',
  errorFill: '#c3242f',
  errorText: '#ae1d28',
  errorSurface: '#fdf0f0',
  warning: '#a76100',
  warningText: '#885000',
  warningSurface: '#fdf5e6',
  success: '#1c8049',
  successText: '#176b3d',
  successSurface: '#ecf8f1',
  info: '#2a6fc4',
  infoText: '#235fa8',
  infoSurface: '#eef5fd',
  edge: '#7d8593',
  edgeActive: '#4450c8',
  grid: '#d9dce2',
  backdrop: 'rgb(20 23 31 / 0.36)',
} as const

export type ColorName = keyof typeof light
type Colors = Readonly<Record<ColorName, string>>

const dark: Colors = {
  bg: '#0f1114',
  surface: '#16191e',
  raised: '#1d2127',
  sunken: '#0c0e11',
  hover: '#1f232a',
  selected: '#242845',
  text: '#eceef2',
  textMuted: '#a9b0bd',
  textSubtle: '#939baa',
  line: '#2a2f37',
  lineStrong: '#717987',
  accent: '#5a66e0',
  accentHover: '#4e5ad6',
  accentText: '#a3acff',
  accentSurface: '#202441',
  onAccent: '#ffffff',
  focus: '#a3acff',
  error: '#f0616a',
  errorFill: '#cf3a44',
  errorText: '#ff9298',
  errorSurface: '#35191c',
  warning: '#d99a2b',
  warningText: '#ecb95e',
  warningSurface: '#302510',
  success: '#3aa66b',
  successText: '#6fcf98',
  successSurface: '#12291d',
  info: '#5b9be6',
  infoText: '#8fbdf2',
  infoSurface: '#152538',
  edge: '#78808e',
  edgeActive: '#a3acff',
  grid: '#2b3038',
  backdrop: 'rgb(0 0 0 / 0.6)',
}

/** What becomes stronger when more contrast is asked for; everything else stays. */
const lightMoreContrast: Partial<Colors> = {
  text: '#000000',
  textMuted: '#24282f',
  textSubtle: '#2f343d',
  line: '#6b7280',
  lineStrong: '#30353e',
  accent: '#2a35a0',
  accentText: '#222c8f',
  focus: '#000000',
  edge: '#30353e',
  edgeActive: '#222c8f',
}
const darkMoreContrast: Partial<Colors> = {
  bg: '#000000',
  surface: '#08090b',
  raised: '#0f1114',
  text: '#ffffff',
  textMuted: '#dfe3ea',
  textSubtle: '#cdd2db',
  line: '#8b93a1',
  lineStrong: '#cdd2db',
  accentText: '#c8ceff',
  focus: '#ffffff',
  edge: '#cdd2db',
  edgeActive: '#c8ceff',
}

export const stageTones = [
  'blue',
  'yellow',
  'purple',
  'orange',
  'green',
  'red',
  'gray',
  'won',
  'lost',
  'inactive',
] as const
/** The seven colours a stage may have, and the three states that overrule them. */
export type StageTone = (typeof stageTones)[number]

/** A tint to lie on, a line or shape with 3:1 on tint, card and canvas, and a text with 4.5:1 on all three. */
export interface StageTokens {
  readonly surface: string
  readonly border: string
  readonly text: string
}

const lightStages: Readonly<Record<StageTone, StageTokens>> = {
  blue: { surface: '#edf4fd', border: '#2f7ad6', text: '#1d5aa8' },
  yellow: { surface: '#fcf6dc', border: '#9c7a06', text: '#74590a' },
  purple: { surface: '#f5f0fd', border: '#8656d6', text: '#6a3bb8' },
  orange: { surface: '#fef2e8', border: '#cc5f0c', text: '#9a4507' },
  green: { surface: '#eaf7ef', border: '#2b8a55', text: '#1b6a3e' },
  red: { surface: '#fdefef', border: '#d2444d', text: '#a9242d' },
  gray: { surface: '#f1f2f4', border: '#767d8a', text: '#505763' },
  won: { surface: '#e3f5ea', border: '#1c7c46', text: '#145c34' },
  lost: { surface: '#fbe9ea', border: '#b82e37', text: '#932029' },
  inactive: { surface: '#f4f5f6', border: '#7f8692', text: '#5b626e' },
}

const darkStages: Readonly<Record<StageTone, StageTokens>> = {
  blue: { surface: '#14263c', border: '#5b9be6', text: '#9cc5f5' },
  yellow: { surface: '#2b2510', border: '#c9a227', text: '#e6cc70' },
  purple: { surface: '#261d3b', border: '#a583e8', text: '#c9b3f6' },
  orange: { surface: '#33200f', border: '#e08a43', text: '#f3b582' },
  green: { surface: '#13291d', border: '#46a874', text: '#8bd6ac' },
  red: { surface: '#351a1d', border: '#e56a72', text: '#f7a5aa' },
  gray: { surface: '#22262d', border: '#858d9b', text: '#bcc3ce' },
  won: { surface: '#102d1c', border: '#3fb573', text: '#86dcab' },
  lost: { surface: '#38181b', border: '#ea5c66', text: '#fba6ab' },
  inactive: { surface: '#1b1e23', border: '#7b8391', text: '#a2a9b6' },
}

export interface Scheme {
  readonly colors: Colors
  readonly stages: Readonly<Record<StageTone, StageTokens>>
  readonly shadows: { readonly low: string; readonly middle: string; readonly high: string }
}

export const schemes = {
  light: {
    colors: light,
    stages: lightStages,
    shadows: {
      low: '0 1px 2px rgb(20 23 31 / 0.06)',
      middle: '0 1px 2px rgb(20 23 31 / 0.06), 0 4px 12px rgb(20 23 31 / 0.08)',
      high: '0 2px 6px rgb(20 23 31 / 0.08), 0 16px 40px rgb(20 23 31 / 0.16)',
    },
  },
  dark: {
    colors: dark,
    stages: darkStages,
    shadows: {
      low: '0 1px 2px rgb(0 0 0 / 0.4)',
      middle: '0 1px 2px rgb(0 0 0 / 0.4), 0 6px 16px rgb(0 0 0 / 0.4)',
      high: '0 2px 6px rgb(0 0 0 / 0.5), 0 20px 48px rgb(0 0 0 / 0.6)',
    },
  },
} as const satisfies Record<string, Scheme>
export type SchemeName = keyof typeof schemes

export const moreContrast: Readonly<Record<SchemeName, Partial<Colors>>> = {
  light: lightMoreContrast,
  dark: darkMoreContrast,
}

/** The same in every scheme. Text in rem, so that a larger browser font enlarges everything. */
export const measures = {
  'font-sans': "'Inter Variable', system-ui, -apple-system, 'Segoe UI', sans-serif",
  'font-mono': "ui-monospace, 'SF Mono', 'Cascadia Mono', Menlo, Consolas, monospace",
  'text-2xs': '0.6875rem',
  'text-xs': '0.75rem',
  'text-s': '0.8125rem',
  'text-m': '0.875rem',
  'text-l': '1rem',
  'text-xl': '1.25rem',
  'text-2xl': '1.5rem',
  'space-1': '4px',
  'space-2': '8px',
  'space-3': '12px',
  'space-4': '16px',
  'space-5': '20px',
  'space-6': '24px',
  'space-8': '32px',
  'space-12': '48px',
  'radius-s': '4px',
  'radius-m': '6px',
  'radius-l': '8px',
  'control-height': '32px',
  'motion-fast': '100ms',
  'motion-base': '160ms',
  'motion-ease': 'cubic-bezier(0.2, 0, 0, 1)',
} as const
