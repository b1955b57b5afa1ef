/** One stage as it looks in a picture: name, place in the order, probability as a ring, what kind it is, in words. */
import { type SalesStage, stageKind } from '../../domain/process/stage.ts'
import { card } from './edgePath.ts'
import type { Palette, PictureTone } from './palette.ts'
import { element, type SvgElement } from './svgText.ts'
import { fitted, textWidth, wrapped } from './textWidth.ts'

const toneOf = (stage: SalesStage): PictureTone => {
  if (!stage.isActive) return 'inactive'
  const kind = stageKind(stage)
  return kind === 'open' ? stage.color : kind
}

const ring = { radius: 19, x: card.width - 34, y: 40 } as const
const textLeft = 20
const textRoom = ring.x - ring.radius - textLeft - 10

/** @param anyStage True where a global transition leads here: then it is said on the card instead of drawn. */
export function stageCard(stage: SalesStage, palette: Palette, anyStage: boolean): SvgElement {
  const tone = palette.tones[toneOf(stage)]
  const lines = wrapped(stage.stageName || 'Unnamed stage', 15, textRoom, 2)
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
      fitted(caption(stage), 12, card.width - textLeft - 12),
    ),
    ...probabilityRing(stage.defaultProbability, tone, palette),
  ]
  if (anyStage) parts.push(anyStageBadge(palette))
  return element(
    'g',
    { transform: `translate(${Math.round(stage.position.x)} ${Math.round(stage.position.y)})` },
    parts,
  )
}

function caption(stage: SalesStage): string {
  const kind = { open: '', won: 'Won', lost: 'Lost' }[stageKind(stage)]
  const parts = [
    `Stage ${stage.stageOrder}`,
    kind,
    stage.isEntry ? 'Entry' : '',
    stage.isActive ? '' : 'Inactive',
    stage.requiresApproval ? 'Approval' : '',
    stage.averageDurationDays === null ? '' : `${stage.averageDurationDays} days`,
  ]
  return parts.filter((part) => part !== '').join(' · ')
}

function probabilityRing(probability: number, tone: string, palette: Palette): SvgElement[] {
  const around = 2 * Math.PI * ring.radius
  const share = Math.min(Math.max(probability, 0), 100) / 100
  const circle = { cx: ring.x, cy: ring.y, r: ring.radius, fill: 'none', 'stroke-width': 4 }
  const number = `${Math.round(probability * 10) / 10}`
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

function anyStageBadge(palette: Palette): SvgElement {
  const label = 'from any open stage'
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
