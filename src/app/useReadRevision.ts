/** Reads what was published of the open process, each revision once; null while there is nobody to ask. */
import { useMemo } from 'react'
import { useEditorState } from '../editor/react.ts'
import type { ReadRevision } from '../editor/tracePublished.ts'
import { useOnline, useWorkspace } from './workspaces.ts'

export function useReadRevision(): ReadRevision | null {
  const { backend } = useWorkspace()
  const online = useOnline()
  const processId = useEditorState(({ document }) => document.process.id)
  const read = useMemo(() => {
    const had = new Map<number, Awaited<ReturnType<ReadRevision>>>()
    const ask: ReadRevision = async (revision) => {
      const known = had.get(revision)
      if (known) return known
      const answer = await backend.version(processId, revision)
      if (!answer.ok) return { ok: false, why: answer.failure.message }
      const told = { ok: true, value: answer.value } as const
      // A revision never changes.
      had.set(revision, told)
      return told
    }
    return ask
  }, [backend, processId])
  return online && backend.limits === null ? read : null
}
