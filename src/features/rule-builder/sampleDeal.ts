/** The deal that rules are tried on: one for all rules, as long as the page is open. Never saved. */
import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import type { Logic } from '../../domain/process/rule.ts'

interface SampleDeal {
  readonly fields: Readonly<Record<string, Logic>>
  /** The day that counts as today; null: today. */
  readonly today: string | null
}

const store = createStore<SampleDeal>(() => ({ fields: {}, today: null }))

export const useSampleDeal = (): SampleDeal => useStore(store)

export const setSampleField = (key: string, value: Logic): void =>
  store.setState(({ fields }) => ({ fields: { ...fields, [key]: value } }))

export const setToday = (today: string | null): void => store.setState({ today })

export const clearSampleDeal = (): void => store.setState({ fields: {}, today: null })
