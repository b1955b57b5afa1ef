import UploadFile from '@mui/icons-material/UploadFileOutlined'
import { type DragEvent, type ReactNode, useRef, useState } from 'react'
import { useText } from '../../text/index.ts'
import { filesOf, holdsFiles } from './droppedFiles.ts'
import styles from './interchange.module.css'

interface FileDropZoneProps {
  readonly onFiles: (files: readonly File[]) => void
  /** True where nothing can be imported now: files pass by. */
  readonly disabled?: boolean
  readonly children: ReactNode
}

/**
 * Takes files dropped anywhere on what it wraps. A shortcut for the mouse: an import button stands elsewhere. Other
 * drags (a stage from the palette) pass through untouched.
 */
export function FileDropZone({ onFiles, disabled = false, children }: FileDropZoneProps) {
  const t = useText('ui')
  // Entering a child leaves its parent: only the balance says whether the pointer is still inside.
  const inside = useRef(0)
  const [over, setOver] = useState(false)
  const mine = (event: DragEvent) => !disabled && holdsFiles(event.dataTransfer)
  const move = (event: DragEvent, step: 1 | -1) => {
    if (!mine(event)) return
    inside.current = Math.max(0, inside.current + step)
    setOver(inside.current > 0)
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is a shortcut for the import button
    <div
      className={styles.zone}
      onDragEnter={(event) => move(event, 1)}
      onDragLeave={(event) => move(event, -1)}
      onDragOver={(event) => {
        if (!mine(event)) return
        event.preventDefault()
        event.dataTransfer.dropEffect = 'copy'
      }}
      onDrop={(event) => {
        if (!mine(event)) return
        event.preventDefault()
        inside.current = 0
        setOver(false)
        const files = filesOf(event.dataTransfer)
        if (files.length > 0) onFiles(files)
      }}
    >
      {children}
      {over ? (
        <div className={styles.overlay} aria-hidden>
          <div className={styles.overlayCard}>
            <UploadFile />
            <strong>{t('dropOverlay')}</strong>
            <span>{t('dropOverlayBody')}</span>
          </div>
        </div>
      ) : null}
    </div>
  )
}
