import type { ReferenceData } from '../domain/process/reference.ts'
import type { Held } from './withoutHidden.ts'

/** What takes from a draft what its reader may not see; loads where there is something. */
export async function hiding(reference: ReferenceData): Promise<(held: Held) => Held> {
  if (!reference.hidden) return (held) => held
  const { withoutHidden } = await import('./withoutHidden.ts')
  return (held) => withoutHidden(held, reference)
}
