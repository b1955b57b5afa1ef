import type { Asking } from '../../http/asking.ts'

/** Where a request came from, as the listener says it; nobody else may. */
export const addressOf = (request: Asking): string => request.headers.get('X-Client-Address') ?? 'local'
