/** Stages taken from the palette lately, on this device, newest first. */
import { useSyncExternalStore } from 'react'
import { z } from 'zod'
import { stageChangesSchema } from '../../domain/commands/changes.ts'
import { stageTones } from '../../ui/theme/tokens.ts'
import type { PaletteEntry } from './entries.ts'

const storageKey = 'stagecraft.recentStages'
const most = 4
const none: readonly PaletteEntry[] = []

const entrySchema = z.object({
  id: z.string(),
  label: z.string(),
  tone: z.enum(stageTones),
  stage: z.object({
    kind: z.enum(['open', 'won', 'lost']).optional(),
    name: z.string().optional(),
    changes: stageChangesSchema.optional(),
  }),
})

const listeners = new Set<() => void>()
let current: readonly PaletteEntry[] | null = null

function read(): readonly PaletteEntry[] {
  try {
    const kept = localStorage.getItem(storageKey)
    if (kept === null) return none
    const parsed = z.array(entrySchema).safeParse(JSON.parse(kept))
    return parsed.success ? parsed.data : none
  } catch (error) {
    console.warn('The stages used lately on this device could not be read.', error)
    return none
  }
}

export const recent = (): readonly PaletteEntry[] => {
  current ??= read()
  return current
}

/** The three plain kinds always stand above, so only what is more special is remembered. */
export function rememberUsed(entry: PaletteEntry): void {
  if (entry.stage.name === undefined || entry.id.startsWith('category ')) return
  current = [entry, ...recent().filter((other) => other.id !== entry.id)].slice(0, most)
  try {
    localStorage.setItem(storageKey, JSON.stringify(current))
  } catch (error) {
    console.warn('The stages used lately could not be remembered for the next visit.', error)
  }
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export const useRecent = (): readonly PaletteEntry[] => useSyncExternalStore(subscribe, recent)
