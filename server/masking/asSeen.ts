/** A process as somebody holds it who does not see all of it: each row names what is hidden in it. */
import type { ProcessDocument } from '../../src/domain/process/process.ts'
import { documentFromWire, documentToWire } from '../../src/domain/process/wireDocument.ts'
import type { Mask } from './mask.ts'
import { maskJson } from './maskJson.ts'

export const asSeen = (document: ProcessDocument, mask: Mask): ProcessDocument =>
  documentFromWire(maskJson(documentToWire(document), mask))
