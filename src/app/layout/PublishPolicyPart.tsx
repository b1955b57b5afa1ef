import { PublishPolicyPanel } from '../../features/publish/index.ts'
import { usePublishRequests } from '../publishRequests.ts'
import { useUser } from '../services.ts'

/** How the company publishes; nothing where the backend keeps no requests. */
export function PublishPolicyPart() {
  const requests = usePublishRequests()
  const { permissions } = useUser()
  return requests ? (
    <PublishPolicyPanel requests={requests} mayChange={permissions.includes('manage_members')} />
  ) : null
}
