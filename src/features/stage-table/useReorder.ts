/** Other places for rows, each one step of undo. Focus stays with the person, who has not moved. */
import { useMemo } from 'react'
import { stagesInOrder } from '../../domain/process/process.ts'
import { useEditor } from '../../editor/react.ts'
import { say, text } from '../../text/index.ts'
import { announce } from '../../ui/announcer/index.ts'
import { placed, shifted } from './reorder.ts'

interface Drop {
  readonly id: string
  readonly target: string
  readonly side: 'before' | 'after'
}

export function useReorder() {
  const editor = useEditor()
  return useMemo(() => {
    const order = () => stagesInOrder(editor.store.getState().document).map(({ id }) => id)
    const set = (movedStageId: string, stageIds: string[]) => {
      const focused = globalThis.document.activeElement
      const done = editor.dispatch('reorderStages', { stageIds, movedStageId })
      if (!done.ok) announce(say(done.reason))
      // A row that moves in the page loses focus.
      else if (focused instanceof HTMLElement)
        requestAnimationFrame(() => {
          focused.focus()
          focused.closest('tr')?.scrollIntoView({ block: 'nearest' })
        })
    }
    return {
      reorder({ id, target, side }: Drop) {
        const others = order().filter((other) => other !== id)
        set(id, placed(order(), id, others.indexOf(target) + (side === 'after' ? 1 : 0)))
      },
      move(id: string, by: 1 | -1) {
        const next = shifted(order(), id, by)
        if (next) set(id, next)
        else announce(text('stageTable', by === -1 ? 'alreadyFirst' : 'alreadyLast'))
      },
    }
  }, [editor])
}
