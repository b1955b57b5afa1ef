/**
 * Replaces the content of this process: an import into an open process, an older version restored. The process
 * stays itself: id, company, revision, default and where it came from; what cannot be seen of a row stays too.
 */
import { z } from 'zod'
import { type Comment, commentsAfterReplacing } from '../process/comment.ts'
import { keepingHidden } from '../process/hidden.ts'
import { type ProcessDocument, processDocumentSchema } from '../process/process.ts'
import type { SalesStage } from '../process/stage.ts'
import type { StageTransition } from '../process/transition.ts'
import { defineCommand } from './command.ts'

export const replaceDocument = defineCommand({
  id: 'replaceDocument',
  payload: z.strictObject({ document: processDocumentSchema, label: z.string().min(1).max(200) }),
  label: (_, { label }) => label,
  run: (document, { document: given }) => withContentOf(document, given),
})

/** The given rows and process fields under this process's identity. */
export function withContentOf(document: ProcessDocument, given: ProcessDocument): ProcessDocument {
  const { id, companyId, revision, isDefault, createdAt, createdByUserId, updatedAt, updatedByUserId } =
    document.process
  const process = {
    ...given.process,
    id,
    companyId,
    revision,
    isDefault,
    createdAt,
    createdByUserId,
    updatedAt,
    updatedByUserId,
  }
  const owned = <Row extends SalesStage | StageTransition>(
    had: Readonly<Record<string, Row>>,
    rows: Readonly<Record<string, Row>>,
  ): Record<string, Row> =>
    Object.fromEntries(
      Object.values(rows).map((row) => [
        row.id,
        keepingHidden(had[row.id], { ...row, companyId, processId: id }),
      ]),
    )
  const oldId = given.process.id
  const here = <Row extends { id: string; targetId: string }>(
    rows: Readonly<Record<string, Row>>,
  ): Record<string, Row> =>
    Object.fromEntries(
      Object.values(rows).map((row) => [row.id, row.targetId === oldId ? { ...row, targetId: id } : row]),
    )
  return {
    process,
    stages: owned(document.stages, given.stages),
    transitions: owned(document.transitions, given.transitions),
    scenarios: given.scenarios,
    waivers: here(given.waivers),
    comments: commentsAfterReplacing(
      document.comments,
      here<Comment>(given.comments),
      (targetId) => targetId === id || hasRow(given, targetId),
    ),
  }
}

const hasRow = ({ stages, transitions }: ProcessDocument, id: string): boolean =>
  stages[id] !== undefined || transitions[id] !== undefined
