import UploadFile from '@mui/icons-material/UploadFileOutlined'
import Button from '@mui/material/Button'
import { type DragEvent, useRef, useState } from 'react'
import { useText } from '../../text/index.ts'
import { filesOf, holdsFiles } from './droppedFiles.ts'
import styles from './interchange.module.css'

interface SourcePickerProps {
  /** The button's id: links of the error summary lead to it. */
  readonly id: string
  /** Names of the files that were taken; null where there are none yet. */
  readonly names: string | null
  readonly busy: boolean
  readonly onFiles: (files: readonly File[]) => void
}

/** Where files come in: dropped, or chosen with a button that every hand and every reader can use. */
export function SourcePicker({ id, names, busy, onFiles }: SourcePickerProps) {
  const t = useText('interchange')
  const input = useRef<HTMLInputElement>(null)
  const [over, setOver] = useState(false)
  const drop = (event: DragEvent) => {
    event.preventDefault()
    event.stopPropagation()
    setOver(false)
    onFiles(filesOf(event.dataTransfer))
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is a shortcut; the button inside does the same
    <div
      className={styles.picker}
      data-over={over || undefined}
      data-filled={names !== null || undefined}
      onDragOver={(event) => {
        if (!holdsFiles(event.dataTransfer)) return
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <UploadFile aria-hidden className={styles.pickerIcon} />
      <div className={styles.pickerText}>
        {names === null ? (
          <>
            <strong>{t('dropHere')}</strong>
            <span>{t('dropOr')}</span>
          </>
        ) : (
          <strong aria-live="off">{busy ? t('reading', { names }) : names}</strong>
        )}
      </div>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        data-testid="import-files"
        accept=".xml,.json,.jsonl,.object,.standardValueSet,.businessProcess,application/json,text/xml,application/xml"
        onChange={(event) => {
          const files = [...(event.target.files ?? [])]
          // The same file may be chosen again after it was repaired.
          event.target.value = ''
          onFiles(files)
        }}
      />
      <Button id={id} variant="outlined" onClick={() => input.current?.click()}>
        {names === null ? t('choose') : t('chooseOthers')}
      </Button>
    </div>
  )
}
