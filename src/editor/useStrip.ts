import { useStore } from 'zustand'
import { useEditor } from './react.ts'
import { type Strip, stripOf } from './strip.ts'

/** The exact figures of the process as it stands. Apart from react.ts: they bring the solver along. */
export function useStrip(): Strip {
  return useStore(useEditor().store, (state) => stripOf(state.document))
}
