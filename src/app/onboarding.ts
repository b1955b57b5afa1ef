/** What a person has seen and done for the first time on this device. */
import { z } from 'zod'
import { createStore, type StoreApi } from 'zustand/vanilla'
import type { User } from '../contract/auth.ts'
import { ownerOf } from './ownerOf.ts'
import { keepOf, type TextKeep } from './wizardKeep.ts'

const progressSchema = z.object({
  /** The tour was taken, skipped or put off. */
  toured: z.boolean(),
  hidden: z.boolean(),
  done: z.array(z.enum(['drawn', 'checked', 'simulated', 'published'])),
  /** The process that was drawn last: where the next step is done. */
  processId: z.string().nullable(),
})
type Progress = z.infer<typeof progressSchema>

export interface OnboardingState extends Progress {
  /** The tour is on the screen. */
  readonly touring: boolean
}

export interface Onboarding {
  readonly store: StoreApi<OnboardingState>
  mark(step: Progress['done'][number], processId: string): void
  startTour(): void
  /** Ended or put off: it does not offer itself again. */
  endTour(): void
  hide(): void
  /** Invitation and checklist as on the first visit; what was done stays done. */
  again(): void
}

const first: Progress = { toured: false, hidden: false, done: [], processId: null }

function kept(keep: TextKeep): Progress {
  try {
    return progressSchema.safeParse(JSON.parse(keep.read() ?? 'null')).data ?? first
  } catch (problem) {
    if (problem instanceof SyntaxError) return first
    throw problem
  }
}

export function createOnboarding(keep: TextKeep): Onboarding {
  const store = createStore<OnboardingState>(() => ({ ...kept(keep), touring: false }))
  const change = (next: Partial<OnboardingState>) => {
    store.setState(next)
    const { touring: _, ...progress } = store.getState()
    keep.write(JSON.stringify(progress))
  }
  return {
    store,
    mark(step, processId) {
      const { done, processId: before } = store.getState()
      if (done.includes(step) && before === processId) return
      change({ processId, done: done.includes(step) ? done : [...done, step] })
    },
    startTour: () => change({ touring: true, toured: true }),
    endTour: () => change({ touring: false, toured: true }),
    hide: () => change({ hidden: true }),
    again: () => change({ toured: false, hidden: false }),
  }
}

const known = new Map<string, Onboarding>()

/** The same for the same person as long as the page lives. */
export function onboardingOf(user: User): Onboarding {
  const owner = ownerOf(user)
  const had = known.get(owner)
  if (had) return had
  const made = createOnboarding(keepOf(user, 'onboarding'))
  known.set(owner, made)
  return made
}
