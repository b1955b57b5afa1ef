/**
 * What editor actions ask of the screen, and what the views of a process keep while one moves between them: which
 * dialog is open, whether inspector and problems are shown, where the canvas is.
 */
import { createStore, type StoreApi } from 'zustand/vanilla'
import type { CanvasPort, EditorDialog, EditorUi, View } from '../editor/actions/index.ts'
import type { Editor, ElementRef } from '../editor/editor.ts'
import { announce } from '../ui/announcer/index.ts'

export interface ScreenState {
  readonly canvas: CanvasPort | null
  readonly dialog: EditorDialog | null
  readonly inspector: boolean
  readonly problems: boolean
  /** Files to import into this process; empty: still to be chosen; null: no import. */
  readonly importing: readonly File[] | null
  /** The field that the inspector was asked to focus; `at` grows with each wish. */
  readonly wish: { readonly field: string | null; readonly at: number } | null
  /** The search or the comments beside the process; `at` grows with each wish for them. */
  readonly side: SidePanel | null
}

export type SidePanel =
  | { readonly name: 'search'; readonly at: number }
  | { readonly name: 'comments'; readonly targetId: string | null; readonly at: number }

export interface ProcessUi extends EditorUi {
  readonly screen: StoreApi<ScreenState>
  setCanvas(port: CanvasPort | null): void
  closeDialog(): void
  startImport(files: readonly File[] | null): void
  /** The inspector has focused the field it was asked to. */
  grantWish(): void
  toggleInspector(open?: boolean): void
  toggleProblems(open?: boolean): void
  closeSide(): void
  /**
   * Where the window gets too narrow for panels beside the page, they would lie over whatever one is at: they close,
   * but for the one that has focus. Returns how to stop.
   */
  followWidth(): () => void
}

const clipboard: EditorUi['clipboard'] = {
  write: (words) => navigator.clipboard.writeText(words),
  read: () => navigator.clipboard.readText(),
}

/** Where panels stand beside the canvas; elsewhere each is a sheet over it that is open only while asked for. */
export const roomBeside = '(min-width: 1000px)'
/** Where there is room for one panel beside the canvas, search, comments and details take turns. */
export const roomForTwo = '(min-width: 1400px)'

export function createProcessUi(given: {
  readonly editor: () => Editor | null
  readonly show: (view: View) => void
}): ProcessUi {
  // Made before any part of the page asks for its own, so that it is told first.
  const beside = matchMedia(roomBeside)
  const screen = createStore<ScreenState>(() => ({
    canvas: null,
    dialog: null,
    inspector: beside.matches,
    problems: false,
    importing: null,
    wish: null,
    side: null,
  }))
  let wishes = 0
  const showInspector = (change: Partial<ScreenState>) =>
    screen.setState({ inspector: true, ...change, ...(matchMedia(roomForTwo).matches ? {} : { side: null }) })

  return {
    screen,
    get canvas() {
      return screen.getState().canvas
    },
    announce: (sentence, kind) => announce(sentence, kind ? { kind } : {}),
    open(dialog) {
      if (dialog.name !== 'search' && dialog.name !== 'comments') {
        screen.setState({ dialog })
        return
      }
      wishes += 1
      screen.setState({ side: { ...dialog, at: wishes } })
      given.show('design')
    },
    closeDialog: () => screen.setState({ dialog: null }),
    showDetails(element: ElementRef | null, field?: string) {
      const editor = given.editor()
      if (element) {
        editor?.select([element])
        editor?.setActive(element)
      } else editor?.select([])
      wishes += 1
      showInspector({ wish: { field: field ?? null, at: wishes } })
      given.show('design')
    },
    show: given.show,
    clipboard,
    setCanvas: (canvas) => screen.setState({ canvas }),
    startImport: (importing) => screen.setState({ importing }),
    grantWish: () => screen.setState({ wish: null }),
    toggleInspector(open) {
      wishes += 1
      if (open ?? !screen.getState().inspector) showInspector({ wish: { field: null, at: wishes } })
      else screen.setState({ inspector: false })
    },
    closeSide: () => screen.setState({ side: null }),
    followWidth() {
      const turned = () => {
        if (beside.matches) return
        const focused = document.activeElement?.closest<HTMLElement>('[data-beside]')?.dataset.beside
        if (focused !== 'details') screen.setState({ inspector: false })
        if (focused !== 'side') screen.setState({ side: null })
      }
      beside.addEventListener('change', turned)
      return () => beside.removeEventListener('change', turned)
    },
    toggleProblems: (open) => screen.setState((state) => ({ problems: open ?? !state.problems })),
  }
}
