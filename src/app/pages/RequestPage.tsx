import { useEditorState } from '../../editor/react.ts'
import { Review } from '../../features/versions/index.ts'
import { useText } from '../../text/index.ts'
import { SkeletonRows } from '../../ui/feedback/SkeletonRows.tsx'
import { useParams } from '../../ui/routing/place.ts'
import { addressOf } from '../addresses.ts'
import styles from '../layout/layout.module.css'
import { useFreshRequests, usePublishRequests } from '../publishRequests.ts'
import { Queries } from '../Queries.tsx'
import { useUser } from '../services.ts'
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
  useFreshRequests(processId)
  if (!requests) return <SkeletonRows what={t('loading')} rows={8} />
  return (
    <Review
      {...{ requests, backend, number, hasNetwork }}
      userId={user.id}
      back={addressOf(processId, 'versions')}
    />
  )
}
