/** Which sections of the inspector are open: a habit of this person on this device, kept across elements and visits. */
import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'

const storageKey = 'stagecraft.inspector.sections'

type Sections = Readonly<Record<string, boolean>>

function read(): Sections {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(storageKey) ?? '{}')
    if (typeof stored !== 'object' || stored === null) return {}
    return Object.fromEntries(
      Object.entries(stored).flatMap(([id, open]) => (typeof open === 'boolean' ? [[id, open]] : [])),
    )
  } catch (error) {
    console.warn('Which sections were open could not be read; the usual ones are.', error)
    return {}
  }
}

const sections = createStore<Sections>(read)

export function setSectionOpen(id: string, open: boolean): void {
  sections.setState({ [id]: open })
  try {
    localStorage.setItem(storageKey, JSON.stringify(sections.getState()))
  } catch (error) {
    console.warn('Which sections are open could not be kept for the next visit.', error)
  }
}

export const useSectionOpen = (id: string, byDefault: boolean): boolean =>
  useStore(sections, (state) => state[id] ?? byDefault)

export interface SectionInSight {
  readonly id: string
  /** With what its heading says of it: "Durations, 1 problem". */
  readonly title: string
}

/** The sections that stand in a panel now, from top to bottom. */
export const sectionsIn = (panel: HTMLElement | null): SectionInSight[] =>
  [...(panel?.querySelectorAll<HTMLElement>('[data-section]') ?? [])].map(({ dataset }) => ({
    id: dataset.section ?? '',
    title: dataset.title ?? '',
  }))
