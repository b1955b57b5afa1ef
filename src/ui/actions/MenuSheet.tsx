import Check from '@mui/icons-material/Check'
import Divider from '@mui/material/Divider'
import ListItemIcon from '@mui/material/ListItemIcon'
import Menu from '@mui/material/Menu'
import MenuItem from '@mui/material/MenuItem'
import type { ReactNode } from 'react'
import type { MenuAction, MenuActions } from './ActionMenu.tsx'
import styles from './actions.module.css'
import { ariaKeys, shownKeys } from './shortcutText.ts'

export interface MenuSheetProps {
  readonly open: boolean
  readonly anchor: HTMLElement | null
  readonly label: string
  readonly header: ReactNode
  readonly actions: MenuActions
  readonly onChoose: (action: MenuAction) => void
  readonly onClose: () => void
  /** It has gone, and focus is back on its button. */
  readonly onClosed: () => void
}

/** What a menu button opens; loads apart from the button (ActionMenu.tsx). */
export function MenuSheet({
  open,
  anchor,
  label,
  header,
  actions,
  onChoose,
  onClose,
  onClosed,
}: MenuSheetProps) {
  return (
    <Menu
      open={open}
      anchorEl={anchor}
      onClose={onClose}
      slotProps={{
        list: { 'aria-label': label },
        transition: {
          onExited: onClosed,
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
            onClick={() => onChoose(action)}
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
            <span className={styles.words}>
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
  )
}
