import { describe, expect, it } from 'vitest'
import { companySettingsOf } from './companySettings.ts'

describe('company settings', () => {
  it('are what the backend has', () => {
    const settings = companySettingsOf({
      opportunities: { defaultView: 'pipeline', itemsPerPage: 50, showValue: false },
    })
    expect(settings).toMatchObject({ defaultView: 'pipeline', itemsPerPage: 50, showValue: false })
  })

  it('take the default where nothing, or nonsense, is stored', () => {
    const settings = companySettingsOf({ opportunities: { defaultView: 'kanban', itemsPerPage: 'many' } })
    expect(settings).toMatchObject({ defaultView: 'table', itemsPerPage: 25, autoCalculateProbability: true })
    expect(companySettingsOf({})).toMatchObject({ defaultCloseDateOffset: 30 })
  })
})
