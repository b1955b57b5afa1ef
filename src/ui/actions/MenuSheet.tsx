import Check from '@mui/icons-material/Check'
import Divider from '@mui/material/Divider'
import ListItemIcon from '@mui/material/ListItemIcon'
import Menu from '@mui/material/Menu'
import MenuItem from '@mui/material/MenuItem'
import { type ReactNode, useId } from 'react'
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
  const id = useId()
  const idOf = (index: number) => `${id}-${index}`
  const idsAfter = (heading: number): string[] => {
    const after = actions.findIndex((one, index) => index > heading && (one === null || 'heading' in one))
    const end = after < 0 ? actions.length : after
    return Array.from({ length: end - heading - 1 }, (_, step) => idOf(heading + 1 + step))
  }
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
        ) : 'heading' in action ? (
          // A group by name alone: the menu's keys walk over items that lie side by side.
          <li
            key={action.heading}
            role="group"
            aria-label={action.heading}
            aria-owns={idsAfter(index).join(' ')}
            className={styles.heading}
          >
            <span aria-hidden>{action.heading}</span>
          </li>
        ) : (
          <MenuItem
            key={action.id}
            id={idOf(index)}
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
