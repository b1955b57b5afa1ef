/** The publish dialog with what it asks of the backend, the outbox and the other rooms. */
import { lazy, useMemo } from 'react'
import { v7 as newId } from 'uuid'
import { createPublishRequests } from '../../data/api/publishRequests.ts'
import type { Problem } from '../../domain/lint/rule.ts'
import { useEditorState } from '../../editor/react.ts'
import { type Asking, PublishDialog } from '../../features/publish/index.ts'
import { useNavigate } from '../../ui/routing/place.ts'
import { addressOf, requestAddress } from '../addresses.ts'
import { useOpenProcess, useProcessPlace } from '../processSession.ts'
import { keepsRequests } from '../publishRequests.ts'
import { useUser } from '../services.ts'
import { useOnline, useWorkspace } from '../workspaces.ts'

const PublishElsewhere = lazy(async () => ({
  default: (await import('./PublishElsewhere.tsx')).PublishElsewhere,
}))

interface PublishDialogPartProps {
  readonly onResolve: () => void
  readonly onClose: () => void
}

export function PublishDialogPart({ onResolve, onClose }: PublishDialogPartProps) {
  const { session, ui } = useProcessPlace()
  const { backend, outbox } = useWorkspace()
  const { pending, behind } = useOpenProcess()
  const hasNetwork = useOnline()
  const navigate = useNavigate()
  const user = useUser()
  const processId = useEditorState((state) => state.document.process.id)
  const publish = async (reason: string) => {
    // A refused publish holds up those behind it; this one takes its place.
    if (pending.some((row) => row.state === 'parked')) await outbox.withdraw(processId)
    await session.publish(reason)
  }
  const review = useMemo(() => {
    const requests = createPublishRequests(backend.client)
    // One key while the dialog is open: an answer that got lost asks for nothing twice.
    const keys = new Map<string, string>()
    const keyOf = (wish: string) => {
      const key = keys.get(wish) ?? newId()
      keys.set(wish, key)
      return key
    }
    return {
      situation: async () => {
        if (!(await keepsRequests(backend))) return null
        const [policy, page] = await Promise.all([requests.policy(), requests.list(processId)])
        if (!policy.ok) return null
        const rows = page.ok ? page.value.rows : []
        const mine = rows.find(
          ({ requested_by, restores, state }) =>
            requested_by.id === user.id &&
            restores === null &&
            state !== 'published' &&
            state !== 'withdrawn',
        )
        return { fourEyes: policy.value.four_eyes, timeZone: policy.value.time_zone, mine: mine ?? null }
      },
      ask: ({ review: reviewed, renews, ...asking }: Asking) => {
        const order = { ...asking, idempotencyKey: keyOf(JSON.stringify({ ...asking, reviewed, renews })) }
        return renews === null ? requests.ask(order, reviewed) : requests.renew(renews, order)
      },
      onOpen: (number: number) => {
        onClose()
        navigate(requestAddress(processId, number))
      },
    }
  }, [backend, processId, user.id, navigate, onClose])
  const dialog = {
    hasNetwork,
    pending,
    behind,
    impact: backend.impact,
    onPublish: publish,
    onGoTo: ({ at }: Problem) => {
      onClose()
      if (at.kind === 'stage' || at.kind === 'transition')
        ui.showDetails({ kind: at.kind, id: at.id }, at.field)
      else ui.showDetails(null, at.field)
    },
    onResolve,
    onHistory: () => {
      onClose()
      navigate(addressOf(processId, 'versions'))
    },
    onClose,
  }
  return backend.limits ? (
    <PublishElsewhere {...dialog} limits={backend.limits} />
  ) : (
    <PublishDialog {...dialog} review={review} />
  )
}
