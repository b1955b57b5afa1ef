/** What the domain and the server say, in German. Read by ../../sentences.ts. */
import type { SentenceBook } from '../../sentences.ts'
import { approvals } from './approvals.ts'
import { backends } from './backends.ts'
import { changes } from './changes.ts'
import { deals } from './deals.ts'
import { imports } from './imports.ts'
import { problems } from './problems.ts'
import { rules } from './rules.ts'
import { server } from './server.ts'
import { templates } from './templates.ts'

export const sentences: SentenceBook = {
  ...approvals,
  ...backends,
  ...changes,
  ...deals,
  ...imports,
  ...problems,
  ...rules,
  ...server,
  ...templates,
}
