import '@fontsource-variable/inter/wght.css'
import './base.css'
import { CacheProvider } from '@emotion/react'
import { ThemeProvider } from '@mui/material/styles'
import { type ReactNode, useMemo } from 'react'
import { usePreferences } from '../preferences/index.ts'
import { useDirection } from './direction.ts'
import { styleNonce } from './styleNonce.ts'
import { houseTheme } from './theme.ts'
import { variablesCss } from './variables.ts'

/** Not by way of Emotion, which would parse and write anew what is right as it is. */
const variables = (
  <style href="tokens" precedence="tokens" nonce={styleNonce}>
    {variablesCss()}
  </style>
)

/** Everything shown stands inside this once: the theme, the variables, the font, the direction. */
export function HouseTheme({ children }: { readonly children: ReactNode }) {
  const { motion } = usePreferences()
  const { direction, cache } = useDirection()
  const theme = useMemo(
    () => houseTheme(motion === 'reduce' ? 'always' : 'system', direction),
    [motion, direction],
  )
  return (
    <CacheProvider value={cache}>
      <ThemeProvider theme={theme}>
        {variables}
        {children}
      </ThemeProvider>
    </CacheProvider>
  )
}
