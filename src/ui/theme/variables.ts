/** The tokens as CSS: one block a scheme, chosen by `data-theme` on the root element, stronger where asked for. */
import { type ColorName, measures, moreContrast, type Scheme, type SchemeName, schemes } from './tokens.ts'

const kebab = (name: string): string => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
const declarations = (entries: readonly (readonly [string, string])[]): string =>
  entries.map(([name, value]) => `--${name}:${value};`).join('')

/** `textMuted` → `--color-text-muted`. */
export const colorVariable = (name: ColorName): string => `var(--color-${kebab(name)})`

const colorEntries = (colors: Partial<Record<ColorName, string>>): [string, string][] =>
  Object.entries(colors).map(([name, value]) => [`color-${kebab(name)}`, value])

function schemeEntries({ colors, stages, shadows }: Scheme): [string, string][] {
  return [
    ...colorEntries(colors),
    ...Object.entries(stages).flatMap(([tone, { surface, border, text }]): [string, string][] => [
      [`stage-${tone}-surface`, surface],
      [`stage-${tone}-border`, border],
      [`stage-${tone}-text`, text],
    ]),
    ...Object.entries(shadows).map(([level, value]): [string, string] => [`shadow-${level}`, value]),
  ]
}

const selector: Record<SchemeName, string> = { light: ':root', dark: ':root[data-theme="dark"]' }

/** The whole style sheet of variables, put into the page once. */
export function variablesCss(): string {
  const names = Object.keys(schemes) as SchemeName[]
  const blocks = names.map(
    (name) => `${selector[name]}{color-scheme:${name};${declarations(schemeEntries(schemes[name]))}}`,
  )
  const stronger = names.flatMap((name) => {
    const only = name === 'light' ? ':root:not([data-theme="dark"])' : selector[name]
    const body = declarations(colorEntries(moreContrast[name]))
    return [`@media (prefers-contrast:more){${only}{${body}}}`, `${only}[data-contrast="more"]{${body}}`]
  })
  return [`:root{${declarations(Object.entries(measures))}}`, ...blocks, ...stronger].join('\n')
}
