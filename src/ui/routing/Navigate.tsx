import { useEffect } from 'react'
import { useNavigate } from './place.ts'

/** Leads elsewhere instead of showing something. */
export function Navigate({ to }: { readonly to: string }) {
  const navigate = useNavigate()
  useEffect(() => navigate(to, { replace: true }), [navigate, to])
  return null
}
