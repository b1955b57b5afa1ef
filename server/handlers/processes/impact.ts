import type { Impact, readImpact } from '../../../src/contract/processes.ts'
import type { StageUsage } from '../../../src/domain/lint/rule.ts'
import { diffProcesses, type TableDiff } from '../../../src/domain/process/diff.ts'
import { newProcess, type ProcessDocument, stagesInOrder } from '../../../src/domain/process/process.ts'
import type { SalesStage } from '../../../src/domain/process/stage.ts'
import type { Handler } from '../../http/handler.ts'
import type { Actor, ReturningDeals, Services } from '../../services.ts'
import { blockingProblems, problemsOf, problemToWire } from '../soundness.ts'
import { type Wanted, wantedOf } from '../versions/wanted.ts'

export const impact: Handler<typeof readImpact> = async (asked) => {
  const { services, actor, params, body } = asked
  return { status: 200, body: await impactOf(services, actor, await wantedOf(asked, params.id, body)) }
}

/** A process that is not there yet has an impact too: everything is new and no deal is touched. */
export async function impactOf(
  services: Services,
  actor: Actor,
  { document: after, restores }: Pick<Wanted, 'document' | 'restores'>,
): Promise<Impact> {
  const { id } = after.process
  const [current, usage, returning, reference, asOf] = await Promise.all([
    services.processes.load(actor, id),
    services.usage.ofProcess(actor, id),
    restores === null
      ? []
      : services.usage.returning(actor, { processId: id, revision: restores, document: after }),
    services.reference.all(actor),
    services.usage.asOf(actor),
  ])
  const before = current?.document ?? newProcess({ id, processName: after.process.processName })
  const { stages, transitions } = diffProcesses(before, after)
  const staying = withoutThose(usage, returning)
  const touched = touchedStages(before, after, staying)
  const vanishing = touched.filter(({ becomes }) => becomes !== 'probability_changed')
  const deals = (destined: boolean) =>
    vanishing
      .filter(({ migrates_to }) => (migrates_to !== null) === destined)
      .reduce((total, { open_deals }) => total + open_deals, 0)
  return {
    base_revision: before.process.revision,
    changes: { stages: counted(stages), transitions: counted(transitions) },
    stages: touched,
    returns: returning.map(({ from, to, deals: open_deals, amount: open_amount }) => ({
      stage_id: from,
      stage_name: before.stages[from]?.stageName ?? '',
      returns_to: to,
      open_deals,
      open_amount,
    })),
    moved_deals: deals(true) + returning.reduce((total, one) => total + one.deals, 0),
    stranded_deals: deals(false),
    weighted_amount: {
      before: weighted(before, usage, (stageId) => stageId),
      after:
        weighted(after, staying, (stageId) => destinationOf(before, after, stageId)) +
        returning.reduce((total, { to, amount }) => total + worth(after, to, amount), 0),
    },
    as_of: asOf,
    blocking: blockingProblems(problemsOf(after, { current, reference, usage, mask: actor.mask })).map(
      problemToWire,
    ),
  }
}

const counted = <Row>(diff: TableDiff<Row>) => ({
  added: Object.keys(diff.added).length,
  updated: Object.keys(diff.updated).length,
  removed: Object.keys(diff.removed).length,
})

type TouchedStage = Impact['stages'][number]

function touchedStages(
  before: ProcessDocument,
  after: ProcessDocument,
  usage: Readonly<Record<string, StageUsage>>,
): TouchedStage[] {
  return stagesInOrder(before).flatMap((stage): TouchedStage[] => {
    const becomes = becomesOf(stage, after.stages[stage.id])
    const { openDeals = 0, openAmount = 0 } = usage[stage.id] ?? {}
    if (becomes === null || openDeals === 0) return []
    return [
      {
        stage_id: stage.id,
        stage_name: stage.stageName,
        becomes,
        open_deals: openDeals,
        open_amount: openAmount,
        probability: {
          from: stage.defaultProbability,
          to: after.stages[stage.id]?.defaultProbability ?? null,
        },
        migrates_to: after.process.stageMigrations[stage.id] ?? null,
      },
    ]
  })
}

function becomesOf(was: SalesStage, is: SalesStage | undefined): TouchedStage['becomes'] | null {
  if (!is) return 'removed'
  if (was.isActive && !is.isActive) return 'deactivated'
  return was.defaultProbability === is.defaultProbability ? null : 'probability_changed'
}

/** Where the deals of a stage stand after the publish. */
function destinationOf(before: ProcessDocument, after: ProcessDocument, stageId: string): string {
  const was = before.stages[stageId]
  const becomes = was ? becomesOf(was, after.stages[stageId]) : null
  const leaves = becomes === 'removed' || becomes === 'deactivated'
  return leaves ? (after.process.stageMigrations[stageId] ?? stageId) : stageId
}

function weighted(
  document: ProcessDocument,
  usage: Readonly<Record<string, StageUsage>>,
  standsIn: (stageId: string) => string,
): number {
  return Object.entries(usage).reduce(
    (total, [stageId, { openAmount }]) => total + worth(document, standsIn(stageId), openAmount),
    0,
  )
}

const worth = ({ stages }: ProcessDocument, stageId: string, amount: number): number =>
  (amount * (stages[stageId]?.defaultProbability ?? 0)) / 100

/** Open deals that do not go back. */
function withoutThose(
  usage: Readonly<Record<string, StageUsage>>,
  returning: readonly ReturningDeals[],
): Readonly<Record<string, StageUsage>> {
  const staying = { ...usage }
  for (const { from, openDeals, openAmount } of returning) {
    const were = staying[from]
    if (were)
      staying[from] = {
        openDeals: were.openDeals - openDeals,
        openAmount: were.openAmount - openAmount,
      }
  }
  return staying
}
