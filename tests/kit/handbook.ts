/** What handbooks are written of in tests: a template as a process, all it refers to, and the plainest options. */
import type { ProcessDocument } from '../../src/domain/process/process.ts'
import { templates } from '../../src/domain/templates/index.ts'
import { standardReference } from '../../src/domain/templates/standardReference.ts'

export const options = {
  companyName: 'Müller & Söhne',
  now: '2026-11-21T09:00:00.000Z',
  found: [],
  notes: false,
  comments: false,
  problems: false,
}

let count = 0
export const template = (id: string): ProcessDocument => {
  const found = templates.find((one) => one.id === id)
  if (!found) throw new Error(`There is no template ${id}.`)
  return found.build(() => `id-${++count}`, 'company')
}

export const reference = standardReference('company')
