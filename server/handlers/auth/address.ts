/** Where a request came from, as the listener says it; nobody else may. */
export const addressOf = (request: Request): string => request.headers.get('X-Client-Address') ?? 'local'
