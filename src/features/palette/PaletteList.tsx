import DragIndicator from '@mui/icons-material/DragIndicator'
import { addNewStage, type EditorUi } from '../../editor/actions/index.ts'
import { useEditor } from '../../editor/react.ts'
import { ColorDot } from '../../ui/display/ColorDot.tsx'
import { fresh, type PaletteEntry } from './entries.ts'
import styles from './palette.module.css'
import { rememberUsed } from './recent.ts'

interface PaletteListProps {
  readonly label: string
  readonly entries: readonly PaletteEntry[]
  readonly ui: EditorUi
}

/** Entries as buttons: a press that moves is a drag onto the canvas, one that does not adds at once. */
export function PaletteList({ label, entries, ui }: PaletteListProps) {
  const editor = useEditor()
  const now = (entry: PaletteEntry) => fresh(entry, editor.store.getState().document)
  return (
    <ul className={styles.list} aria-label={label}>
      {entries.map((entry) => (
        <li key={entry.id}>
          <button
            type="button"
            className={styles.entry}
            onPointerDown={(event) => {
              if (event.button !== 0) return
              // Touch would send the whole gesture to the button alone.
              event.currentTarget.releasePointerCapture(event.pointerId)
              rememberUsed(entry)
              ui.canvas?.place(now(entry), event.nativeEvent)
            }}
            onClick={() => {
              rememberUsed(entry)
              addNewStage(editor, ui, now(entry))
            }}
          >
            <ColorDot tone={entry.tone} />
            <span className={styles.name}>{entry.label}</span>
            <DragIndicator aria-hidden className={styles.grip} />
          </button>
        </li>
      ))}
    </ul>
  )
}
