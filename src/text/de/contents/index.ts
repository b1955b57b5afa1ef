/** Was in den fertigen Vorlagen steht, auf Deutsch; geladen, wenn jemand eine ansieht. */
import { bantInsideSales } from './bantInsideSales.ts'
import { channelPartner } from './channelPartner.ts'
import { consulting } from './consulting.ts'
import { enterpriseMeddicc } from './enterpriseMeddicc.ts'
import { eventPlanning } from './eventPlanning.ts'
import { renewal } from './renewal.ts'
import { saasSubscription } from './saasSubscription.ts'
import { shared } from './shared.ts'
import { standardSix } from './standardSix.ts'

export const contents: Readonly<Record<string, string>> = {
  ...shared,
  ...standardSix,
  ...saasSubscription,
  ...enterpriseMeddicc,
  ...bantInsideSales,
  ...consulting,
  ...eventPlanning,
  ...channelPartner,
  ...renewal,
}
