/** Onboarding of an open process: offers the tour on the first visit, shows it, and notes what is done the first time. */
import { lazy, useEffect } from 'react'
import { useStore } from 'zustand'
import type { ProcessDocument } from '../../domain/process/process.ts'
import { useEditor } from '../../editor/react.ts'
import { whenIdle } from '../../ui/whenIdle.ts'
import { onboardingOf } from '../onboarding.ts'
import { useProcessPlace } from '../processSession.ts'
import { useWorkspace } from '../workspaces.ts'
import { LazyPart } from './LazyPart.tsx'

const Tour = lazy(async () => ({ default: (await import('../../features/onboarding/index.ts')).Tour }))
/** The canvas comes first. */
const TourInvitation = lazy(async () => {
  await whenIdle()
  return { default: (await import('../../features/onboarding/index.ts')).TourInvitation }
})

const isDrawn = ({ stages, transitions }: ProcessDocument): boolean =>
  Object.keys(stages).length > 1 && Object.keys(transitions).length > 0

/** Notes what a person draws, checks and publishes. */
function useFirstSteps(): void {
  const { ui } = useProcessPlace()
  const { user, outbox } = useWorkspace()
  const editor = useEditor()
  useEffect(() => {
    const { mark } = onboardingOf(user)
    const id = editor.store.getState().document.process.id
    const { base, document } = editor.store.getState()
    if (base === null && isDrawn(document)) mark('drawn', id)
    const stops = [
      editor.onChange(({ after }) => {
        if (isDrawn(after)) mark('drawn', id)
      }),
      ui.screen.subscribe(({ problems }) => {
        if (problems) mark('checked', id)
      }),
      outbox.onOutcome(({ kind, processId }) => {
        if (kind === 'published' && processId === id) mark('published', id)
      }),
    ]
    return () => {
      for (const stop of stops) stop()
    }
  }, [user, outbox, editor, ui])
}

export function OnboardingPart({ inDesign }: { readonly inDesign: boolean }) {
  const { user } = useWorkspace()
  const onboarding = onboardingOf(user)
  const touring = useStore(onboarding.store, (state) => state.touring)
  const toured = useStore(onboarding.store, (state) => state.toured)
  const readOnly = useStore(useEditor().store, (state) => state.readOnly !== null)
  useFirstSteps()
  if (!inDesign) return null
  return (
    <LazyPart beside onGone={onboarding.endTour}>
      {touring ? <Tour onClose={onboarding.endTour} /> : null}
      {toured || readOnly ? null : (
        <TourInvitation onStart={onboarding.startTour} onLater={onboarding.endTour} />
      )}
    </LazyPart>
  )
}
