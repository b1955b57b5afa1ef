import { Link, type LinkProps } from './Link.tsx'
import { useLocation } from './place.ts'

interface NavLinkProps extends LinkProps {
  /** Leads to the present place only where the address is the very same, not below it. */
  readonly end?: boolean
}

/** A link of a list of places; the one that leads to the present place says so. */
export function NavLink({ end = false, ...link }: NavLinkProps) {
  const { pathname } = useLocation()
  const isHere = pathname === link.to || (!end && pathname.startsWith(`${link.to}/`))
  return <Link aria-current={isHere ? 'page' : undefined} {...link} />
}
