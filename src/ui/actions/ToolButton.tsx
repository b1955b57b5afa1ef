import IconButton from '@mui/material/IconButton'
import type { MouseEvent, ReactNode, Ref } from 'react'
import { Kbd } from '../display/Kbd.tsx'
import { Tooltip } from '../display/Tooltip.tsx'
import { ariaKeys } from './shortcutText.ts'

export interface ToolButtonProps {
  /** What it does. The accessible name and the tooltip. */
  readonly label: string
  readonly icon: ReactNode
  /** As `Mod+Z`; shown in the tooltip. */
  readonly shortcut?: string
  /** Why it does nothing now. The button stays focusable and says so. */
  readonly disabledReason?: string | null
  /** Present on a toggle. */
  readonly pressed?: boolean
  /** Present on a button that opens something. */
  readonly expanded?: boolean
  readonly size?: 'small' | 'medium'
  readonly onClick: (event: MouseEvent<HTMLButtonElement>) => void
  readonly ref?: Ref<HTMLButtonElement>
  readonly tabIndex?: number
}

/** A button that is an icon: never without a name, never without a tooltip. */
export function ToolButton(props: ToolButtonProps) {
  const {
    label,
    icon,
    shortcut,
    disabledReason,
    pressed,
    expanded,
    size = 'medium',
    onClick,
    ref,
    tabIndex,
  } = props
  const disabled = typeof disabledReason === 'string'
  return (
    <Tooltip
      describes={disabled}
      title={
        <>
          {disabled && disabledReason !== '' ? disabledReason : label}
          {shortcut ? <Kbd keys={shortcut} /> : null}
        </>
      }
    >
      {(trigger) => (
        <IconButton
          {...trigger}
          ref={ref ?? null}
          size={size}
          aria-label={label}
          {...(shortcut ? { 'aria-keyshortcuts': ariaKeys(shortcut) } : {})}
          {...(pressed === undefined ? {} : { 'aria-pressed': pressed })}
          {...(expanded === undefined ? {} : { 'aria-expanded': expanded })}
          {...(tabIndex === undefined ? {} : { tabIndex })}
          aria-disabled={disabled || undefined}
          onClick={(event) => {
            if (!disabled) onClick(event)
          }}
          sx={pressed ? { bgcolor: 'var(--color-selected)', color: 'var(--color-accent-text)' } : null}
        >
          {icon}
        </IconButton>
      )}
    </Tooltip>
  )
}
