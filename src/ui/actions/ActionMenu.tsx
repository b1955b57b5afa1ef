import Check from '@mui/icons-material/Check'
import Divider from '@mui/material/Divider'
import ListItemIcon from '@mui/material/ListItemIcon'
import Menu from '@mui/material/Menu'
import MenuItem from '@mui/material/MenuItem'
import { type ReactNode, useId, useState } from 'react'
import styles from './actions.module.css'
import { ariaKeys, shownKeys } from './shortcutText.ts'

export interface MenuAction {
  readonly id: string
  readonly label: string
  readonly icon?: ReactNode
  readonly shortcut?: string
  /** Why it cannot be chosen now; said beside the label. */
  readonly disabledReason?: string | null
  readonly danger?: boolean
  /** Present on an item that is one of several choices or a switch. */
  readonly checked?: boolean
  /** One of several choices rather than a switch of its own. */
  readonly radio?: boolean
  readonly run: () => void
}

/** `null` between actions draws a line. */
export type MenuActions = readonly (MenuAction | null)[]

interface ActionMenuProps {
  readonly label: string
  /** Shown above the actions; read, never chosen. */
  readonly header?: ReactNode
  readonly actions: MenuActions
  /** The button that opens it; gets what makes it a menu button. */
  readonly button: (props: {
    readonly id: string
    readonly onClick: (event: { currentTarget: HTMLElement }) => void
    readonly 'aria-haspopup': 'menu'
    readonly 'aria-expanded': boolean
  }) => ReactNode
}

/** A button with a menu. An action runs after the menu has closed and focus is back, so it may open a dialog. */
export function ActionMenu({ label, header, actions, button }: ActionMenuProps) {
  const [anchor, setAnchor] = useState<HTMLElement | null>(null)
  const [chosen, setChosen] = useState<MenuAction | null>(null)
  const id = useId()
  const open = anchor !== null
  const choose = (action: MenuAction) => {
    setChosen(action)
    setAnchor(null)
  }
  return (
    <>
      {button({
        id,
        onClick: (event) => setAnchor(event.currentTarget),
        'aria-haspopup': 'menu',
        'aria-expanded': open,
      })}
      <Menu
        open={open}
        anchorEl={anchor}
        onClose={() => setAnchor(null)}
        slotProps={{
          list: { 'aria-label': label },
          transition: {
            onExited: () => {
              setChosen(null)
              chosen?.run()
            },
          },
        }}
      >
        {header ? <li role="presentation">{header}</li> : null}
        {actions.map((action, index) =>
          action === null ? (
            // biome-ignore lint/suspicious/noArrayIndexKey: a line has no identity but its place
            <Divider key={`line-${index}`} sx={{ my: '4px !important' }} />
          ) : (
            <MenuItem
              key={action.id}
              onClick={() => choose(action)}
              disabled={typeof action.disabledReason === 'string'}
              {...(action.checked === undefined
                ? {}
                : {
                    role: action.radio ? 'menuitemradio' : 'menuitemcheckbox',
                    'aria-checked': action.checked,
                  })}
              selected={action.checked ?? false}
              {...(action.danger ? { className: styles.danger } : {})}
              {...(action.shortcut ? { 'aria-keyshortcuts': ariaKeys(action.shortcut) } : {})}
            >
              {action.icon !== undefined || action.checked !== undefined ? (
                <ListItemIcon sx={{ color: 'inherit', fontSize: 18 }}>
                  {action.checked ? <Check fontSize="inherit" /> : action.icon}
                </ListItemIcon>
              ) : null}
              <span>
                {action.label}
                {action.disabledReason ? ` (${action.disabledReason})` : null}
              </span>
              {action.shortcut ? (
                <span className={styles.shortcut} aria-hidden>
                  {shownKeys(action.shortcut)}
                </span>
              ) : null}
            </MenuItem>
          ),
        )}
      </Menu>
    </>
  )
}
