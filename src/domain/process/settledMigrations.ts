/** Deals are moved by the publish that takes their stage away: whose draft asked for the same has nothing left to move. */
import type { ProcessDocument } from './process.ts'

/** `document` without the ways of deals out of stages that were in use in `before` and are not in `published`. */
export function withoutSettledMigrations(
  document: ProcessDocument,
  before: ProcessDocument,
  published: ProcessDocument,
): ProcessDocument {
  const open = Object.entries(document.process.stageMigrations).filter(
    ([stageId]) => !before.stages[stageId]?.isActive || published.stages[stageId]?.isActive,
  )
  if (open.length === Object.keys(document.process.stageMigrations).length) return document
  return { ...document, process: { ...document.process, stageMigrations: Object.fromEntries(open) } }
}
