/**
 * A process as a picture: one self-contained SVG, drawn from the document alone (no screen, no fonts, no style sheet),
 * so that the browser, the command line and a test draw the same bytes.
 */
import { type ProcessDocument, stagesInOrder } from '../../domain/process/process.ts'
import type { StageTransition } from '../../domain/process/transition.ts'
import { backwardDip, card, edgePath } from './edgePath.ts'
import { type Palette, type PictureScheme, palettes } from './palette.ts'
import { englishPicture, type PictureWords } from './pictureWords.ts'
import { type Drawing, stageCard } from './stageCard.ts'
import { element, type SvgElement, svgOf } from './svgText.ts'
import { fitted, textWidth } from './textWidth.ts'

export type { SvgElement }

export interface PictureOptions {
  readonly scheme?: PictureScheme
  /** False leaves the background transparent. */
  readonly background?: boolean
  /** False leaves out the line with the process's name. */
  readonly heading?: boolean
  readonly words?: PictureWords
}

export interface Picture {
  readonly svg: string
  /** What the file says, as shapes. */
  readonly root: SvgElement
  /** In pixels, at scale 1. */
  readonly width: number
  readonly height: number
}

const margin = 40
const headingHeight = 56

export function processToSvg(document: ProcessDocument, options: PictureOptions = {}): Picture {
  const { scheme = 'light', background = true, heading = true, words = englishPicture } = options
  const palette = palettes[scheme]
  const stages = stagesInOrder(document)
  const transitions = Object.values(document.transitions).sort((a, b) => (a.id < b.id ? -1 : 1))
  const left = least(stages.map((stage) => stage.position.x)) - margin
  const top = least(stages.map((stage) => stage.position.y)) - margin - (heading ? headingHeight : 0)
  const right = -least(stages.map((stage) => -stage.position.x)) + card.width + margin
  const bottom =
    -least(stages.map((stage) => -stage.position.y)) +
    card.height +
    margin +
    (goesBack(document) ? backwardDip : 0)
  const title = document.process.processName || words.process
  const width = Math.max(Math.ceil(right - left), heading ? 420 : 0)
  const height = Math.ceil(bottom - top)

  const reachedFromAnywhere = new Set(transitions.filter((one) => one.isGlobal).map((one) => one.toStageId))
  const shapes = [
    ...(background ? [element('rect', { x: left, y: top, width, height, fill: palette.background })] : []),
    ...(heading
      ? headingAt(document, title, { x: left + margin, y: top + margin }, width - 2 * margin, {
          palette,
          words,
        })
      : []),
    ...transitions.flatMap((transition) => edge(document, transition, palette)),
    ...stages.map((stage) => stageCard(stage, { palette, words }, reachedFromAnywhere.has(stage.id))),
    ...transitions.flatMap((transition) => edgeLabel(document, transition, { palette, words })),
  ]
  const description = words.description(stages.map((stage) => stage.stageName))
  const root = element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      width,
      height,
      viewBox: `${Math.floor(left)} ${Math.floor(top)} ${width} ${height}`,
      role: 'img',
      'aria-labelledby': 'picture-title picture-description',
      'font-family': "Inter, 'Inter Variable', system-ui, -apple-system, 'Segoe UI', Roboto, sans-serif",
    },
    [
      element('title', { id: 'picture-title' }, title),
      element('desc', { id: 'picture-description' }, description),
      arrowHead(palette),
      ...shapes,
    ],
  )
  return { svg: `${svgOf(root)}\n`, root, width, height }
}

const least = (values: readonly number[]): number => values.reduce((a, b) => Math.min(a, b), values[0] ?? 0)

/** True where a curve runs below the cards. */
const goesBack = (document: ProcessDocument): boolean =>
  Object.values(document.transitions).some((transition) => {
    const from = document.stages[transition.fromStageId ?? '']
    const to = document.stages[transition.toStageId]
    return from !== undefined && to !== undefined && to.position.x < from.position.x + card.width / 2
  })

const arrowHead = (palette: Palette): SvgElement =>
  element('defs', {}, [
    element(
      'marker',
      {
        id: 'arrow',
        viewBox: '0 0 8 8',
        refX: 7,
        refY: 4,
        markerUnits: 'userSpaceOnUse',
        markerWidth: 10,
        markerHeight: 10,
        orient: 'auto-start-reverse',
      },
      [element('path', { d: 'M 0 0 L 8 4 L 0 8 Z', fill: palette.edge })],
    ),
  ])

function headingAt(
  document: ProcessDocument,
  title: string,
  at: { x: number; y: number },
  room: number,
  { palette, words }: Drawing,
): SvgElement[] {
  const stages = Object.keys(document.stages).length
  const { revision } = document.process
  const facts = [words.stages(stages), ...(revision > 0 ? [`r${revision}`] : [])]
  const text = (y: number, size: number, fill: string, weight: number, line: string) =>
    element(
      'text',
      { x: at.x, y: at.y + y, 'font-size': size, 'font-weight': weight, fill },
      fitted(line, size, room),
    )
  return [text(8, 20, palette.text, 650, title), text(29, 13, palette.textMuted, 400, facts.join(' · '))]
}

/** From and to card of a drawn transition; null for global ones, which their target's badge tells. */
function endsOf(document: ProcessDocument, { fromStageId, toStageId, isGlobal }: StageTransition) {
  const from = fromStageId === null || isGlobal ? undefined : document.stages[fromStageId]
  const to = document.stages[toStageId]
  return from && to ? edgePath(from.position, to.position) : null
}

function edge(document: ProcessDocument, transition: StageTransition, palette: Palette): SvgElement[] {
  const ends = endsOf(document, transition)
  if (!ends) return []
  return [
    element('path', {
      d: ends.path,
      fill: 'none',
      stroke: palette.edge,
      'stroke-width': 1.75,
      'stroke-dasharray': transition.isRework ? '6 5' : transition.onRefusal ? '10 4' : undefined,
      'marker-end': 'url(#arrow)',
    }),
  ]
}

function edgeLabel(document: ProcessDocument, transition: StageTransition, drawing: Drawing): SvgElement[] {
  const { palette, words } = drawing
  const ends = endsOf(document, transition)
  const parts = [
    transition.transitionName.trim(),
    transition.isAutomatic ? words.automatic : '',
    transition.onRefusal ? words.ifRefused : '',
  ].filter((part) => part !== '')
  if (!ends || parts.length === 0) return []
  const label = fitted(parts.join(' · '), 11, 150)
  const width = textWidth(label, 11) + 16
  const x = ends.middle.x - width / 2
  const y = ends.middle.y - 11
  return [
    element('rect', { x, y, width, height: 22, rx: 11, fill: palette.card, stroke: palette.line }),
    element(
      'text',
      { x: ends.middle.x, y: y + 15, 'font-size': 11, 'text-anchor': 'middle', fill: palette.textMuted },
      label,
    ),
  ]
}
