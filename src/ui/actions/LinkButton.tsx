import type { ReactNode } from 'react'
import styles from './linkButton.module.css'

interface LinkButtonProps {
  readonly onClick: () => void
  /** Its address, where it has one: then it is a link, that also opens in a tab of its own. */
  readonly href?: string | undefined
  readonly children: ReactNode
}

/** A button in a text or a list that looks like a link: it leads somewhere, or is too small a thing for a frame. */
export function LinkButton({ onClick, href, children }: LinkButtonProps) {
  if (href === undefined)
    return (
      <button type="button" className={styles.link} onClick={onClick}>
        {children}
      </button>
    )
  return (
    <a
      href={href}
      className={styles.link}
      onClick={(event) => {
        if (event.ctrlKey || event.metaKey || event.shiftKey) return
        event.preventDefault()
        onClick()
      }}
    >
      {children}
    </a>
  )
}
