/**
 * What the server alone says about a document, whatever the caller sent: whose it is, which revision, when and by
 * whom each row was made and last changed. A row without a change stays the very row that was there; any other is what
 * will be read of it, to the order of its fields.
 */
import type { z } from 'zod'
import { sameValue } from '../../src/domain/process/equality.ts'
import { type ProcessDocument, salesProcessSchema, tableSchemas } from '../../src/domain/process/process.ts'
import type { SalesStage } from '../../src/domain/process/stage.ts'
import type { StageTransition } from '../../src/domain/process/transition.ts'
import type { StoredProcess } from '../services.ts'

export interface Stamp {
  readonly processId: string
  readonly companyId: string
  readonly userId: string
  readonly now: string
  readonly isDefault: boolean
}

/**
 * The document as it would be kept, still with the former revision and times of the process's own row.
 * @throws z.ZodError where a row could not be read again.
 */
export function stamped(
  next: ProcessDocument,
  before: ProcessDocument | null,
  stamp: Stamp,
): ProcessDocument {
  const { processId, companyId, userId, now } = stamp
  const created = { companyId, processId, createdAt: now, updatedAt: now }
  return {
    process: salesProcessSchema.parse({
      ...next.process,
      id: processId,
      companyId,
      isDefault: stamp.isDefault,
      revision: before?.process.revision ?? 0,
      createdAt: before?.process.createdAt ?? now,
      createdByUserId: before ? before.process.createdByUserId : userId,
      updatedAt: before?.process.updatedAt ?? now,
      updatedByUserId: before?.process.updatedByUserId ?? null,
    }),
    stages: rows<SalesStage>(next.stages, before?.stages, (stage, had) =>
      tableSchemas.stages.parse(
        had
          ? {
              ...stage,
              ...kept(had),
              createdByUserId: had.createdByUserId,
              updatedAt: now,
              updatedByUserId: userId,
            }
          : { ...stage, ...created, createdByUserId: userId, updatedByUserId: null },
      ),
    ),
    transitions: rows<StageTransition>(next.transitions, before?.transitions, (transition, had) =>
      tableSchemas.transitions.parse(
        had ? { ...transition, ...kept(had), updatedAt: now } : { ...transition, ...created },
      ),
    ),
    scenarios: asRead(next.scenarios, before?.scenarios, tableSchemas.scenarios),
    waivers: asRead(next.waivers, before?.waivers, tableSchemas.waivers),
    comments: asRead(next.comments, before?.comments, tableSchemas.comments),
  }
}

const asRead = <Row>(
  next: Readonly<Record<string, Row>>,
  before: Readonly<Record<string, Row>> | undefined,
  schema: z.ZodType<Row>,
): Readonly<Record<string, Row>> =>
  next === before
    ? next
    : Object.fromEntries(
        Object.entries(next).map(([id, row]) => [id, before?.[id] === row ? row : schema.parse(row)]),
      )

const kept = ({ companyId, processId, createdAt }: SalesStage | StageTransition) => ({
  companyId,
  processId,
  createdAt,
})

function rows<Row extends SalesStage | StageTransition>(
  next: Readonly<Record<string, Row>>,
  before: Readonly<Record<string, Row>> | undefined,
  stampRow: (row: Row, had: Row | undefined) => Row,
): Record<string, Row> {
  return Object.fromEntries(
    Object.entries(next).map(([id, row]) => {
      const had = before && Object.hasOwn(before, id) ? before[id] : undefined
      if (had && sameValue(said(row), said(had))) return [id, had]
      return [id, stampRow(row, had)]
    }),
  )
}

/** A row without what only the server says. */
function said(row: SalesStage | StageTransition): object {
  const { companyId: _company, processId: _process, createdAt: _created, updatedAt: _updated, ...rest } = row
  if (!('createdByUserId' in rest)) return rest
  const { createdByUserId: _by, updatedByUserId: _lastBy, ...own } = rest
  return own
}

/** In which revision each row last changed, after `document` became that revision. */
export function changedIn(
  document: ProcessDocument,
  before: StoredProcess | null,
  revision: number,
): StoredProcess['changedIn'] {
  const since = (table: 'stages' | 'transitions') =>
    Object.fromEntries(
      Object.entries(document[table]).map(([id, row]) => [
        id,
        before && before.document[table][id] === row ? (before.changedIn[table][id] ?? revision) : revision,
      ]),
    )
  return { stages: since('stages'), transitions: since('transitions') }
}
