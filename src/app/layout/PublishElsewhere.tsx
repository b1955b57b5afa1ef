/** The way out of a draft to a backend that is not ours: what it does not keep is said before, its steps while it goes. */
import { useEffect, useState } from 'react'
import type { Limits, PublishSteps } from '../../data/api/backend.ts'
import { useEditorState } from '../../editor/react.ts'
import { PublishDialog, type PublishDialogProps } from '../../features/publish/index.ts'
import { BackendLimits } from './BackendLimits.tsx'

interface PublishElsewhereProps extends Omit<PublishDialogProps, 'elsewhere'> {
  readonly limits: Limits
}

export function PublishElsewhere({ limits, ...dialog }: PublishElsewhereProps) {
  const { document, base } = useEditorState(({ document, base }) => ({ document, base }))
  const processId = document.process.id
  const steps = useSteps(limits, processId)
  const leftBehind = base ? limits.leftBehind(base, document) : 0
  return (
    <PublishDialog
      {...dialog}
      elsewhere={{
        limits: <BackendLimits limits={limits} leftBehind={leftBehind} />,
        steps,
        onStop: () => void limits.stop(processId),
      }}
    />
  )
}

function useSteps(limits: Limits, processId: string): PublishSteps | null {
  const [steps, setSteps] = useState<PublishSteps | null>(null)
  useEffect(() => {
    const watching = limits.progress(processId).subscribe(setSteps)
    return () => watching.unsubscribe()
  }, [limits, processId])
  return steps
}
