import type { ElementRef } from '../../editor/editor.ts'
import { useText } from '../../text/index.ts'
import { useCanvasTools } from './CanvasContext.ts'
import styles from './commentPin.module.css'
import { Icon } from './Icon.tsx'

interface CommentPinProps {
  readonly element: ElementRef
  /** Open threads. */
  readonly count: number
}

/** How many open threads are pinned to a stage or transition; a click opens them. Nothing where there are none. */
export function CommentPin({ element, count }: CommentPinProps) {
  const t = useText('canvas')
  const { showComments } = useCanvasTools()
  if (count === 0) return null
  return (
    <span
      className={`${styles.pin} nopan nodrag`}
      title={t('comments', { count })}
      aria-hidden
      data-comments={count}
      onPointerDown={(event) => event.stopPropagation()}
      onClick={(event) => {
        event.stopPropagation()
        showComments(element)
      }}
    >
      <Icon name="comment" />
      {count}
    </span>
  )
}
