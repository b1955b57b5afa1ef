/** Tools of the canvas, drawn from the editor's actions: the same names, keys and reasons as in every menu. */

import ZoomInIcon from '@mui/icons-material/Add'
import MapIcon from '@mui/icons-material/MapOutlined'
import ZoomOutIcon from '@mui/icons-material/Remove'
import { useReactFlow, useStore } from '@xyflow/react'
import { actions, type EditorAction, type EditorUi } from '../../editor/actions/index.ts'
import { useEditor, useEditorState } from '../../editor/react.ts'
import { type ShortcutSettings, shortcutsOf } from '../../editor/shortcuts.ts'
import { useText } from '../../text/index.ts'
import { ActionIcon } from '../../ui/actions/ActionIcon.tsx'
import { ActionMenu } from '../../ui/actions/ActionMenu.tsx'
import { ToolButton } from '../../ui/actions/ToolButton.tsx'
import { Toolbar } from '../../ui/actions/Toolbar.tsx'
import { prefersReducedMotion } from '../../ui/theme/index.ts'
import styles from './toolbar.module.css'

const { addStage, connectTo, layout, zoomIn, zoomOut, fit, commandMenu, shortcutHelp } = actions

interface CanvasToolbarProps {
  readonly ui: EditorUi
  readonly settings: ShortcutSettings
  readonly minimap: boolean
  readonly onMinimap: (on: boolean) => void
}

export function CanvasToolbar({ ui, settings, minimap, onMinimap }: CanvasToolbarProps) {
  const t = useText('canvas')
  const tool = (action: EditorAction) => <Tool action={action} ui={ui} settings={settings} />
  return (
    <div className={styles.tools}>
      <Toolbar label={t('tools')}>
        {tool(addStage)}
        {tool(connectTo)}
        {tool(layout)}
        <span className={styles.line} />
        <Tool action={zoomOut} ui={ui} settings={settings} icon={<ZoomOutIcon fontSize="inherit" />} />
        <ZoomMenu ui={ui} />
        <Tool action={zoomIn} ui={ui} settings={settings} icon={<ZoomInIcon fontSize="inherit" />} />
        {tool(fit)}
        <ToolButton
          label={t('minimap')}
          icon={<MapIcon fontSize="inherit" />}
          pressed={minimap}
          onClick={() => onMinimap(!minimap)}
        />
        <span className={styles.line} />
        {tool(commandMenu)}
        {tool(shortcutHelp)}
      </Toolbar>
    </div>
  )
}

interface ToolProps {
  readonly action: EditorAction
  readonly ui: EditorUi
  readonly settings: ShortcutSettings
  readonly icon?: React.ReactNode
}

function Tool({ action, ui, settings, icon }: ToolProps) {
  const editor = useEditor()
  const [label, enabled] = useEditorState(() => [action.label(editor), action.enabled(editor, ui)] as const)
  const [shortcut] = shortcutsOf(action, settings)
  return (
    <ToolButton
      label={label}
      icon={icon ?? <ActionIcon name={action.icon} />}
      {...(shortcut === undefined ? {} : { shortcut })}
      disabledReason={enabled === true ? null : enabled}
      onClick={() => void action.run(editor, ui)}
    />
  )
}

const levels = [0.5, 0.75, 1, 1.5, 2] as const

/** The zoom, and a menu of zooms. */
function ZoomMenu({ ui }: { readonly ui: EditorUi }) {
  const t = useText('canvas')
  const editor = useEditor()
  const flow = useReactFlow()
  const zoom = useStore(({ transform }) => Math.round(transform[2] * 100))
  const duration = () => (prefersReducedMotion() ? 0 : 160)
  return (
    <ActionMenu
      label={t('zoomMenu', { percent: zoom })}
      actions={[
        ...levels.map((level) => ({
          id: String(level),
          label: t('zoomLevel', { percent: level * 100 }),
          checked: zoom === level * 100,
          radio: true,
          run: () => void flow.zoomTo(level, { duration: duration() }),
        })),
        null,
        ...[fit, actions.zoomToSelection].map((action) => ({
          id: action.id,
          label: action.label(editor),
          run: () => void action.run(editor, ui),
        })),
      ]}
      button={(props) => (
        <button
          {...props}
          type="button"
          className={styles.zoom}
          aria-label={t('zoomMenu', { percent: zoom })}
        >
          {t('zoomLevel', { percent: zoom })}
        </button>
      )}
    />
  )
}
