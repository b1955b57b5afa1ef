/** The document of a request's body, as a whole that holds together. */
import { ZodError } from 'zod'
import { rowId } from '../../../src/contract/lists.ts'
import type { ProcessDocument } from '../../../src/domain/process/process.ts'
import { documentFromWire, type WireDocument } from '../../../src/domain/process/wireDocument.ts'
import { ApiError } from '../../apiError.ts'

/** @throws ApiError VALIDATION_FAILED where it is another process, names a row twice or a stage that it does not have. */
export function documentOf(wire: WireDocument, processId: string): ProcessDocument {
  if (wire.id !== processId)
    refuse('document.id', `The document is of process ${wire.id}, the address of ${processId}.`)
  for (const table of ['stages', 'transitions', 'scenarios', 'waivers', 'comments'] as const) {
    const seen = new Set<string>()
    wire[table].forEach(({ id }, index) => {
      if (!rowId.safeParse(id).success) refuse(`document.${table}.${index}.id`, 'This cannot be an id.')
      if (seen.has(id)) refuse(`document.${table}.${index}.id`, `The id ${id} is there twice.`)
      seen.add(id)
    })
  }
  wire.stages.forEach(({ stage_order }, index) => {
    refuseFarAway(`document.stages.${index}.stage_order`, stage_order)
  })
  wire.transitions.forEach(({ priority }, index) => {
    refuseFarAway(`document.transitions.${index}.priority`, priority)
  })
  const stageIds = new Set(wire.stages.map(({ id }) => id))
  for (const [from, to] of Object.entries(wire.stage_migrations)) {
    if (!stageIds.has(to))
      refuse(`document.stage_migrations.${from}`, `There is no stage ${to} in the document.`)
  }
  wire.transitions.forEach(({ from_stage_id, to_stage_id, is_global }, index) => {
    const at = `document.transitions.${index}`
    if (!stageIds.has(to_stage_id))
      refuse(`${at}.to_stage_id`, `There is no stage ${to_stage_id} in the document.`)
    if (from_stage_id === null) {
      if (!is_global) refuse(`${at}.from_stage_id`, 'Only a global transition leaves no particular stage.')
    } else if (!stageIds.has(from_stage_id)) {
      refuse(`${at}.from_stage_id`, `There is no stage ${from_stage_id} in the document.`)
    }
  })
  try {
    return documentFromWire(wire)
  } catch (error) {
    if (!(error instanceof ZodError)) throw error
    const [issue] = error.issues
    return refuse(
      ['document', ...(issue?.path ?? [])].map(String).join('.'),
      issue?.message ?? 'It has the wrong shape.',
    )
  }
}

/** Beyond this an order says nothing, and databases have no room for it. */
const farthest = 1_000_000_000

function refuseFarAway(path: string, order: number): void {
  if (Math.abs(order) > farthest) refuse(path, `It lies beyond ${farthest}.`)
}

function refuse(path: string, message: string): never {
  throw new ApiError('VALIDATION_FAILED', `${path} is not valid: ${message}`, {
    in: 'body',
    issues: [{ path, message }],
  })
}
