import '@fontsource-variable/inter/wght.css'
import './base.css'
import { CacheProvider } from '@emotion/react'
import CssBaseline from '@mui/material/CssBaseline'
import GlobalStyles from '@mui/material/GlobalStyles'
import { ThemeProvider } from '@mui/material/styles'
import { type ReactNode, useMemo } from 'react'
import { usePreferences } from '../preferences/index.ts'
import { useDirection } from './direction.ts'
import { houseTheme } from './theme.ts'
import { variablesCss } from './variables.ts'

const variables = <GlobalStyles styles={variablesCss()} />

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
        <CssBaseline />
        {children}
      </ThemeProvider>
    </CacheProvider>
  )
}
