/** Argon2id with OWASP's first choice for servers: 19 MiB, two passes, one lane. Native code, so for Node only. */
import { hash, verify } from '@node-rs/argon2'
import type { PasswordHasher } from './passwords.ts'

const cost = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 }

export const argon2Passwords: PasswordHasher = {
  hash: (password) => hash(password, cost),
  verify: async (stored, password) => stored.startsWith('$argon2id$') && verify(stored, password),
}
