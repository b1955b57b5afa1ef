import '@fontsource-variable/inter/wght.css'
import './base.css'
import CssBaseline from '@mui/material/CssBaseline'
import GlobalStyles from '@mui/material/GlobalStyles'
import { ThemeProvider } from '@mui/material/styles'
import { type ReactNode, useMemo } from 'react'
import { usePreferences } from '../preferences/index.ts'
import { houseTheme } from './theme.ts'
import { variablesCss } from './variables.ts'

const variables = <GlobalStyles styles={variablesCss()} />

/** Everything shown stands inside this once: the theme, the variables, the font. */
export function HouseTheme({ children }: { readonly children: ReactNode }) {
  const { motion } = usePreferences()
  const theme = useMemo(() => houseTheme(motion === 'reduce' ? 'always' : 'system'), [motion])
  return (
    <ThemeProvider theme={theme}>
      {variables}
      <CssBaseline />
      {children}
    </ThemeProvider>
  )
}
