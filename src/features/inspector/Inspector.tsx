/** What is selected, with everything that can be said of it. Nothing selected: the process itself. */
import { type KeyboardEvent, useEffect, useMemo, useRef } from 'react'
import type { EditorUi } from '../../editor/actions/index.ts'
import type { ElementRef } from '../../editor/editor.ts'
import type { Subject } from '../../editor/provenance.ts'
import { useEditor, useEditorState } from '../../editor/react.ts'
import type { ReadRevision } from '../../editor/tracePublished.ts'
import { useKeptSwitch } from '../../ui/display/useKeptSwitch.ts'
import { type Around, AroundContext, SubjectContext } from './around.ts'
import { focusField } from './focusField.ts'
import { Head } from './Head.tsx'
import styles from './inspector.module.css'
import { ProblemsHere } from './ProblemsHere.tsx'
import { ProcessInspector } from './process/ProcessInspector.tsx'
import { sectionOf } from './sectionOf.ts'
import { setSectionOpen } from './sections.ts'
import { SeveralInspector } from './several/SeveralInspector.tsx'
import { StageInspector } from './stage/StageInspector.tsx'
import { TransitionInspector } from './transition/TransitionInspector.tsx'
import { useKeptFocus } from './useKeptFocus.ts'

interface InspectorProps {
  readonly ui: EditorUi
  /** The field that was asked to take focus (null: the heading); `at` differs for each wish. */
  readonly wish?: { readonly field: string | null; readonly at: number } | null
  /** The wish was granted: do not hand it in again. */
  readonly onWishGranted?: () => void
  readonly onClose?: () => void
  /** The id of the heading, which names the place around it. */
  readonly headingId?: string
  /** Reads what was published, to tell who set a value; null while nobody can be asked. */
  readonly readRevision?: ReadRevision | null
  readonly SettingsLink?: Around['SettingsLink']
}

export function Inspector(props: InspectorProps) {
  const {
    ui,
    wish = null,
    onWishGranted,
    onClose,
    headingId,
    readRevision = null,
    SettingsLink = null,
  } = props
  const editor = useEditor()
  const panel = useRef<HTMLDivElement>(null)
  const selection = useEditorState(({ session }) => session.selection)
  const readOnly = useEditorState((state) => state.readOnly)
  const processId = useEditorState(({ document }) => document.process.id)
  const [tellsOrigins, setTellsOrigins] = useKeptSwitch('inspector.origins', false)
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

  const onFocus = useKeptFocus(panel)
  const around = useMemo(
    () => ({ ui, readRevision, SettingsLink, tellsOrigins }),
    [ui, readRevision, SettingsLink, tellsOrigins],
  )
  const several = selection.length > 1
  const subject = useMemo<Subject | null>(() => {
    if (several) return null
    if (!element) return { table: 'process', id: processId }
    return { table: element.kind === 'stage' ? 'stages' : 'transitions', id: element.id }
  }, [several, element, processId])

  const leave = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.defaultPrevented) return
    const target = editor.store.getState().session.active ?? element
    if (!target) return
    event.preventDefault()
    editor.reveal(target, { focus: true })
  }

  return (
    <AroundContext value={around}>
      <SubjectContext value={subject}>
        {/* biome-ignore lint/a11y/noStaticElementInteractions: Escape leaves the panel from any control inside */}
        <div ref={panel} className={styles.inspector} onKeyDown={leave} onFocus={onFocus}>
          <Head
            selection={selection}
            panel={panel}
            onTellOrigins={setTellsOrigins}
            {...(headingId === undefined ? {} : { headingId })}
            {...(onClose === undefined ? {} : { onClose })}
          />
          {readOnly === null ? null : <p className={styles.readOnly}>{readOnly}</p>}
          <div className={styles.body} key={selection.map(({ kind, id }) => `${kind}:${id}`).join(' ')}>
            <ProblemsHere element={element} shown={!several} />
            <Content selection={selection} />
          </div>
        </div>
      </SubjectContext>
    </AroundContext>
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
