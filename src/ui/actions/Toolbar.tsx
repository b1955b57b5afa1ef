import { type FocusEvent, type KeyboardEvent, type ReactNode, useEffect, useRef } from 'react'
import styles from './actions.module.css'

interface ToolbarProps {
  readonly label: string
  readonly children: ReactNode
  readonly className?: string
}

const stops = (toolbar: HTMLElement): HTMLElement[] =>
  [...toolbar.querySelectorAll<HTMLElement>('button:not([disabled]), a[href], select, input')].filter(
    (element) => element.closest('[role="toolbar"]') === toolbar,
  )

function makeOnlyStop(toolbar: HTMLElement, chosen: HTMLElement | undefined): void {
  for (const element of stops(toolbar)) element.tabIndex = element === chosen ? 0 : -1
}

/** One Tab stop for a row of controls: arrows, Home and End walk inside; Tab comes back to where it left. */
export function Toolbar({ label, children, className }: ToolbarProps) {
  const ref = useRef<HTMLDivElement>(null)
  const last = useRef<HTMLElement | null>(null)

  // After every render: controls may have come or gone, and exactly one of them must stay reachable by Tab.
  useEffect(() => {
    const toolbar = ref.current
    if (!toolbar) return
    const all = stops(toolbar)
    makeOnlyStop(toolbar, all.find((element) => element === last.current) ?? all[0])
  })

  const walk = (event: KeyboardEvent<HTMLDivElement>) => {
    const toolbar = event.currentTarget
    const all = stops(toolbar)
    const at = all.indexOf(event.target as HTMLElement)
    if (at < 0 || event.target instanceof HTMLInputElement) return
    const forward = getComputedStyle(toolbar).direction === 'rtl' ? 'ArrowLeft' : 'ArrowRight'
    const backward = forward === 'ArrowRight' ? 'ArrowLeft' : 'ArrowRight'
    const next =
      event.key === forward
        ? (at + 1) % all.length
        : event.key === backward
          ? (at - 1 + all.length) % all.length
          : event.key === 'Home'
            ? 0
            : event.key === 'End'
              ? all.length - 1
              : -1
    const target = all[next]
    if (!target) return
    event.preventDefault()
    target.focus()
  }

  const remember = (event: FocusEvent<HTMLDivElement>) => {
    if (!(event.target instanceof HTMLElement)) return
    last.current = event.target
    makeOnlyStop(event.currentTarget, event.target)
  }

  return (
    <div
      ref={ref}
      role="toolbar"
      aria-label={label}
      className={`${styles.toolbar} ${className ?? ''}`}
      onKeyDown={walk}
      onFocus={remember}
    >
      {children}
    </div>
  )
}
