/**
 * The API suite, in the user's verbs, over every backend there is: in the page, on PGlite, on a real PostgreSQL, or,
 * with CONFORMANCE_URL, on anybody's. At the end it prints what each backend supports.
 */
import { afterAll, beforeAll, describe, it } from 'vitest'
import { bases, type RunningBase } from './base.ts'
import { accessCases } from './cases/access.ts'
import { badInputCases } from './cases/badInput.ts'
import { engineCases } from './cases/engine.ts'
import { eventCases } from './cases/events.ts'
import { garbageCases } from './cases/garbage.ts'
import { mannerCases } from './cases/manners.ts'
import { processCases } from './cases/processes.ts'
import { processTemplateCases } from './cases/processTemplates.ts'
import { publishRequestCases } from './cases/publishRequests.ts'
import { referenceCases } from './cases/reference.ts'
import { settingsCases } from './cases/settings.ts'
import { stageCases } from './cases/stages.ts'
import { transitionCases } from './cases/transitions.ts'
import { usageCases } from './cases/usage.ts'
import { versionCases } from './cases/versions.ts'
import { type Case, canRun, createScene, type Scene } from './scene.ts'
import { createSupportTable } from './supportTable.ts'

const cases: readonly Case[] = [
  ...stageCases,
  ...usageCases,
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
  ...eventCases,
  ...mannerCases,
  ...garbageCases,
]
const table = createSupportTable()

describe.each(bases)('$name', (base) => {
  let running: RunningBase
  let scene: Scene
  beforeAll(async () => {
    running = await base.start()
    scene = createScene(running)
  }, 180_000)
  afterAll(async () => {
    await running?.stop()
  })

  it.each(cases)('$feature: $title', async (one) => {
    if (!canRun(running, one)) {
      table.note(base.name, one.feature, 'not tried')
      return
    }
    table.note(base.name, one.feature, 'no')
    await one.run(scene)
    table.note(base.name, one.feature, 'yes')
  })
})

afterAll(() => table.print())
