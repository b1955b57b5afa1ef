/** The open process for the pages below `/processes/:id`. */
import { createContext, use } from 'react'
import { useStore } from 'zustand'
import type { ProcessUi } from './processUi.ts'
import type { OpenProcess, ProcessSession } from './sessionState.ts'

export interface ProcessPlace {
  readonly session: ProcessSession
  readonly ui: ProcessUi
}

export const ProcessContext = createContext<ProcessPlace | null>(null)

export function useProcessPlace(): ProcessPlace {
  const place = use(ProcessContext)
  if (!place) throw new Error('This page stands outside a process.')
  return place
}

/** The open process; pages render only once it is open. */
export function useOpenProcess(): OpenProcess {
  const state = useStore(useProcessPlace().session.store)
  if (state.status !== 'ready') throw new Error('The process is not open yet.')
  return state
}
