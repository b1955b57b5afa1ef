/** The id under which a request is told of, where the one that came with it can be one. */
export const asRequestId = (given: unknown): string | null =>
  typeof given === 'string' && /^[\w-]{1,64}$/.test(given) ? given : null
