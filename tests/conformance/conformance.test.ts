/**
 * The API suite, in the user's verbs, over every backend there is: in the page, on PGlite, on a real PostgreSQL, with
 * all but a few doors closed, or, with CONFORMANCE_URL, on anybody's. At the end it prints what each backend supports.
 * What a backend promises by what it is has to hold; anything more is tried and told.
 */
import { afterAll, beforeAll, describe, it } from 'vitest'
import { bases, promises, type RunningBase } from './base.ts'
import { accessCases } from './cases/access.ts'
import { badInputCases } from './cases/badInput.ts'
import { engineCases } from './cases/engine.ts'
import { eventCases } from './cases/events.ts'
import { feedCases } from './cases/feeds.ts'
import { garbageCases } from './cases/garbage.ts'
import { mannerCases } from './cases/manners.ts'
import { maskingCases } from './cases/masking.ts'
import { processCases } from './cases/processes.ts'
import { processTemplateCases } from './cases/processTemplates.ts'
import { publishRequestCases } from './cases/publishRequests.ts'
import { referenceCases } from './cases/reference.ts'
import { settingsCases } from './cases/settings.ts'
import { settingsAloneCases } from './cases/settingsAlone.ts'
import { stageCases } from './cases/stages.ts'
import { tenEndpointsCases } from './cases/tenEndpoints.ts'
import { transitionCases } from './cases/transitions.ts'
import { usageCases } from './cases/usage.ts'
import { versionCases } from './cases/versions.ts'
import { type Case, canRun, createScene, type SignedIn } from './scene.ts'
import { createSupportTable } from './supportTable.ts'

const cases: readonly Case[] = [
  ...tenEndpointsCases,
  ...settingsAloneCases,
  ...stageCases,
  ...usageCases,
  ...feedCases,
  ...transitionCases,
  ...processCases,
  ...versionCases,
  ...publishRequestCases,
  ...settingsCases,
  ...referenceCases,
  ...processTemplateCases,
  ...engineCases,
  ...badInputCases,
  ...accessCases,
  ...maskingCases,
  ...eventCases,
  ...mannerCases,
  ...garbageCases,
]
const table = createSupportTable()
const promiseOf = {
  full: 'the whole contract',
  blueprint: 'the ten endpoints of the blueprint',
  'tenant-settings': 'the tenant settings alone',
} as const

describe.each(bases)('$name', (base) => {
  let running: RunningBase
  const signed: SignedIn = new Map()
  beforeAll(async () => {
    running = await base.start()
  }, 180_000)
  afterAll(async () => {
    await running?.stop()
  })

  const tried = base.triesAll ? cases : cases.filter((one) => promises(base.tier, one.on))

  it.each(tried)('$feature: $title', async (one) => {
    if (!canRun(running, one)) {
      table.note(base.name, one.feature, 'not tried')
      return
    }
    let held = false
    try {
      await one.run(createScene(running, one, signed))
      held = true
    } catch (error) {
      if (promises(base.tier, one.on)) throw error
    } finally {
      table.note(base.name, one.feature, held)
    }
  })
})

afterAll(() => {
  const tiers = bases.map(({ name, tier }) => `  ${name} promises ${promiseOf[tier]}.`)
  process.stdout.write(`\n${tiers.join('\n')}\n\n${table.text()}\n\n`)
})
