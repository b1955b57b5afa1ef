/** A document's text is put together of the texts of its rows: it is the same as said whole, and as its rows change. */
import { v7 } from 'uuid'
import { expect, it } from 'vitest'
import { documentToWire } from '../../src/domain/process/wireDocument.ts'
import { templates } from '../../src/domain/templates/index.ts'
import { renamed } from '../../tests/kit/writer.ts'
import { documentText } from './documentText.ts'

it('says a document as its wire form does, and again after one of its rows changed', () => {
  for (const { build } of templates) {
    const document = build(v7)
    const [stage = ''] = Object.keys(document.stages)
    for (const one of [document, renamed(document, stage, 'A “quoted” "name"'), { ...document, stages: {} }])
      expect(documentText(one)).toBe(JSON.stringify(documentToWire(one)))
  }
})
