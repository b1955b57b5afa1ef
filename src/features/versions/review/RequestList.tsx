/** All requests to publish the open process. */
import type { PublishRequests } from '../../../data/api/publishRequests.ts'
import { useText } from '../../../text/index.ts'
import { Panel } from '../../../ui/layout/Panel.tsx'
import { RequestRows } from './RequestRows.tsx'
import styles from './review.module.css'

interface RequestListProps {
  readonly requests: Pick<PublishRequests, 'list'>
  readonly processId: string
  readonly addressOf: (number: number) => string
}

export function RequestList({ requests, processId, addressOf }: RequestListProps) {
  const t = useText('review')
  return (
    <Panel title={t('requests')} level={3} flush>
      <RequestRows
        queryKey={['publishRequests', processId, 'list']}
        load={(page) => requests.list(processId, page)}
        link={({ number }) => ({ to: addressOf(number) })}
        frame={(rows) => rows}
        empty={<p className={styles.none}>{t('none')}</p>}
      />
    </Panel>
  )
}
