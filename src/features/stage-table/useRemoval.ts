import { useState } from 'react'
import { useEditor } from '../../editor/react.ts'
import { announce } from '../../ui/announcer/index.ts'

/** Deletes stages; those with open deals only after it was said where the deals go. Undo brings all back. */
export function useRemoval(onRemoved: (stageIds: readonly string[]) => void) {
  const editor = useEditor()
  const [asking, setAsking] = useState<readonly string[] | null>(null)

  const remove = (stageIds: readonly string[], migrations?: Readonly<Record<string, string>>) => {
    const done = editor.dispatch('removeStages', {
      stageIds: [...stageIds],
      ...(migrations ? { migrations: { ...migrations } } : {}),
    })
    setAsking(null)
    if (done.ok) onRemoved(stageIds)
    else announce(done.reason)
  }
  return {
    asking,
    cancel: () => setAsking(null),
    remove,
    ask(stageIds: readonly string[]) {
      const { usage } = editor.store.getState()
      const inUse = stageIds.some((id) => (usage?.[id]?.openDeals ?? 0) > 0)
      if (inUse) setAsking(stageIds)
      else remove(stageIds)
    },
  }
}
