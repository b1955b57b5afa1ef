/**
 * How passwords are kept. Which algorithm is the installation's choice (argon2id on Node, see argon2Passwords.ts;
 * PBKDF2 by WebCrypto where no native module can run); the rest of the server knows only this interface.
 */
import { ApiError } from '../apiError.ts'

export interface PasswordHasher {
  /** A self-describing text: algorithm, cost, salt and hash. */
  hash(password: string): Promise<string>
  /** False also for a text that this hasher did not make. */
  verify(hash: string, password: string): Promise<boolean>
}

/**
 * At most so many hashes run at once and so many wait: hashing is costly on purpose, and a flood of sign-ins must not
 * take the whole machine. @throws ApiError RATE_LIMITED where the queue is full.
 */
export function limitedPasswords(hasher: PasswordHasher, atOnce = 2, waiting = 50): PasswordHasher {
  let running = 0
  const queue: (() => void)[] = []
  const inTurn = async <T>(work: () => Promise<T>): Promise<T> => {
    if (running >= atOnce) {
      if (queue.length >= waiting) {
        throw new ApiError(
          'RATE_LIMITED',
          'Too many people sign in at this moment: try again in a few seconds.',
          {},
          {
            'Retry-After': '5',
          },
        )
      }
      // Whoever ends hands its place over, so `running` stays as it is.
      await new Promise<void>((resolve) => queue.push(resolve))
    } else running += 1
    try {
      return await work()
    } finally {
      const next = queue.shift()
      if (next) next()
      else running -= 1
    }
  }
  return {
    hash: (password) => inTurn(() => hasher.hash(password)),
    verify: (hash, password) => inTurn(() => hasher.verify(hash, password)),
  }
}
