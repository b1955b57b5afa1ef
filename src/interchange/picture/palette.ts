/**
 * The colours of a picture: those of the app's light and dark schemes, written out because a file on its own knows no
 * style sheet. A test in the import room holds them to the theme.
 */
import type { StageKind, stageColors } from '../../domain/process/stage.ts'

export type PictureScheme = 'light' | 'dark'
export type PictureTone = (typeof stageColors)[number] | Exclude<StageKind, 'open'> | 'inactive'

export interface Palette {
  readonly background: string
  readonly card: string
  readonly line: string
  readonly text: string
  readonly textMuted: string
  readonly edge: string
  /** Strong enough for a bar or a ring on card and background. */
  readonly tones: Readonly<Record<PictureTone, string>>
}

export const palettes: Readonly<Record<PictureScheme, Palette>> = {
  light: {
    background: '#f7f8f9',
    card: '#ffffff',
    line: '#e3e5e9',
    text: '#171a21',
    textMuted: '#535a67',
    edge: '#7d8593',
    tones: {
      blue: '#2f7ad6',
      yellow: '#9c7a06',
      purple: '#8656d6',
      orange: '#cc5f0c',
      green: '#2b8a55',
      red: '#d2444d',
      gray: '#767d8a',
      won: '#1c7c46',
      lost: '#b82e37',
      inactive: '#7f8692',
    },
  },
  dark: {
    background: '#0f1114',
    card: '#16191e',
    line: '#2a2f37',
    text: '#eceef2',
    textMuted: '#a9b0bd',
    edge: '#78808e',
    tones: {
      blue: '#5b9be6',
      yellow: '#c9a227',
      purple: '#a583e8',
      orange: '#e08a43',
      green: '#46a874',
      red: '#e56a72',
      gray: '#858d9b',
      won: '#3fb573',
      lost: '#ea5c66',
      inactive: '#7b8391',
    },
  },
}
