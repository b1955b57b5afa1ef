import { useSyncExternalStore } from 'react'
import { type Activity, activity, onActivity } from './announcer.ts'

/** What was announced lately, for a readable list: spoken words can be read again. */
export const useActivity = (): readonly Activity[] => useSyncExternalStore(onActivity, activity)
