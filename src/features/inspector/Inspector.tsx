/** What is selected, with everything that can be said of it. Nothing selected: the process itself. */
import Close from '@mui/icons-material/Close'
import DeleteOutlined from '@mui/icons-material/DeleteOutlined'
import { type KeyboardEvent, useEffect, useRef } from 'react'
import { actions, type EditorUi } from '../../editor/actions/index.ts'
import type { ElementRef } from '../../editor/editor.ts'
import { useEditor, useEditorState } from '../../editor/react.ts'
import { useText } from '../../text/index.ts'
import { ToolButton } from '../../ui/actions/ToolButton.tsx'
import styles from './inspector.module.css'
import { ProblemsHere } from './ProblemsHere.tsx'
import { ProcessInspector } from './process/ProcessInspector.tsx'
import { sectionOf } from './sectionOf.ts'
import { setSectionOpen } from './sections.ts'
import { SeveralInspector } from './several/SeveralInspector.tsx'
import { StageInspector } from './stage/StageInspector.tsx'
import { TransitionInspector } from './transition/TransitionInspector.tsx'
import { useSubject } from './useSubject.ts'

interface InspectorProps {
  readonly ui: EditorUi
  /** The field that was asked to take focus (null: the heading); `at` differs for each wish. */
  readonly wish?: { readonly field: string | null; readonly at: number } | null
  /** The wish was granted: do not hand it in again. */
  readonly onWishGranted?: () => void
  readonly onClose?: () => void
  /** The id of the heading, which names the place around it. */
  readonly headingId?: string
}

export function Inspector({ ui, wish = null, onWishGranted, onClose, headingId }: InspectorProps) {
  const t = useText('inspector')
  const editor = useEditor()
  const panel = useRef<HTMLDivElement>(null)
  const selection = useEditorState(({ session }) => session.selection)
  const readOnly = useEditorState((state) => state.readOnly)
  const subject = useSubject(selection)
  const [only] = selection
  const element = selection.length === 1 && only ? only : null

  // Focus is the browser's state, so granting a wish is an effect. A section opens first, then its field is there.
  useEffect(() => {
    if (!wish) return
    const { field } = wish
    const kind = element?.kind ?? 'process'
    const section = field === null ? null : sectionOf(kind, field)
    if (section !== null) setSectionOpen(section, true)
    const frame = requestAnimationFrame(() => {
      focusField(panel.current, field)
      onWishGranted?.()
    })
    return () => cancelAnimationFrame(frame)
  }, [wish, element?.kind, onWishGranted])

  const leave = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.defaultPrevented) return
    const target = editor.store.getState().session.active ?? element
    if (!target) return
    event.preventDefault()
    editor.reveal(target, { focus: true })
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape leaves the panel from any control inside
    <div ref={panel} className={styles.inspector} onKeyDown={leave}>
      <header className={styles.head}>
        <div className={styles.headWords}>
          <h2 id={headingId} tabIndex={-1} className="shows-focus">
            {subject.title}
          </h2>
          <p>{subject.subtitle}</p>
        </div>
        {selection.length > 0 && readOnly === null ? (
          <ToolButton
            label={t('delete')}
            icon={<DeleteOutlined />}
            size="small"
            onClick={() => {
              // What is shown here is meant, wherever focus on the canvas went on to.
              if (element) editor.setActive(element)
              void actions.deleteSelection.run(editor, ui)
            }}
          />
        ) : null}
        {onClose ? (
          <ToolButton label={t('closePanel')} icon={<Close />} size="small" onClick={onClose} />
        ) : null}
      </header>
      {readOnly === null ? null : <p className={styles.readOnly}>{readOnly}</p>}
      <div className={styles.body} key={selection.map(({ kind, id }) => `${kind}:${id}`).join(' ')}>
        <ProblemsHere element={element} shown={selection.length < 2} />
        <Content selection={selection} />
      </div>
    </div>
  )
}

function Content({ selection }: { readonly selection: readonly ElementRef[] }) {
  const [only] = selection
  const stage = useEditorState(({ document }) =>
    only?.kind === 'stage' ? document.stages[only.id] : undefined,
  )
  const transition = useEditorState(({ document }) =>
    only?.kind === 'transition' ? document.transitions[only.id] : undefined,
  )
  if (selection.length > 1) return <SeveralInspector selection={selection} />
  if (stage) return <StageInspector stage={stage} />
  if (transition) return <TransitionInspector transition={transition} />
  return <ProcessInspector />
}

const controls = 'input:not([type=hidden]), select, textarea, button, [tabindex="0"]'

function focusField(panel: HTMLElement | null, field: string | null): void {
  if (!panel) return
  const frame = field === null ? null : panel.querySelector(`[data-field="${CSS.escape(field)}"]`)
  const checked = frame?.querySelector<HTMLElement>('input:checked')
  const control = checked ?? frame?.querySelector<HTMLElement>(controls)
  const target = control ?? panel.querySelector<HTMLElement>('h2')
  target?.focus()
  target?.scrollIntoView({ block: 'nearest' })
}
