/** What a revision changed against the one before it, in the words of the versions; null where it is not kept any more. */
import type { Backend } from '../../data/api/backend.ts'
import { changedRows } from '../../editor/changedRows.ts'
import { type ChangedGroup, changeGroups } from '../../editor/changeGroups.ts'

export async function processChanges(
  backend: Pick<Backend, 'version' | 'referenceData'>,
  processId: string,
  revision: number,
): Promise<readonly ChangedGroup[] | null> {
  const [after, before, reference] = await Promise.all([
    backend.version(processId, revision),
    revision > 1 ? backend.version(processId, revision - 1) : null,
    backend.referenceData(),
  ])
  if (!after.ok || !reference.ok || before?.ok === false) return null
  const { document } = after.value
  const nothing = { stages: {}, transitions: {}, scenarios: {}, waivers: {}, comments: {} }
  const was = before?.value.document ?? { process: document.process, ...nothing }
  return changeGroups(changedRows(was, document, reference.value))
}
