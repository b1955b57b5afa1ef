import { lazy, Suspense } from 'react'
import { useStore } from 'zustand'
import { useNavigate } from '../../ui/routing/place.ts'
import { useAccess } from '../workspaces.ts'

const StepUpDialog = lazy(async () => ({
  default: (await import('../../features/sign-in/index.ts')).StepUpDialog,
}))

/** The question for the second factor, wherever one is when it comes; nothing until then. */
export function StepUpPart() {
  const { stepUp, backend } = useAccess()
  const question = useStore(stepUp.store)
  const navigate = useNavigate()
  return question ? (
    <Suspense fallback={null}>
      <StepUpDialog
        client={backend.client}
        question={question}
        onSetUp={() => navigate('/settings/account')}
      />
    </Suspense>
  ) : null
}
