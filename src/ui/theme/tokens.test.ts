import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { type ColorName, moreContrast, type SchemeName, schemes, stageTones } from './tokens.ts'
import { variablesCss } from './variables.ts'

function luminance(hex: string): number {
  const channel = (at: number) => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  }
  return 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5)
}

function contrast(a: string, b: string): number {
  const [darker, lighter] = [luminance(a), luminance(b)].sort((x, y) => x - y)
  return ((lighter ?? 0) + 0.05) / ((darker ?? 0) + 0.05)
}

const grounds: readonly ColorName[] = ['bg', 'surface', 'raised', 'sunken', 'hover', 'selected']
const severities = ['error', 'warning', 'success', 'info'] as const

/** [foreground, background, least ratio, what it is] for one set of colours. */
function pairs(colors: Readonly<Record<ColorName, string>>): [string, string, number, string][] {
  const list: [string, string, number, string][] = []
  for (const ground of grounds) {
    for (const name of ['text', 'textMuted', 'accentText'] as const)
      list.push([colors[name], colors[ground], 4.5, `${name} on ${ground}`])
    list.push([colors.focus, colors[ground], 3, `focus ring on ${ground}`])
  }
  for (const ground of ['bg', 'surface', 'raised', 'sunken'] as const) {
    list.push([colors.textSubtle, colors[ground], 4.5, `textSubtle on ${ground}`])
    list.push([colors.lineStrong, colors[ground], 3, `lineStrong on ${ground}`])
  }
  list.push(
    [colors.edge, colors.bg, 3, 'edge on canvas'],
    [colors.edgeActive, colors.bg, 3, 'active edge on canvas'],
  )
  list.push([colors.onAccent, colors.accent, 4.5, 'text on accent'])
  list.push([colors.onAccent, colors.accentHover, 4.5, 'text on accent under the pointer'])
  list.push([colors.onAccent, colors.errorFill, 4.5, 'text on error button'])
  list.push([colors.accentText, colors.accentSurface, 4.5, 'accentText on accentSurface'])
  for (const name of severities) {
    list.push([colors[`${name}Text`], colors[`${name}Surface`], 4.5, `${name} text on its surface`])
    list.push([colors[`${name}Text`], colors.surface, 4.5, `${name} text on surface`])
    list.push([colors[name], colors.surface, 3, `${name} icon on surface`])
    list.push([colors[name], colors[`${name}Surface`], 3, `${name} icon on its surface`])
    list.push([colors.focus, colors[`${name}Surface`], 3, `focus ring on ${name} surface`])
  }
  return list
}

describe.each(Object.keys(schemes) as SchemeName[])('%s', (name) => {
  const { colors, stages } = schemes[name]

  it.each(pairs(colors))('%s on %s has at least %d:1 (%s)', (front, back, least) => {
    expect(contrast(front, back)).toBeGreaterThanOrEqual(least)
  })

  it.each(pairs({ ...colors, ...moreContrast[name] }))(
    'more contrast: %s on %s, %d:1 (%s)',
    (front, back, least) => {
      expect(contrast(front, back)).toBeGreaterThanOrEqual(least)
    },
  )

  it.each(stageTones)('a %s stage is readable on its tint, on a card and on the canvas', (tone) => {
    const { surface, border, text } = stages[tone]
    for (const ground of [surface, colors.surface, colors.bg]) {
      expect(contrast(text, ground), `text on ${ground}`).toBeGreaterThanOrEqual(4.5)
      expect(contrast(border, ground), `border on ${ground}`).toBeGreaterThanOrEqual(3)
    }
  })
})

it('puts every token into the page under its CSS name', () => {
  const css = variablesCss()
  for (const name of [
    '--color-text-muted',
    '--stage-blue-surface',
    '--stage-inactive-text',
    '--space-2',
    '--shadow-low',
  ])
    expect(css).toContain(`${name}:`)
})

describe('the focus ring', () => {
  it('is drawn in one place, so that whoever asks for a stronger one gets it everywhere', () => {
    const source = join(import.meta.dirname, '../..')
    const ownRing = /outline:[^;]*var\(--color-focus\)|:focus-visible[^{}]*\{[^}]*outline-offset: -?[1-9]/
    const others = readdirSync(source, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.css') && !name.endsWith('base.css'))
      .filter((name) => ownRing.test(readFileSync(join(source, name), 'utf8')))
    expect(others).toEqual([])
  })
})
