/** Ready processes to start from. One file a template; each lints clean (tests/laws/everyTemplateLintsClean). */
import { bantInsideSales } from './bantInsideSales.ts'
import { channelPartner } from './channelPartner.ts'
import { consulting } from './consulting.ts'
import { enterpriseMeddicc } from './enterpriseMeddicc.ts'
import { eventPlanning } from './eventPlanning.ts'
import { renewal } from './renewal.ts'
import { saasSubscription } from './saasSubscription.ts'
import { standardSix } from './standardSix.ts'
import type { Template } from './template.ts'

export { industries, type Template, templateInWords } from './template.ts'

/** In the order the library shows them. */
export const templates: readonly Template[] = [
  standardSix,
  saasSubscription,
  enterpriseMeddicc,
  bantInsideSales,
  consulting,
  eventPlanning,
  channelPartner,
  renewal,
]

export function findTemplate(id: string): Template | undefined {
  return templates.find((template) => template.id === id)
}
