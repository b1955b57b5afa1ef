import { lazy, Suspense } from 'react'
import type { ImportFormProps } from './ImportForm.tsx'

const ImportForm = lazy(async () => ({ default: (await import('./ImportForm.tsx')).ImportForm }))

interface ImportDialogProps extends ImportFormProps {
  readonly open: boolean
}

/** The import, loaded when it is first opened; each opening starts anew. */
export function ImportDialog({ open, ...form }: ImportDialogProps) {
  if (!open) return null
  return (
    <Suspense fallback={null}>
      <ImportForm {...form} />
    </Suspense>
  )
}
