import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'

/** A page that is opened anew on this device. */
async function openPage() {
  vi.resetModules()
  const store = await import('./preferences.ts')
  const theme = await import('../theme/appearance.ts')
  const text = await import('../../text/verbosity.ts')
  return { ...store, ...theme, ...text }
}

let stop: (() => void)[] = []
beforeEach(() => localStorage.clear())
afterEach(() => {
  for (const end of stop) end()
  stop = []
})

describe('what is chosen for this device', () => {
  it('is the default until somebody chooses', async () => {
    const { preferences } = await openPage()
    expect(preferences()).toMatchObject({
      theme: 'system',
      language: 'system',
      verbosity: 'standard',
      hints: true,
      sounds: false,
      singleKeys: true,
      defaultView: 'auto',
      remappedKeys: {},
    })
  })

  it('holds at the next visit, and only what differs is kept', async () => {
    const first = await openPage()
    first.setPreferences({ sounds: true, hints: true, remappedKeys: { addStage: ['Q'], undo: [] } })
    expect(JSON.parse(localStorage.getItem('stagecraft.preferences') ?? '')).toEqual({
      sounds: true,
      remappedKeys: { addStage: ['Q'], undo: [] },
    })
    const { preferences } = await openPage()
    expect(preferences().sounds).toBe(true)
    expect(preferences().remappedKeys).toEqual({ addStage: ['Q'], undo: [] })
  })

  it('ignores what it does not know', async () => {
    localStorage.setItem(
      'stagecraft.preferences',
      JSON.stringify({ theme: 'pink', sounds: 'yes', motion: 'reduce', remappedKeys: { undo: 'Q' }, old: 1 }),
    )
    const { preferences } = await openPage()
    expect(preferences()).toMatchObject({
      theme: 'system',
      sounds: false,
      motion: 'reduce',
      remappedKeys: {},
    })
  })

  it('says so and goes on where what was kept is broken', async () => {
    const warning = vi.spyOn(console, 'warn').mockImplementation(() => {})
    localStorage.setItem('stagecraft.preferences', '{')
    const { preferences } = await openPage()
    expect(preferences().theme).toBe('system')
    expect(warning).toHaveBeenCalledOnce()
    warning.mockRestore()
  })

  it('is shown at once, also when it was chosen in another tab', async () => {
    const page = await openPage()
    stop = [page.followPreferences()]
    const { dataset } = document.documentElement
    page.setPreferences({ theme: 'dark', focusRing: 'strong', textSize: 'large', verbosity: 'brief' })
    expect(dataset).toMatchObject({ theme: 'dark', focusRing: 'strong', textSize: 'large' })
    expect(page.verbosity()).toBe('brief')
    localStorage.setItem('stagecraft.preferences', JSON.stringify({ motion: 'reduce' }))
    dispatchEvent(new StorageEvent('storage', { key: 'stagecraft.preferences' }))
    expect(dataset).toMatchObject({ motion: 'reduce', focusRing: 'normal' })
    expect(page.prefersReducedMotion()).toBe(true)
    expect(page.verbosity()).toBe('standard')
  })
})
