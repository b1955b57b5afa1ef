import { useEditorState } from '../../editor/react.ts'
import { Review, requestKey } from '../../features/versions/index.ts'
import { useText } from '../../text/index.ts'
import { SkeletonRows } from '../../ui/feedback/SkeletonRows.tsx'
import { useLocation, useParams } from '../../ui/routing/place.ts'
import { addressOf } from '../addresses.ts'
import styles from '../layout/layout.module.css'
import { useFreshRequests, usePublishRequests } from '../publishRequests.ts'
import { Queries } from '../Queries.tsx'
import { useUser } from '../services.ts'
import { keepOf } from '../wizardKeep.ts'
import { useOnline, useWorkspace } from '../workspaces.ts'

/** One request to publish the open process. */
export function RequestPage() {
  const { number = '' } = useParams()
  return (
    <main id="main" tabIndex={-1} className={styles.page}>
      <Queries>
        <OneRequest key={number} number={Number(number)} />
      </Queries>
    </main>
  )
}

function OneRequest({ number }: { readonly number: number }) {
  const t = useText('review')
  const { backend } = useWorkspace()
  const requests = usePublishRequests()
  const user = useUser()
  const hasNetwork = useOnline()
  const processId = useEditorState(({ document }) => document.process.id)
  const { state } = useLocation()
  useFreshRequests(processId)
  if (!requests) return <SkeletonRows what={t('loading')} rows={8} />
  return (
    <Review
      {...{ requests, backend, number, hasNetwork }}
      userId={user.id}
      kept={(what) => keepOf(user, `review.${processId}.${number}.${what}`)}
      back={
        'from' in state && state.from === 'requests'
          ? { to: '/requests', state: { opened: requestKey(processId, number) }, children: t('backToAll') }
          : { to: addressOf(processId, 'versions'), children: t('back') }
      }
    />
  )
}
