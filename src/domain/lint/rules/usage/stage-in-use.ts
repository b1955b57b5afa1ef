import { type SalesStage, stageKind } from '../../../process/stage.ts'
import { forAll } from '../../fixes.ts'
import { defineRule, type LintContext, type QuickFix } from '../../rule.ts'
import { counted, stageWords } from '../../words.ts'

export const stageInUse = defineRule({
  id: 'usage/stage-in-use',
  title: 'Deals of a stage that goes away have a place to go',
  why: 'Open deals that stand in a removed stage would vanish from every board. Before the change is published somebody has to say where they go.',
  *check(context) {
    const { usage, graph, document } = context
    if (!usage) return
    for (const [stageId, { openDeals }] of Object.entries(usage)) {
      const stage = graph.stage(stageId)
      if (openDeals <= 0 || stage?.isActive) continue
      const moveTo = Object.hasOwn(document.process.stageMigrations, stageId)
        ? document.process.stageMigrations[stageId]
        : undefined
      if (moveTo !== undefined && graph.stage(moveTo)?.isActive) continue
      const deals = counted(openDeals, 'open deal')
      const what = `${nameOf(context, stageId)} is ${stage ? 'not active any more' : 'removed'}, but ${deals} ${openDeals === 1 ? 'stands' : 'stand'} in it.`
      const where =
        moveTo === undefined
          ? 'Choose the stage they move to.'
          : `They are to move to ${stageWords(context, moveTo)}, which is not active: choose another stage.`
      yield {
        at: stage
          ? { kind: 'stage', id: stageId, field: 'isActive' }
          : { kind: 'process', id: document.process.id, field: 'stageMigrations' },
        key: stageId,
        message: `${what} ${where}`,
        fixes: destinations(context, stageId).map((fix, index) => (index === 0 ? forAll(fix) : fix)),
      }
    }
  },
})

/** The stage as it was published, where the draft no longer has it. */
function publishedStage({ graph, base }: LintContext, stageId: string): SalesStage | undefined {
  return (
    graph.stage(stageId) ?? (base && Object.hasOwn(base.stages, stageId) ? base.stages[stageId] : undefined)
  )
}

function nameOf(context: LintContext, stageId: string): string {
  const name = publishedStage(context, stageId)?.stageName.trim()
  return name ? `“${name}”` : 'A stage'
}

/** The open stages before and after its place in the order; where there is none, any active stage. */
function destinations(context: LintContext, stageId: string): QuickFix[] {
  const { openStages, activeStages } = context.graph
  const place = publishedStage(context, stageId)?.stageOrder ?? 0
  const open = openStages.length > 0 ? openStages : activeStages.filter((stage) => stageKind(stage) !== 'won')
  const before = open.findLast((stage) => stage.stageOrder < place)
  const after = open.find((stage) => stage.stageOrder >= place)
  return [before, after].flatMap((stage) =>
    stage
      ? [
          {
            title: `Move them to ${stageWords(context, stage.id)}`,
            command: { id: 'setStageMigration', payload: { stageId, toStageId: stage.id } } as const,
          },
        ]
      : [],
  )
}
