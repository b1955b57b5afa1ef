/** A small process, and single changes of it as an editor tells them to the drafts. */
import { diffProcesses } from '../../src/domain/process/diff.ts'
import type { HistoryEntry } from '../../src/domain/process/history.ts'
import { newProcess, type ProcessDocument, withRows } from '../../src/domain/process/process.ts'
import { newStage } from '../../src/domain/process/stage.ts'

export function pipeline(): ProcessDocument {
  return withRows(newProcess({ id: 'pipeline', processName: 'Pipeline' }), {
    stages: [
      newStage({ id: 'qualify', stageName: 'Qualify', stageCode: 'QUALIFY', stageOrder: 1 }),
      newStage({ id: 'won', stageName: 'Won', stageCode: 'WON', stageOrder: 2, isClosedWon: true }),
    ],
  })
}

export function addStageTo(before: ProcessDocument, id: string) {
  const stage = newStage({ id, stageName: id, stageCode: id, stageOrder: 1 })
  const document = { ...before, stages: { ...before.stages, [id]: stage } }
  const diff = diffProcesses(before, document)
  const entry: HistoryEntry = { id: `add-${id}`, label: `Add ${id}`, diff, mergeKey: null, at: '2026-01-31' }
  return { document, change: { origin: 'command', diff, entry } as const }
}
