import { lazy, Suspense } from 'react'
import type { WorkflowDesigner } from '../../editor/approvalDesigner.ts'
import { isSection, Settings, type SettingsSection } from '../../features/settings/index.ts'
import { useText } from '../../text/index.ts'
import { Notice } from '../../ui/feedback/Notice.tsx'
import { SkeletonRows } from '../../ui/feedback/SkeletonRows.tsx'
import { Navigate } from '../../ui/routing/Navigate.tsx'
import { useParams } from '../../ui/routing/place.ts'
import { findFieldUses } from '../fieldUses.ts'
import { usePage } from '../usePage.ts'
import { useAccess } from '../workspaces.ts'

const ActivityLog = lazy(async () => ({
  default: (await import('../../features/activity/index.ts')).ActivityLog,
}))

const AuditLog = lazy(async () => ({
  default: (await import('../../features/audit-log/index.ts')).AuditLog,
}))

const KeyMapPart = lazy(async () => ({
  default: (await import('../KeyMapPart.tsx')).KeyMapPart,
}))

const WorkflowDesignerPart = lazy(async () => ({
  default: (await import('../WorkflowDesignerPart.tsx')).WorkflowDesignerPart,
}))

const PublishPolicyPart = lazy(async () => ({
  default: (await import('../layout/PublishPolicyPart.tsx')).PublishPolicyPart,
}))

const LoadedDesigner: WorkflowDesigner = (props) => {
  const t = useText('approvalDesigner')
  return (
    <Suspense fallback={<SkeletonRows what={t('form')} rows={6} />}>
      <WorkflowDesignerPart {...props} />
    </Suspense>
  )
}

/** What a backend that is not ours has no place for. */
const ofThisDevice: readonly SettingsSection[] = ['appearance', 'accessibility']

function OnlyHere() {
  return <Notice tone="info" title={useText('backends')('onlyHere')} />
}

export function SettingsPage() {
  const t = useText('app')
  const words = useText('settings')
  const { section } = useParams()
  const known = isSection(section) ? section : null
  const page = known ? `${words(`section_${known}`)}, ${t('settings')}` : t('settings')
  usePage(t('title', { page }), `settings ${section}`)
  const { backend, user, workspace } = useAccess()
  const only = backend.limits ? ofThisDevice : undefined
  if (!known || (only && !only.includes(known)))
    return <Navigate to={`/settings/${only?.[0] ?? 'company'}`} />
  return (
    <Settings
      client={backend.client}
      {...(only && { only, note: <OnlyHere /> })}
      user={user}
      section={known}
      addressOf={(name) => `/settings/${name}`}
      findFieldUses={async (key) => findFieldUses(await workspace(), key)}
      WorkflowDesigner={LoadedDesigner}
      publishing={
        <Suspense fallback={null}>
          <PublishPolicyPart />
        </Suspense>
      }
      audit={
        <Suspense fallback={<SkeletonRows what={words('section_audit')} rows={8} />}>
          <AuditLog backend={backend} />
        </Suspense>
      }
      keys={
        <Suspense fallback={<SkeletonRows what={words('singleKeys')} rows={6} />}>
          <KeyMapPart />
        </Suspense>
      }
      activity={
        <Suspense fallback={null}>
          <ActivityLog />
        </Suspense>
      }
    />
  )
}
