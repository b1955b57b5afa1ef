/** The head of the panel, in sight while its sections scroll: what it is about, how it stands, where to go in it. */
import Close from '@mui/icons-material/Close'
import DeleteOutlined from '@mui/icons-material/DeleteOutlined'
import ErrorOutlined from '@mui/icons-material/ErrorOutlined'
import History from '@mui/icons-material/History'
import Toc from '@mui/icons-material/Toc'
import WarningAmber from '@mui/icons-material/WarningAmberOutlined'
import IconButton from '@mui/material/IconButton'
import { type RefObject, useState } from 'react'
import { stageKind } from '../../domain/process/stage.ts'
import { actions } from '../../editor/actions/index.ts'
import type { ElementRef } from '../../editor/editor.ts'
import { useEditor, useEditorState, useProblems } from '../../editor/react.ts'
import { useText } from '../../text/index.ts'
import { ActionMenu, type MenuAction } from '../../ui/actions/ActionMenu.tsx'
import { ToolButton } from '../../ui/actions/ToolButton.tsx'
import { ColorDot } from '../../ui/display/ColorDot.tsx'
import { useAround } from './around.ts'
import { focusSection } from './focusField.ts'
import styles from './inspector.module.css'
import { type SectionInSight, sectionsIn, setSectionOpen } from './sections.ts'
import { useSubject } from './useSubject.ts'

interface HeadProps {
  readonly selection: readonly ElementRef[]
  readonly panel: RefObject<HTMLDivElement | null>
  readonly onTellOrigins: (tell: boolean) => void
  readonly headingId?: string
  readonly onClose?: () => void
}

export function Head({ selection, panel, onTellOrigins, headingId, onClose }: HeadProps) {
  const t = useText('inspector')
  const origins = useText('provenance')
  const editor = useEditor()
  const { ui, tellsOrigins } = useAround()
  const readOnly = useEditorState((state) => state.readOnly !== null)
  const subject = useSubject(selection)
  const [only] = selection
  const element = selection.length === 1 && only ? only : null
  return (
    <div className={styles.head}>
      <div className={styles.headWords}>
        <h2 id={headingId} tabIndex={-1} className="shows-focus">
          {element?.kind === 'stage' ? <Tone stageId={element.id} /> : null}
          {subject.title}
        </h2>
        <p>{subject.subtitle}</p>
        {selection.length < 2 ? <ProblemCount element={element} /> : null}
      </div>
      <div className={styles.headTools}>
        <SectionMenu panel={panel} />
        {selection.length < 2 ? (
          <ToolButton
            label={origins('showAll')}
            icon={<History />}
            size="small"
            pressed={tellsOrigins}
            onClick={() => onTellOrigins(!tellsOrigins)}
          />
        ) : null}
        {selection.length > 0 && !readOnly ? (
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
      </div>
    </div>
  )
}

function Tone({ stageId }: { readonly stageId: string }) {
  const tone = useEditorState(({ document }) => {
    const stage = document.stages[stageId]
    if (!stage) return null
    if (!stage.isActive) return 'inactive'
    const kind = stageKind(stage)
    return kind === 'open' ? stage.color : kind
  })
  return tone === null ? null : (
    <span className={styles.tone}>
      <ColorDot tone={tone} />
    </span>
  )
}

/** How many problems the element has, and the way to the first. */
function ProblemCount({ element }: { readonly element: ElementRef | null }) {
  const t = useText('inspector')
  const { ui } = useAround()
  const kind = element?.kind ?? 'process'
  const problems = useProblems().filter(
    ({ at, waivedBy, severity }) =>
      waivedBy === null &&
      severity !== 'info' &&
      at.kind === kind &&
      (element === null || at.id === element.id),
  )
  const error = problems.find(({ severity }) => severity === 'error')
  const first = error ?? problems[0]
  if (!first) return null
  const Icon = error ? ErrorOutlined : WarningAmber
  return (
    <button
      type="button"
      className={styles.problemCount}
      data-severity={error ? 'error' : 'warning'}
      onClick={() => ui.showDetails(element, first.at.field)}
    >
      <Icon aria-hidden />
      {t('problems', { count: problems.length })}
    </button>
  )
}

/** Jumps to a section; what it lists is what stands in the panel when it opens. */
function SectionMenu({ panel }: { readonly panel: RefObject<HTMLDivElement | null> }) {
  const t = useText('inspector')
  const [sections, setSections] = useState<readonly SectionInSight[]>([])
  const all = (open: boolean) => () => {
    for (const { id } of sections) setSectionOpen(id, open)
  }
  const jumps = sections.map(
    ({ id, title }): MenuAction => ({
      id,
      label: title,
      run: () => {
        setSectionOpen(id, true)
        requestAnimationFrame(() => focusSection(panel.current, id))
      },
    }),
  )
  return (
    <ActionMenu
      label={t('sections')}
      actions={[
        ...jumps,
        null,
        { id: 'open', label: t('openAll'), run: all(true) },
        { id: 'close', label: t('closeAll'), run: all(false) },
      ]}
      button={({ onClick, ...menu }) => (
        <IconButton
          {...menu}
          size="small"
          aria-label={t('sections')}
          title={t('sections')}
          onClick={(event) => {
            setSections(sectionsIn(panel.current))
            onClick(event)
          }}
        >
          <Toc />
        </IconButton>
      )}
    />
  )
}
