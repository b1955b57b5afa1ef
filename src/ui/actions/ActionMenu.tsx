import { type ReactNode, useId, useState } from 'react'
import { later } from '../later.tsx'
import type { MenuSheetProps } from './MenuSheet.tsx'

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

/** Names the actions that follow it, up to the next line. */
export interface MenuHeading {
  readonly heading: string
}

/** `null` between actions draws a line. */
export type MenuActions = readonly (MenuAction | MenuHeading | null)[]

const MenuSheet = later<MenuSheetProps>(
  async () => (await import('./MenuSheet.tsx')).MenuSheet,
  ({ open }) => open,
)

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
      <MenuSheet
        open={open}
        anchor={anchor}
        label={label}
        header={header}
        actions={actions}
        onChoose={choose}
        onClose={() => setAnchor(null)}
        onClosed={() => {
          setChosen(null)
          chosen?.run()
        }}
      />
    </>
  )
}
