/** How long a session lives. Rotation never extends the second; signing in again begins both anew. */
export interface SessionLimits {
  /** Milliseconds unused, exact to the ten minutes that an access token lives. */
  readonly idle: number
  /** Milliseconds from its sign-in, whatever happens. */
  readonly absolute: number
}

export const usualSessionLimits: SessionLimits = { idle: 8 * 3_600_000, absolute: 30 * 24 * 3_600_000 }
