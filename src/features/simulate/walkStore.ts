/** The walks of one open process. They live beside the editor, so that a look at the design does not lose them. */
import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Who } from '../../domain/process/who.ts'
import type { Editor } from '../../editor/editor.ts'
import { type Walk, type WalkAction, withAction } from './walk.ts'

export interface NamedWalk extends Walk {
  readonly number: number
  /** The walk and the step that this one went on from. */
  readonly from: { readonly number: number; readonly step: number } | null
}

interface WalkState {
  readonly walks: readonly NamedWalk[]
  /** Number of the walk on the screen; null while a deal is being made. */
  readonly current: number | null
  /** Who makes the moves; null: somebody who may make every one. */
  readonly playedAs: Who | null
}

export interface WalkStore {
  readonly state: StoreApi<WalkState>
  begin(walk: Walk): void
  act(...actions: readonly WalkAction[]): void
  undo(): void
  restart(): void
  /** Goes on in a new walk after so many actions of the current one. Returns its number. */
  branch(actionCount: number): number
  show(number: number | null): void
  playAs(who: Who | null): void
}

const stores = new WeakMap<Editor, WalkStore>()

export function walkStoreOf(editor: Editor): WalkStore {
  const had = stores.get(editor)
  if (had) return had
  const made = createWalkStore()
  stores.set(editor, made)
  return made
}

export const currentWalk = ({ walks, current }: WalkState): NamedWalk | null =>
  walks.find((walk) => walk.number === current) ?? null

function createWalkStore(): WalkStore {
  const state = createStore<WalkState>(() => ({ walks: [], current: null, playedAs: null }))
  const add = (walk: Walk, from: NamedWalk['from']): number => {
    const { walks } = state.getState()
    const number = (walks.at(-1)?.number ?? 0) + 1
    state.setState({ walks: [...walks, { ...walk, number, from }], current: number })
    return number
  }
  const change = (actions: (had: readonly WalkAction[]) => readonly WalkAction[]) =>
    state.setState(({ walks, current }) => ({
      walks: walks.map((walk) =>
        walk.number === current ? { ...walk, actions: actions(walk.actions) } : walk,
      ),
    }))
  return {
    state,
    begin: (walk) => void add(walk, null),
    act: (...actions) => change((had) => actions.reduce<readonly WalkAction[]>(withAction, had)),
    undo: () => change((had) => had.slice(0, -1)),
    restart: () => change(() => []),
    branch(step) {
      const walk = currentWalk(state.getState())
      if (!walk) return 0
      return add({ start: walk.start, actions: walk.actions.slice(0, step) }, { number: walk.number, step })
    },
    show: (current) => state.setState({ current }),
    playAs: (playedAs) => state.setState({ playedAs }),
  }
}
