import type { ComponentProps, MouseEvent } from 'react'
import { useHistory, useNavigate } from './place.ts'

export interface LinkProps extends Omit<ComponentProps<'a'>, 'href'> {
  readonly to: string
  /** Kept with the place it leads to. */
  readonly state?: object
}

/** What a link does that is not followed here: another tab, a download, the browser's menu. */
const isForTheBrowser = (event: MouseEvent): boolean =>
  event.button !== 0 || event.metaKey || event.altKey || event.ctrlKey || event.shiftKey

/** A link to an address of the app, followed without loading the page anew. */
export function Link({ to, state, onClick, ...rest }: LinkProps) {
  const history = useHistory()
  const navigate = useNavigate()
  return (
    <a
      {...rest}
      href={history.createHref(to)}
      onClick={(event) => {
        onClick?.(event)
        if (event.defaultPrevented || isForTheBrowser(event)) return
        event.preventDefault()
        navigate(to, state && { state })
      }}
    />
  )
}
