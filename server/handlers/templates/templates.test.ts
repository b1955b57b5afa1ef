/** Two people change one template of the company at once: nobody's change is taken back by who had read it before. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { api } from '../../../src/contract/api.ts'
import { masked } from '../../../src/domain/process/masking.ts'
import { documentToWire, type WireDocument } from '../../../src/domain/process/wireDocument.ts'
import { aim, type Target } from '../../../tests/attack/target.ts'
import type { Person } from '../../../tests/conformance/person.ts'
import { soundProcess } from '../../../tests/conformance/scene.ts'
import { databaseKinds } from '../../../tests/kit/backend.ts'

describe.each(databaseKinds)('a template that two change at once, on %s', (kind) => {
  let target: Target
  let administrator: Person
  /** Does not see the guidance of stages. */
  let director: Person
  let params: { readonly id: string }
  let path: string
  beforeAll(async () => {
    target = await aim(kind)
    const owner = await target.signsIn()
    administrator = owner.person
    director = (await target.signsIn('sales_director', owner.actor)).person
    const body = { template_name: 'Ours', document: documentToWire(soundProcess()) }
    const { value } = await administrator.does(api.processTemplates.create, { body })
    params = { id: value.id }
    path = `/api/process-templates/${value.id}/`
    await administrator.does(api.masking.writePolicy, { body: { fields: ['stage.guidance'], sees: [] } })
  })
  afterAll(async () => {
    expect(target.backend.bugs).toEqual([])
    await target.close()
  })

  const guided = (document: WireDocument, guidance: string): WireDocument => ({
    ...document,
    stages: document.stages.map((stage) => ({ ...stage, guidance })),
  })
  const guidances = async () => {
    const { value } = await administrator.does(api.processTemplates.read, { params })
    return new Set(value.document.stages.map(({ guidance }) => guidance))
  }

  it('keeps what is hidden from one of them as the other wrote it', async () => {
    const { value: full } = await administrator.does(api.processTemplates.read, { params })
    const { value: seen } = await director.does(api.processTemplates.read, { params })
    expect(seen.document.stages[0]?.guidance).toEqual(masked)
    for (let round = 1; round <= 10; round += 1) {
      const document = guided(full.document, `Round ${round}`)
      const [written, sent] = await Promise.all([
        administrator.sends('PUT', path, { json: { document } }),
        director.sends('PUT', path, { json: { document: seen.document } }),
      ])
      expect([200, 412]).toContain(sent.status)
      if (written.status === 200) expect(await guidances()).toEqual(new Set([`Round ${round}`]))
    }
  })

  it('refuses who says that they had read another revision, and whose tag is of something else', async () => {
    const read = await administrator.does(api.processTemplates.read, { params })
    const renamed = await administrator.does(api.processTemplates.update, {
      params,
      body: { template_name: 'Theirs' },
      ifMatch: read.etag,
    })
    expect(renamed.value.revision).toBe(read.value.revision + 1)
    const stale = { params, ifMatch: read.etag }
    const mine = { ...stale, body: { template_name: 'Mine' } }
    const refused = await administrator.isRefused(api.processTemplates.update, mine, 'VERSION_CONFLICT')
    expect(refused.details).toEqual({
      current_revision: renamed.value.revision,
      current_etag: renamed.etag,
    })
    await administrator.isRefused(api.processTemplates.delete, stale, 'VERSION_CONFLICT')
    const foreign = { ...mine, ifMatch: `"c-${params.id}-${renamed.value.revision}"` }
    await administrator.isRefused(api.processTemplates.update, foreign, 'VERSION_CONFLICT')
    await administrator.does(api.processTemplates.delete, { params, ifMatch: renamed.etag })
  })
})
