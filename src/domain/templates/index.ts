/** Ready processes to start from. One file a template; each lints clean (tests/laws/everyTemplateLintsClean). */
import { standardSix } from './standardSix.ts'
import type { Template } from './template.ts'

export type { Template } from './template.ts'

/** In the order the library shows them. */
export const templates: readonly Template[] = [standardSix]

export function findTemplate(id: string): Template | undefined {
  return templates.find((template) => template.id === id)
}
