import { useText } from '../../text/index.ts'
import { HouseDialog } from '../../ui/feedback/HouseDialog.tsx'
import { ActivityLog } from './ActivityLog.tsx'

/** The activity log over any view of a process. */
export function ActivityDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useText('activity')
  return (
    <HouseDialog open title={t('title')} description={t('lead')} onClose={onClose}>
      <ActivityLog />
    </HouseDialog>
  )
}
