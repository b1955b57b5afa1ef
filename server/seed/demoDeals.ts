/**
 * Deals that walked through a process over the last months: some won, some lost, most still under way, a few stuck.
 * The same every time for the same process, day and number, so that screens and tests can rely on them.
 */
import { graphOf } from '../../src/domain/process/graph.ts'
import type { ProcessDocument } from '../../src/domain/process/process.ts'
import { type SalesStage, stageKind } from '../../src/domain/process/stage.ts'
import type { OpportunityProjection } from '../services.ts'

const day = 86_400_000

const customers = [
  'Alder & Finch', 'Bluepeak Logistics', 'Cobalt Foods', 'Driftwood Hotels', 'Eastgate Clinics', 'Fernhill Schools',
  'Granite Works', 'Harbor Freightways', 'Ivory Coast Traders', 'Juniper Energy', 'Kestrel Air', 'Lumen Optics',
  'Maple Ridge Dairy', 'Northstar Bank', 'Oakline Furniture', 'Pinnacle Insurance', 'Quarry Lane Cement',
  'Redwood Retail', 'Silverlake Media', 'Tidewater Shipping', 'Umbra Textiles', 'Verdant Farms', 'Westbrook Motors',
  'Yellowstone Labs',
] // biome-ignore format: a list of names reads best as a paragraph
const projects = [
  'rollout',
  'renewal',
  'pilot',
  'expansion',
  'migration',
  'support plan',
  'training',
  'upgrade',
]
const owners = ['Rafael Costa', 'Nora Lindqvist', 'Tom Becker', 'Priya Nair']

/**
 * @returns step by step: first every deal where it began, then those that moved on, and so on.
 * @param now ISO 8601 UTC; nothing lies after it.
 */
export function demoDeals(document: ProcessDocument, count: number, now: string): OpportunityProjection[][] {
  const random = generator(count * 7_919 + document.process.processCode.length)
  const steps: OpportunityProjection[][] = []
  for (let index = 0; index < count; index += 1) {
    for (const [step, deal] of walk(document, index, Date.parse(now), random).entries()) {
      const list = steps[step]
      if (list) list.push(deal)
      else steps.push([deal])
    }
  }
  return steps
}

function walk(
  document: ProcessDocument,
  index: number,
  now: number,
  random: () => number,
): OpportunityProjection[] {
  const graph = graphOf(document)
  const pick = <T>(list: readonly T[]): T | undefined => list[Math.floor(random() * list.length)]
  const createdAt = now - Math.floor((3 + random() * 150) * day)
  const deal = {
    id: `${document.process.processCode}-${String(index + 1).padStart(4, '0')}`,
    name: `${pick(customers)} ${pick(projects)}`,
    amount: Math.round((4_000 + random() ** 2 * 180_000) / 500) * 500,
    ownerName: pick(owners) ?? '',
    createdAt: iso(createdAt),
  }
  const path: OpportunityProjection[] = []
  let stage: SalesStage | null = graph.entry
  for (let at = createdAt; stage && at <= now && path.length < 30; ) {
    const kind = stageKind(stage)
    path.push({
      ...deal,
      stageId: stage.id,
      status: kind,
      enteredStageAt: iso(at),
      closedAt: kind === 'open' ? null : iso(at),
    })
    if (kind !== 'open') break
    const exits = graph.exits(stage.id).filter((exit) => !exit.isRework)
    const losing = exits.filter((exit) => graph.lostStages.some((lost) => lost.id === exit.toStageId))
    const onward = exits.filter((exit) => !losing.includes(exit))
    const chosen = pick(onward.length === 0 || (losing.length > 0 && random() < 0.14) ? losing : onward)
    // Now and then a deal gets stuck: that is what a maximum duration is for.
    const patience = random() < 0.08 ? 4 : 0.5 + random() * 1.2
    at += (stage.averageDurationDays ?? 7) * patience * day
    stage = chosen ? (document.stages[chosen.toStageId] ?? null) : null
  }
  return path
}

const iso = (at: number): string => new Date(Math.floor(at)).toISOString()

/** Mulberry32: small, fast and good enough to make up deals. 0 ≤ x < 1. */
function generator(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
