/** One stage as it looks in a picture: name, place in the order, probability as a ring, what kind it is, in words. */
import { type SalesStage, stageKind } from '../../domain/process/stage.ts'
import { card } from './edgePath.ts'
import type { Palette, PictureTone } from './palette.ts'
import type { PictureWords } from './pictureWords.ts'
import { element, type SvgElement } from './svgText.ts'
import { fitted, textWidth, wrapped } from './textWidth.ts'

export interface Drawing {
  readonly palette: Palette
  readonly words: PictureWords
}

const toneOf = (stage: SalesStage): PictureTone => {
  if (!stage.isActive) return 'inactive'
  const kind = stageKind(stage)
  return kind === 'open' ? stage.color : kind
}

const ring = { radius: 19, x: card.width - 34, y: 40 } as const
const textLeft = 20
const textRoom = ring.x - ring.radius - textLeft - 10

/** @param anyStage True where a global transition leads here: then it is said on the card instead of drawn. */
export function stageCard(stage: SalesStage, { palette, words }: Drawing, anyStage: boolean): SvgElement {
  const tone = palette.tones[toneOf(stage)]
  const lines = wrapped(stage.stageName || words.unnamedStage, 15, textRoom, 2)
  const parts = [
    element('rect', {
      width: card.width,
      height: card.height,
      rx: 8,
      fill: palette.card,
      stroke: palette.line,
      'stroke-dasharray': stage.isActive ? undefined : '5 4',
    }),
    element('path', {
      d: `M 8 0 H 5 A 5 5 0 0 0 0 5 V ${card.height - 5} A 5 5 0 0 0 5 ${card.height} H 8 Z`,
      fill: tone,
    }),
    ...lines.map((line, index) =>
      element(
        'text',
        { x: textLeft, y: 34 + index * 19, 'font-size': 15, 'font-weight': 600, fill: palette.text },
        line,
      ),
    ),
    element(
      'text',
      { x: textLeft, y: card.height - 16, 'font-size': 12, fill: palette.textMuted },
      fitted(caption(stage, words), 12, card.width - textLeft - 12),
    ),
    ...probabilityRing(stage.defaultProbability, tone, { palette, words }),
  ]
  if (anyStage) parts.push(anyStageBadge({ palette, words }))
  return element(
    'g',
    { transform: `translate(${Math.round(stage.position.x)} ${Math.round(stage.position.y)})` },
    parts,
  )
}

function caption(stage: SalesStage, words: PictureWords): string {
  const kind = { open: '', won: words.won, lost: words.lost }[stageKind(stage)]
  const parts = [
    words.position(stage.stageOrder),
    kind,
    stage.isEntry ? words.entry : '',
    stage.isActive ? '' : words.inactive,
    stage.requiresApproval ? words.approval : '',
    stage.averageDurationDays === null ? '' : words.days(stage.averageDurationDays),
  ]
  return parts.filter((part) => part !== '').join(' · ')
}

function probabilityRing(probability: number, tone: string, { palette, words }: Drawing): SvgElement[] {
  const around = 2 * Math.PI * ring.radius
  const share = Math.min(Math.max(probability, 0), 100) / 100
  const circle = { cx: ring.x, cy: ring.y, r: ring.radius, fill: 'none', 'stroke-width': 4 }
  const number = words.number(Math.round(probability * 10) / 10)
  const size = textWidth(number, 12) > 26 ? 9 : 12
  return [
    element('circle', { ...circle, stroke: palette.line }),
    ...(share > 0
      ? [
          element('circle', {
            ...circle,
            stroke: tone,
            'stroke-dasharray': `${Math.round(around * share * 100) / 100} ${Math.ceil(around)}`,
            transform: `rotate(-90 ${ring.x} ${ring.y})`,
          }),
        ]
      : []),
    element(
      'text',
      {
        x: ring.x,
        y: ring.y + size / 3,
        'font-size': size,
        'font-weight': 600,
        'text-anchor': 'middle',
        fill: palette.text,
      },
      number,
    ),
  ]
}

function anyStageBadge({ palette, words }: Drawing): SvgElement {
  const label = words.fromAnyStage
  const width = textWidth(label, 11) + 16
  return element('g', { transform: 'translate(16 -11)' }, [
    element('rect', { width, height: 22, rx: 11, fill: palette.card, stroke: palette.edge }),
    element(
      'text',
      { x: width / 2, y: 15, 'font-size': 11, 'text-anchor': 'middle', fill: palette.textMuted },
      label,
    ),
  ])
}
