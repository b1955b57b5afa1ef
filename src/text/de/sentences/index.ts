/** What the domain and the server say, in German. Read by ../../sentences.ts. */
import type { SentenceBook } from '../../sentences.ts'
import { roles } from '../roles.ts'
import { approvals } from './approvals.ts'
import { backends } from './backends.ts'
import { changes } from './changes.ts'
import { deals } from './deals.ts'
import { imports } from './imports.ts'
import { problems } from './problems.ts'
import { problemsOfGraph } from './problemsOfGraph.ts'
import { problemsOfRules } from './problemsOfRules.ts'
import { problemsOfStages } from './problemsOfStages.ts'
import { rules } from './rules.ts'
import { server } from './server.ts'
import { templates } from './templates.ts'

/** In a sentence a role is said by its code in words, at its beginning with a capital letter. */
const roleWords: SentenceBook = Object.fromEntries(
  Object.entries(roles).flatMap(([code, name]) => {
    const words = code.replaceAll('_', ' ')
    return [
      [words, name],
      [words.charAt(0).toUpperCase() + words.slice(1), name],
    ]
  }),
)

export const sentences: SentenceBook = {
  ...roleWords,
  ...approvals,
  ...backends,
  ...changes,
  ...deals,
  ...imports,
  ...problems,
  ...problemsOfGraph,
  ...problemsOfRules,
  ...problemsOfStages,
  ...rules,
  ...server,
  ...templates,
}
