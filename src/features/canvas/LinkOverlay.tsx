import { ViewportPortal } from '@xyflow/react'
import { useEffect } from 'react'
import styles from './canvas.module.css'
import { elementOf } from './focus.ts'
import type { Link } from './useLink.ts'

/** The transition that is being drawn, what letting go would do, and the card it would reach. */
export function LinkOverlay({
  link,
  host,
}: {
  readonly link: Link | null
  readonly host: HTMLElement | null
}) {
  const targetId = link?.targetId ?? null
  const refused = link?.refused ?? false
  useEffect(() => {
    const card = host && targetId !== null ? elementOf(host, { kind: 'stage', id: targetId }) : null
    card?.setAttribute('data-link-target', refused ? 'refused' : 'allowed')
    return () => card?.removeAttribute('data-link-target')
  }, [host, targetId, refused])
  if (!link || !host) return null
  const box = host.getBoundingClientRect()
  return (
    <>
      <ViewportPortal>
        <svg className={styles.overlay} aria-hidden>
          <path className={styles.linkLine} d={link.path} data-refused={refused || undefined} />
        </svg>
      </ViewportPortal>
      {link.word === '' ? null : (
        <div
          className={styles.linkWord}
          data-refused={refused || undefined}
          style={{ left: link.pointer.x - box.left + 16, top: link.pointer.y - box.top + 18 }}
          aria-hidden
        >
          {link.word}
        </div>
      )}
    </>
  )
}
