/** A whole process on the wire: the process's own row with its tables as lists in a stable, git-friendly order. */
import { z } from 'zod'
import {
  type ProcessDocument,
  processDocumentSchema,
  salesProcessSchema,
  stagesInOrder,
  type TableName,
  type TableRows,
  tableSchemas,
} from './process.ts'
import { fromWire, toWire, type Wire, wireSchema } from './wire.ts'
import { stageFromWire, stageToWire, type WireStage, wireStageSchema } from './wireStage.ts'
import {
  transitionFromWire,
  transitionToWire,
  type WireTransition,
  wireTransitionSchema,
} from './wireTransition.ts'

export type WireDocument = Wire<ProcessDocument['process']> & {
  [T in TableName]: T extends 'stages'
    ? WireStage[]
    : T extends 'transitions'
      ? WireTransition[]
      : Wire<TableRows[T]>[]
}
/** As it may be stored: from before there were comments. */
export type StoredWireDocument = Omit<WireDocument, 'comments'> & Partial<Pick<WireDocument, 'comments'>>

export const wireDocumentSchema = wireSchema(salesProcessSchema).extend({
  stages: z.array(wireStageSchema),
  transitions: z.array(wireTransitionSchema),
  scenarios: z.array(wireSchema(tableSchemas.scenarios)),
  waivers: z.array(wireSchema(tableSchemas.waivers)),
  comments: z.array(wireSchema(tableSchemas.comments)).default([]),
})

export const byId = <Row extends { id: string }>(rows: Readonly<Record<string, Row>>): Row[] =>
  Object.values(rows).sort((a, b) => (a.id < b.id ? -1 : 1))

/** Stages by order, everything else by id: the same document always gives the same bytes. */
export function documentToWire(document: ProcessDocument): WireDocument {
  return {
    ...toWire(document.process),
    stages: stagesInOrder(document).map(stageToWire),
    transitions: byId(document.transitions).map(transitionToWire),
    scenarios: byId(document.scenarios).map(toWire),
    waivers: byId(document.waivers).map(toWire),
    comments: byId(document.comments).map(toWire),
  }
}

/** The same rows with their tables in the order in which they come off the wire. */
export function inWireOrder(document: ProcessDocument): ProcessDocument {
  const keyed = <Row extends { id: string }>(rows: readonly Row[]) =>
    Object.fromEntries(rows.map((row) => [row.id, row]))
  return {
    process: document.process,
    stages: keyed(stagesInOrder(document)),
    transitions: keyed(byId(document.transitions)),
    scenarios: keyed(byId(document.scenarios)),
    waivers: keyed(byId(document.waivers)),
    comments: keyed(byId(document.comments)),
  }
}

/** @throws z.ZodError naming the first path that is wrong. */
export function documentFromWire(wire: StoredWireDocument): ProcessDocument {
  const { stages, transitions, scenarios, waivers, comments = [], ...process } = wire
  const keyed = <Row extends { id: string }>(rows: Row[]): Record<string, Row> =>
    Object.fromEntries(rows.map((row) => [row.id, row]))
  const rows = <Row extends { id: string }>(list: Wire<Row>[]): Record<string, Row> =>
    keyed(list.map((item) => fromWire<Row>(item)))
  return processDocumentSchema.parse({
    process: fromWire(process),
    stages: keyed(stages.map(stageFromWire)),
    transitions: keyed(transitions.map(transitionFromWire)),
    scenarios: rows(scenarios),
    waivers: rows(waivers),
    comments: rows(comments),
  })
}
