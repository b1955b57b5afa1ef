/** What can go wrong, on demand: each takes the backend's place and lets through what it does not spoil. */
import { conflict } from './conflict.ts'
import { failing } from './failing.ts'
import { offline } from './offline.ts'
import type { Scenario } from './scenario.ts'
import { slow } from './slow.ts'

export const scenarios: Readonly<Record<string, Scenario>> = { slow, offline, conflict, failing }
