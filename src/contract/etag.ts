/**
 * Versions as ETags: `"v13"` for a whole process, `"s-<id>-12"` and `"t-<id>-12"` for one stage or transition, where
 * 12 is the revision in which that row last changed. Never a hash of the content.
 */
export type Tagged =
  | { readonly of: 'process'; readonly revision: number }
  | { readonly of: 'stages' | 'transitions'; readonly id: string; readonly revision: number }

const letters = { stages: 's', transitions: 't' } as const

export function etagOf(tagged: Tagged): string {
  return tagged.of === 'process'
    ? `"v${tagged.revision}"`
    : `"${letters[tagged.of]}-${encodeURIComponent(tagged.id)}-${tagged.revision}"`
}

/** Reads what `etagOf` wrote, also with the `W/` that proxies put before it; null for anything else. */
export function parseETag(text: string): Tagged | null {
  const bare = text.trim().replace(/^W\//, '')
  const process = /^"v(\d{1,15})"$/.exec(bare)
  if (process) return { of: 'process', revision: Number(process[1]) }
  const row = /^"([st])-(.+)-(\d{1,15})"$/.exec(bare)
  if (!row) return null
  const [, letter, id = '', revision] = row
  try {
    return {
      of: letter === 's' ? 'stages' : 'transitions',
      id: decodeURIComponent(id),
      revision: Number(revision),
    }
  } catch {
    return null
  }
}
