import { lazy } from 'react'
import { useStore } from 'zustand'
import { useNavigate } from '../../ui/routing/place.ts'
import { addressOf } from '../addresses.ts'
import { onboardingOf } from '../onboarding.ts'
import { useAccess } from '../workspaces.ts'
import { LazyPart } from './LazyPart.tsx'

/** It stands above the processes: coming after them, it would push them away from under a hand. */
const Checklist = lazy(async () => ({
  default: (await import('../../features/onboarding/index.ts')).Checklist,
}))

/** The first process of whoever may make one, until it is hidden. */
export function ChecklistPart() {
  const { user } = useAccess()
  const navigate = useNavigate()
  const onboarding = onboardingOf(user)
  const { hidden, done, processId } = useStore(onboarding.store)
  if (hidden || !user.permissions.includes('configure_process')) return null
  return (
    <LazyPart beside onGone={onboarding.hide}>
      <Checklist
        done={new Set(done)}
        onGo={(step) => {
          if (step === 'drawn') return () => navigate('/new')
          if (processId === null) return null
          const view = step === 'simulated' ? 'simulate' : 'design'
          return () => navigate(addressOf(processId, view))
        }}
        onHide={onboarding.hide}
      />
    </LazyPart>
  )
}
