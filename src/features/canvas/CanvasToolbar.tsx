/** Tools of the canvas, drawn from the editor's actions: the same names, keys and reasons as in every menu. */

import ZoomInIcon from '@mui/icons-material/Add'
import MapIcon from '@mui/icons-material/MapOutlined'
import MoreIcon from '@mui/icons-material/MoreHorizOutlined'
import ZoomOutIcon from '@mui/icons-material/Remove'
import useMediaQuery from '@mui/material/useMediaQuery'
import { useStore } from '@xyflow/react'
import { type ActionId, actions, type EditorAction, type EditorUi } from '../../editor/actions/index.ts'
import { useEditor, useEditorState } from '../../editor/react.ts'
import { type ShortcutSettings, shortcutsOf } from '../../editor/shortcuts.ts'
import { useText } from '../../text/index.ts'
import { ActionIcon } from '../../ui/actions/ActionIcon.tsx'
import { ActionMenu, type MenuActions } from '../../ui/actions/ActionMenu.tsx'
import { ToolButton } from '../../ui/actions/ToolButton.tsx'
import { Toolbar } from '../../ui/actions/Toolbar.tsx'
import styles from './toolbar.module.css'

const { addStage, connectTo, layout, zoomIn, zoomOut, fit } = actions

export interface CanvasToolbarProps {
  readonly ui: EditorUi
  readonly settings: ShortcutSettings
  readonly minimap: boolean
  readonly onMinimap: (on: boolean) => void
}

export function CanvasToolbar({ ui, settings, minimap, onMinimap }: CanvasToolbarProps) {
  const t = useText('canvas')
  const tool = (action: EditorAction) => <Tool action={action} ui={ui} settings={settings} />
  const forFingers = useMediaQuery('(pointer: coarse)', { noSsr: true })
  const tight = useStore(({ width }) => width < (forFingers ? 600 : 460))
  return (
    <div className={styles.tools} data-tight={tight || undefined}>
      <Toolbar label={t('tools')}>
        {tool(addStage)}
        {tool(connectTo)}
        {tight ? null : tool(layout)}
        <MoreTools ui={ui} settings={settings} groups={tight ? [['layout'], ...more, rest] : more}>
          {tight
            ? [
                null,
                {
                  id: 'minimap',
                  label: t('minimap'),
                  icon: <MapIcon fontSize="inherit" />,
                  checked: minimap,
                  run: () => onMinimap(!minimap),
                },
              ]
            : []}
        </MoreTools>
        <span className={styles.line} />
        <Tool action={zoomOut} ui={ui} settings={settings} icon={<ZoomOutIcon fontSize="inherit" />} />
        <ZoomMenu ui={ui} />
        <Tool action={zoomIn} ui={ui} settings={settings} icon={<ZoomInIcon fontSize="inherit" />} />
        {tool(fit)}
        {tight ? null : (
          <>
            <ToolButton
              label={t('minimap')}
              icon={<MapIcon fontSize="inherit" />}
              pressed={minimap}
              onClick={() => onMinimap(!minimap)}
            />
            <span className={styles.line} />
            {rest.map((id) => (
              <Tool key={id} action={actions[id]} ui={ui} settings={settings} />
            ))}
          </>
        )}
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

/** What several selected stages are for, and what is drawn. Groups with a line between. */
const more: readonly (readonly ActionId[])[] = [
  ['alignLeft', 'alignCenter', 'alignRight', 'alignTop', 'alignMiddle', 'alignBottom'],
  ['distributeHorizontally', 'distributeVertically', 'layoutRest'],
  ['spotlight', 'drawGlobals'],
]

/** What stands at the end of the row, and in the menu where the canvas is too narrow for a row. */
const rest = ['commandMenu', 'shortcutHelp'] as const satisfies readonly ActionId[]

interface MoreToolsProps {
  readonly ui: EditorUi
  readonly settings: ShortcutSettings
  readonly groups: readonly (readonly ActionId[])[]
  readonly children: MenuActions
}

function MoreTools({ ui, settings, groups, children }: MoreToolsProps) {
  const t = useText('canvas')
  const editor = useEditor()
  // The reasons follow selection and document.
  useEditorState(({ session, document, readOnly }) => [session.selection, session.active, document, readOnly])
  const checked = (id: ActionId): { readonly checked?: boolean } =>
    id === 'drawGlobals'
      ? { checked: ui.canvas?.drawsGlobals ?? false }
      : id === 'spotlight'
        ? { checked: editor.store.getState().session.spotlight !== null }
        : {}
  return (
    <ActionMenu
      label={t('moreTools')}
      actions={[
        ...groups.flatMap((group, index) => [
          ...(index > 0 ? [null] : []),
          ...group.map((id) => {
            const action = actions[id]
            const enabled = action.enabled(editor, ui)
            const [shortcut] = shortcutsOf(action, settings)
            return {
              id,
              label: id === 'spotlight' ? t('spotlight') : action.label(editor),
              icon: <ActionIcon name={action.icon} />,
              disabledReason: enabled === true ? null : enabled,
              ...(shortcut === undefined ? {} : { shortcut }),
              ...checked(id),
              run: () => void action.run(editor, ui),
            }
          }),
        ]),
        ...children,
      ]}
      button={(props) => (
        <ToolButton
          label={t('moreTools')}
          icon={<MoreIcon fontSize="inherit" />}
          expanded={props['aria-expanded']}
          onClick={props.onClick}
        />
      )}
    />
  )
}

const levels = [0.5, 0.75, 1, 1.5, 2] as const

/** The zoom, and a menu of zooms. */
function ZoomMenu({ ui }: { readonly ui: EditorUi }) {
  const t = useText('canvas')
  const editor = useEditor()
  const zoom = useStore(({ transform }) => Math.round(transform[2] * 100))
  return (
    <ActionMenu
      label={t('zoomMenu', { percent: zoom })}
      actions={[
        ...levels.map((level) => ({
          id: String(level),
          label: t('zoomLevel', { percent: level * 100 }),
          checked: zoom === level * 100,
          radio: true,
          run: () => ui.canvas?.zoomTo(level),
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
