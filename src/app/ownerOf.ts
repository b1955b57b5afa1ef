import type { User } from '../contract/auth.ts'

/** Whose something on this device is: every key that ends so goes when this person signs out. */
export const ownerOf = (user: User): string => `${user.company.id}:${user.id}`
