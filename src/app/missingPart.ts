/**
 * True where a part of the app that is fetched when first used did not come: there is no network, or a newer version
 * is installed. Browsers word it each in their own way.
 */
export const isMissingPart = (error: unknown): boolean =>
  error instanceof Error &&
  /dynamically imported module|importing a module script|module script failed|preload CSS/i.test(
    error.message,
  )
