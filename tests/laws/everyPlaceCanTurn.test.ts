/**
 * The page may run from right to left: our CSS names no left and no right, but in the drawing, which keeps its places,
 * and where a rule stands in the middle or speaks of directions that nothing turns.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

const source = join(import.meta.dirname, '..', '..', 'src')
const sheets = readdirSync(source, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.css'))
  .map((path) => [path.replaceAll('\\', '/'), readFileSync(join(source, path), 'utf8')] as const)

/** Where sides are places on the canvas, or in a picture of it, which is `dir="ltr"` in any language. */
const drawing =
  /features\/canvas\/(?:arrow|canvas|card|cardFace|commentPin|globalBadge|wholeName)\.module\.css$/

const allowed: readonly (readonly [declaration: RegExp, why: string])[] = [
  [/^left: 50%$/, 'the middle from either side'],
  [/^background: linear-gradient/, 'the same shade at both ends'],
]

const side =
  /^(?:margin|padding|border|scroll-margin|scroll-padding)-(?:left|right)|^(?:left|right)\b|-(?:left|right)-radius\b/
const towards = /^(?:text-align|float|clear): (?:left|right)$/

/** `padding: 1px 2px 3px 4px`: the right is not the left. `box-shadow: 3px 0`: to the right. */
function leans(declaration: string): boolean {
  const [property = '', value = ''] = declaration.split(/:\s*/, 2)
  const parts = value.match(/(?:[^\s(]+\([^)]*\)|[^\s(]+)+/g) ?? []
  if (/^(?:padding|margin|inset|border-(?:width|style|color)|scroll-(?:padding|margin))$/.test(property))
    return parts.length === 4 && parts[1] !== parts[3]
  if (property === 'border-radius')
    return parts.length === 4 && (parts[0] !== parts[1] || parts[2] !== parts[3])
  return property === 'box-shadow' && /(?:^|, ?)(?:inset )?-?[1-9]\d*px /.test(value)
}

/** Each declaration, with what is written over several lines on one. */
const declarationsOf = (sheet: string): string[] =>
  [...sheet.replaceAll(/\/\*[\s\S]*?\*\//g, '').matchAll(/([\w-]+:[^;{}]+)(?=[;}])/g)].map(([, found = '']) =>
    found.replaceAll(/\s+/g, ' ').trim(),
  )

const sided = (sheet: string): string[] =>
  declarationsOf(sheet).filter(
    (declaration) =>
      (side.test(declaration) || towards.test(declaration) || leans(declaration)) &&
      !allowed.some(([exception]) => exception.test(declaration)),
  )

describe('the law', () => {
  it.each([
    'margin-left: 4px',
    'padding: 0 8px 0 4px',
    'inset: 0 auto 0 0',
    'text-align: right',
    'left: 0',
    'border-top-left-radius: 4px',
    'border-radius: 4px 0 0 4px',
    'box-shadow: inset 3px 0 0 red',
  ])('catches %s', (declaration) => {
    expect(sided(`.a { ${declaration}; }`)).toEqual([declaration])
  })

  it.each([
    'margin-inline: 4px 0',
    'padding: 0 8px',
    'inset: 0',
    'text-align: start',
    'border-radius: 4px 4px 0 0',
    'box-shadow: 0 1px 2px red',
    'transition: left 1s',
  ])('lets %s be', (declaration) => {
    expect(sided(`.a { ${declaration}; }`)).toEqual([])
  })
})

it('no place names a side', () => {
  expect(sheets.length).toBeGreaterThan(60)
  const found = sheets
    .filter(([path]) => !drawing.test(path))
    .flatMap(([path, sheet]) => sided(sheet).map((declaration) => `${path}: ${declaration}`))
  expect(found).toEqual([])
})
