import { expect, it } from 'vitest'
import { palettes } from '../../interchange/picture/palette.ts'
import { schemes } from '../../ui/theme/tokens.ts'

it.each(['light', 'dark'] as const)('a %s picture has the colors of the app', (scheme) => {
  const { colors, stages } = schemes[scheme]
  const { tones, ...rest } = palettes[scheme]
  expect(rest).toEqual({
    background: colors.bg,
    card: colors.surface,
    line: colors.line,
    text: colors.text,
    textMuted: colors.textMuted,
    edge: colors.edge,
  })
  expect(tones).toEqual(
    Object.fromEntries(Object.entries(stages).map(([tone, { border }]) => [tone, border])),
  )
})
