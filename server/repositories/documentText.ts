/**
 * A document as it is stored, byte for byte `JSON.stringify(documentToWire(document))`. A row that does not change stays
 * the same object from revision to revision, so its text is kept: of a large process a write says one row anew.
 */
import { type ProcessDocument, stagesInOrder } from '../../src/domain/process/process.ts'
import { toWire } from '../../src/domain/process/wire.ts'
import { byId } from '../../src/domain/process/wireDocument.ts'
import { stageToWire } from '../../src/domain/process/wireStage.ts'
import { transitionToWire } from '../../src/domain/process/wireTransition.ts'

const texts = new WeakMap<object, string>()

function list<Row extends object>(rows: readonly Row[], wire: (row: Row) => object): string {
  const said = rows.map((row) => {
    const text = texts.get(row) ?? JSON.stringify(wire(row))
    texts.set(row, text)
    return text
  })
  return `[${said.join(',')}]`
}

export function documentText(document: ProcessDocument): string {
  const tables = {
    stages: list(stagesInOrder(document), stageToWire),
    transitions: list(byId(document.transitions), transitionToWire),
    scenarios: list(byId(document.scenarios), toWire),
    waivers: list(byId(document.waivers), toWire),
    comments: list(byId(document.comments), toWire),
  }
  const said = Object.entries(tables).map(([name, rows]) => `"${name}":${rows}`)
  return `${JSON.stringify(toWire(document.process)).slice(0, -1)},${said.join(',')}}`
}
