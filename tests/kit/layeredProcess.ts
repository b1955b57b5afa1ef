/** Processes of any size for measurements: a layered graph with about one and a half transitions a stage. */
import { newProcess, type ProcessDocument, withRows } from '../../src/domain/process/process.ts'
import { newStage } from '../../src/domain/process/stage.ts'
import { newTransition } from '../../src/domain/process/transition.ts'

const id = (kind: string, number: number): string => `${kind}-${String(number).padStart(6, '0')}`

/** `count` stages in all, the last two closed. Sound but for hints. */
export function layeredProcess(count: number): ProcessDocument {
  const open = count - 2
  const won = id('stage', open)
  const lost = id('stage', open + 1)
  const stages = Array.from({ length: open }, (_, index) =>
    newStage({
      id: id('stage', index),
      stageName: `Stage ${index + 1}`,
      stageCode: `STAGE_${index + 1}`,
      description: 'Deals are here while the customer makes up their mind.',
      stageOrder: index + 1,
      defaultProbability: Math.floor((index / open) * 95),
      averageDurationDays: 7,
      maxDurationDays: 14,
      position: { x: (index % 25) * 260, y: Math.floor(index / 25) * 160 },
    }),
  )
  const closed = { averageDurationDays: null, description: 'Closed.' }
  const ends = stages.flatMap((_, index) => [
    [index, Math.min(index + 1, open)] as const,
    ...(index % 2 === 0 ? [[index, Math.min(index + 3, open)] as const] : []),
  ])
  const pairs = new Map(ends.map(([from, to]) => [`${from} ${to}`, [from, to] as const]))
  return withRows(newProcess({ id: 'process', processName: `Layered ${count}` }), {
    stages: [
      ...stages,
      newStage({
        ...closed,
        id: won,
        stageName: 'Closed Won',
        stageCode: 'WON',
        stageOrder: open + 1,
        defaultProbability: 100,
        isClosedWon: true,
      }),
      newStage({
        ...closed,
        id: lost,
        stageName: 'Closed Lost',
        stageCode: 'LOST',
        stageOrder: open + 2,
        isClosedLost: true,
      }),
    ],
    transitions: [
      ...[...pairs.values()].map(([from, to], index) =>
        newTransition({
          id: id('transition', index),
          fromStageId: id('stage', from),
          toStageId: id('stage', to),
        }),
      ),
      newTransition({ id: 'transition-lost', fromStageId: null, toStageId: lost, isGlobal: true }),
    ],
  })
}
