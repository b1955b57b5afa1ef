/** Every command for what lies under the pointer or has focus, each with its key, none hidden: what cannot run says why. */
import Divider from '@mui/material/Divider'
import ListItemIcon from '@mui/material/ListItemIcon'
import Menu from '@mui/material/Menu'
import MenuItem from '@mui/material/MenuItem'
import { type MouseEvent, useState } from 'react'
import { type ActionPlace, actionsFor, type EditorAction, type EditorUi } from '../../editor/actions/index.ts'
import type { ElementRef } from '../../editor/editor.ts'
import { useEditor } from '../../editor/react.ts'
import { targetNameOf } from '../../editor/rowNames.ts'
import { type ShortcutSettings, shortcutsOf } from '../../editor/shortcuts.ts'
import { useText } from '../../text/index.ts'
import { ActionIcon } from '../../ui/actions/ActionIcon.tsx'
import { ariaKeys, shownKeys } from '../../ui/actions/shortcutText.ts'
import { announce } from '../../ui/announcer/index.ts'
import styles from './commandMenu.module.css'

export interface MenuRequest {
  /** Null for the empty canvas. */
  readonly element: ElementRef | null
  /** In pixels of the window. */
  readonly at: { readonly x: number; readonly y: number }
}

interface ContextMenuProps {
  readonly request: MenuRequest | null
  readonly ui: EditorUi
  readonly settings: ShortcutSettings
  readonly onClose: () => void
}

/** A command runs once the menu is gone and focus is back where it was, so it may move focus or open a dialog. */
export function ContextMenu({ request, ui, settings, onClose }: ContextMenuProps) {
  const t = useText('commandMenu')
  const editor = useEditor()
  const [shown, setShown] = useState(request)
  const [chosen, setChosen] = useState<EditorAction | null>(null)
  // While the menu closes it still shows what it was opened on.
  if (request && request !== shown) setShown(request)
  const element = shown?.element ?? null
  const { document, session } = editor.store.getState()
  const several =
    session.selection.length > 1 && session.selection.some((selected) => selected.id === element?.id)
  const place: ActionPlace = several ? 'several' : (element?.kind ?? 'canvas')

  const item = (action: EditorAction) => {
    const enabled = action.enabled(editor, ui)
    const [shortcut] = shortcutsOf(action, settings)
    return (
      <MenuItem
        key={action.id}
        aria-disabled={enabled !== true || undefined}
        className={`${styles.item} ${action.danger ? styles.danger : ''}`}
        {...(shortcut === undefined ? {} : { 'aria-keyshortcuts': ariaKeys(shortcut) })}
        onClick={() => {
          // What cannot run keeps its place among the arrows, so that its reason can be read.
          if (enabled !== true) announce(enabled)
          else {
            setChosen(action)
            onClose()
          }
        }}
      >
        <ListItemIcon sx={{ color: 'inherit', fontSize: 18 }}>
          <ActionIcon name={action.icon} />
        </ListItemIcon>
        <span>
          {action.label(editor)}
          {enabled === true ? null : <small className={styles.reason}>{enabled}</small>}
        </span>
        {shortcut === undefined ? null : (
          <span className={styles.keys} aria-hidden>
            {shownKeys(shortcut)}
          </span>
        )}
      </MenuItem>
    )
  }
  return (
    <Menu
      open={request !== null}
      onClose={onClose}
      anchorReference="anchorPosition"
      anchorPosition={{ left: shown?.at.x ?? 0, top: shown?.at.y ?? 0 }}
      slotProps={{
        list: {
          dense: true,
          'aria-label': several
            ? t('menuOfSeveral', { count: session.selection.length })
            : element
              ? t('menuOf', { name: targetNameOf(document, element.id) })
              : t('menuOfCanvas'),
        },
        root: {
          onContextMenu: (event: MouseEvent) => {
            event.preventDefault()
            onClose()
          },
        },
        transition: {
          onExited: () => {
            setChosen(null)
            if (chosen) void chosen.run(editor, ui)
          },
        },
      }}
    >
      {inGroups(actionsFor(place)).flatMap((group, index) => [
        ...(index > 0
          ? [<Divider key={`line-${group[0]?.id ?? index}`} sx={{ my: '4px !important' }} />]
          : []),
        ...group.map(item),
      ])}
    </Menu>
  )
}

/** Neighbours of the same group stay together, and those that stand alone; a line is drawn between groups. */
function inGroups(all: readonly EditorAction[]): EditorAction[][] {
  const groups: EditorAction[][] = []
  for (const [index, action] of all.entries()) {
    const last = groups.at(-1)
    const alone = all[index + 1]?.group !== action.group
    const lastStoodAlone = new Set(last?.map(({ group }) => group)).size === last?.length
    if (last && (last[0]?.group === action.group || (alone && lastStoodAlone))) last.push(action)
    else groups.push([action])
  }
  return groups
}
