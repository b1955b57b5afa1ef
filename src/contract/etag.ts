/**
 * Versions as ETags: `"v13"` for a whole process, `"s-<id>-12"` and `"t-<id>-12"` for one stage or transition, where
 * 12 is the revision in which that row last changed; `"w-<id>-3"` for an approval workflow that was written three
 * times, and so for the other reference data and for templates. Never a hash of the content. Behind a full stop the
 * masking policy by which some fields were left out: `"v13.m2"` is another answer than `"v13"`, and the same version.
 */
export type Tagged =
  | ProcessTag
  | Tag<
      | 'categories'
      | 'actions'
      | 'approvalWorkflows'
      | 'fields'
      | 'templates'
      | 'webhooks'
      | 'masking'
      | 'security'
    >
export type ProcessTag = { readonly of: 'process'; readonly revision: number } | Tag<'stages' | 'transitions'>
interface Tag<Of extends string> {
  readonly of: Of
  readonly id: string
  readonly revision: number
}

const letters = {
  stages: 's',
  transitions: 't',
  categories: 'c',
  actions: 'a',
  approvalWorkflows: 'w',
  fields: 'f',
  templates: 'p',
  webhooks: 'h',
  masking: 'm',
  security: 'y',
} as const
type Lettered = keyof typeof letters

export function etagOf(tagged: Tagged): string {
  return tagged.of === 'process'
    ? `"v${tagged.revision}"`
    : `"${letters[tagged.of]}-${encodeURIComponent(tagged.id)}-${tagged.revision}"`
}

/**
 * One tag as it was given out: proxies that compress put `W/` before it (nginx) or the encoding behind it
 * (`"v13-gzip"`: Caddy, Apache), and what a client sends back is theirs.
 */
export const bareETag = (text: string): string =>
  text
    .trim()
    .replace(/^W\//, '')
    .replace(/-(gzip|zstd|br|deflate)"$/, '"')

/** Reads what `etagOf` wrote, also with what proxies make of it; null for anything else. */
export function parseETag(text: string): Tagged | null {
  const bare = bareETag(text)
  const process = /^"v(\d{1,15})(?:\.m\d{1,15})?"$/.exec(bare)
  if (process) return { of: 'process', revision: Number(process[1]) }
  const [, letter, id = '', revision] = /^"([a-z])-(.+)-(\d{1,15})(?:\.m\d{1,15})?"$/.exec(bare) ?? []
  const of = Object.keys(letters).find((name): name is Lettered => letters[name as Lettered] === letter)
  if (of === undefined) return null
  try {
    return { of, id: decodeURIComponent(id), revision: Number(revision) }
  } catch {
    return null
  }
}

/** The ETag of an answer from which fields were left out by a masking policy. */
export const maskedETag = (etag: string, policyRevision: number): string =>
  etag.replace(/"$/, `.m${policyRevision}"`)
