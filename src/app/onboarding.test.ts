import { describe, expect, it } from 'vitest'
import { createOnboarding } from './onboarding.ts'

function aKeep(content: string | null = null) {
  let kept = content
  return {
    read: () => kept,
    write: (next: string | null) => {
      kept = next
    },
  }
}

describe('the first visit', () => {
  it('remembers on this device what was done, and for which process', () => {
    const keep = aKeep()
    const before = createOnboarding(keep)
    before.mark('drawn', 'p1')
    before.mark('drawn', 'p1')
    before.mark('simulated', 'p2')
    expect(createOnboarding(keep).store.getState()).toMatchObject({
      done: ['drawn', 'simulated'],
      processId: 'p2',
      toured: false,
      hidden: false,
    })
  })

  it('does not offer a tour that was taken or put off, until it is asked for again', () => {
    const keep = aKeep()
    const onboarding = createOnboarding(keep)
    onboarding.startTour()
    expect(createOnboarding(keep).store.getState()).toMatchObject({ toured: true, touring: false })
    onboarding.endTour()
    onboarding.hide()
    onboarding.mark('published', 'p1')
    onboarding.again()
    expect(createOnboarding(keep).store.getState()).toMatchObject({
      toured: false,
      hidden: false,
      done: ['published'],
    })
  })

  it('begins anew where what was kept cannot be read', () => {
    expect(createOnboarding(aKeep('{"tou')).store.getState().done).toEqual([])
    expect(createOnboarding(aKeep('{"done":["flown"]}')).store.getState().done).toEqual([])
  })
})
