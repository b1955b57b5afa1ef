/** The longer ways that an open process can be changed by: a stage step by step, a template in place of what is there. */
import { lazy, useEffect, useMemo } from 'react'
import { v7 as newId } from 'uuid'
import type { EditorDialog } from '../../editor/actions/index.ts'
import { useEditor } from '../../editor/react.ts'
import type { ChosenTemplate } from '../../features/templates/index.ts'
import { say } from '../../text/index.ts'
import { announce } from '../../ui/announcer/index.ts'
import { onboardingOf } from '../onboarding.ts'
import { useProcessPlace } from '../processSession.ts'
import { Queries } from '../Queries.tsx'
import { keepOf } from '../wizardKeep.ts'
import { useWorkspace } from '../workspaces.ts'
import { GalleryPart, SaveTemplatePart } from './TemplateParts.tsx'

const StageWizard = lazy(async () => ({
  default: (await import('../../features/wizard/index.ts')).StageWizard,
}))

export function GuidedDialogs({ dialog }: { readonly dialog: EditorDialog }) {
  const { ui } = useProcessPlace()
  const { user } = useWorkspace()
  const editor = useEditor()
  const processId = editor.store.getState().document.process.id
  const keep = useMemo(() => keepOf(user, `stageWizard ${processId}`), [user, processId])
  const isTour = dialog.name === 'tour'
  useEffect(() => {
    if (!isTour) return
    ui.closeDialog()
    ui.show('design')
    onboardingOf(user).startTour()
  }, [isTour, ui, user])

  const apply = ({ name, document }: ChosenTemplate) => {
    const done = editor.dispatch('applyTemplate', { name, built: document })
    if (!done.ok) announce(say(done.reason))
    ui.closeDialog()
    ui.canvas?.fit()
  }
  switch (dialog.name) {
    case 'stageWizard':
      return (
        <StageWizard
          keep={keep}
          newId={newId}
          afterStageId={dialog.afterStageId}
          transitionId={dialog.transitionId}
          onClose={ui.closeDialog}
        />
      )
    case 'templates':
      return (
        <Queries>
          <GalleryPart purpose="apply" onUse={apply} onClose={ui.closeDialog} />
        </Queries>
      )
    case 'saveAsTemplate':
      return (
        <Queries>
          <SaveTemplatePart document={editor.store.getState().document} onClose={ui.closeDialog} />
        </Queries>
      )
    default:
      return null
  }
}
