/**
 * An editor action: one object from which toolbar, context menu, keyboard, shortcut help and command menu are all
 * drawn. What it needs of the screen comes in through `EditorUi`, so an action runs in a test without a screen.
 */

import type { PayloadOf } from '../../domain/commands/registry.ts'
import type { Position } from '../../domain/process/stage.ts'
import type { Editor, ElementRef } from '../editor.ts'

/** `canvas`: an element or the empty canvas has focus · `list`: a row has focus · `global`: anywhere. */
export type Scope = 'canvas' | 'list' | 'global'

export type ActionGroup =
  | 'history'
  | 'create'
  | 'edit'
  | 'clipboard'
  | 'arrange'
  | 'select'
  | 'navigate'
  | 'problems'
  | 'view'
  | 'help'

/** What a menu was opened on; `several`: one of two or more selected elements. */
export type ActionPlace = 'stage' | 'transition' | 'several' | 'canvas'

export type View = 'design' | 'stages' | 'transitions' | 'simulate' | 'analytics' | 'versions'

/** Dialogs an action may ask for; the page or room that owns one shows it. */
export type EditorDialog =
  | { readonly name: 'addStage'; readonly afterStageId: string | null; readonly transitionId: string | null }
  | { readonly name: 'connectTo'; readonly fromStageId: string }
  | { readonly name: 'connectFrom'; readonly toStageId: string }
  | { readonly name: 'goToStage' }
  | { readonly name: 'moveToPosition'; readonly stageId: string }
  | { readonly name: 'deleteElements'; readonly elements: readonly ElementRef[] }
  | { readonly name: 'commandMenu' }
  | { readonly name: 'shortcutHelp' }
  | { readonly name: 'search' }
  /** Null: what is said about all of the process. */
  | { readonly name: 'comments'; readonly targetId: string | null }
  | { readonly name: 'handbook' }
  | { readonly name: 'activityLog' }
  | {
      readonly name: 'stageWizard'
      readonly afterStageId: string | null
      readonly transitionId: string | null
    }
  | { readonly name: 'templates' }
  | { readonly name: 'saveAsTemplate' }
  | { readonly name: 'tour' }

/** A stage that is not in the process yet, as the palette offers it. */
export type NewStage = Pick<PayloadOf<'addStage'>, 'kind' | 'name' | 'changes'>

/** What the canvas can do that is not a change of the process. The canvas room fills it in while it is on screen. */
export interface CanvasPort {
  zoomIn(): void
  zoomOut(): void
  fit(): void
  /** 1 is one canvas pixel a pixel of the page; the middle of the view stays. */
  zoomTo(zoom: number): void
  zoomToSelection(): void
  /** Whether transitions from every open stage are drawn as arrows, each of them, and not as a badge alone. */
  readonly drawsGlobals: boolean
  toggleGlobals(): void
  /** Steps of the view, in grid units. */
  pan(by: Position): void
  /** The middle of what is visible, in canvas pixels. */
  centre(): Position
  /** Runs automatic layout and dispatches `layoutProcess`; of all stages, or of those that nobody placed. */
  layout(keepsPlaced?: boolean): void
  startMoveMode(stageId: string): void
  /** Walks by an arrow key from the active element (see ../navigation.ts). */
  walk(key: 'ArrowRight' | 'ArrowLeft' | 'ArrowUp' | 'ArrowDown'): void
  goTo(where: 'next' | 'previous' | 'start' | 'last'): void
  /** Follows the n-th outgoing transition, from 1. */
  follow(number: number): void
  focusTransitions(): void
  openMenu(): void
  /**
   * A new stage follows the pointer that went down outside the canvas. Dropped on an empty place it is added there,
   * on a transition it is inserted, elsewhere nothing happens; less than a few pixels' way is no drag.
   */
  place(stage: NewStage, pointer: PointerEvent): void
}

export interface EditorUi {
  /** Null where no canvas is on screen. */
  readonly canvas: CanvasPort | null
  /** Says a full sentence to a screen reader and keeps it in the activity list. */
  announce(sentence: string, kind?: 'result' | 'consequence' | 'hint'): void
  open(dialog: EditorDialog): void
  /** Opens the inspector on an element, or on the process; `field` takes focus where given. */
  showDetails(element: ElementRef | null, field?: string): void
  show(view: View): void
  readonly clipboard: { write(text: string): Promise<void>; read(): Promise<string> }
}

export interface EditorAction<Id extends string = string> {
  readonly id: Id
  /** As in the menu; names what it would do ("Undo: Delete “Proposal”"). */
  readonly label: (editor: Editor) => string
  /** Name of the icon in `@mui/icons-material` without its style ending, e.g. `Undo`. */
  readonly icon: string
  /** As `Mod+Shift+Z`; the first is the one shown. Mod is Command on Apple's, Control elsewhere. */
  readonly shortcuts: readonly string[]
  readonly scopes: readonly Scope[]
  readonly group: ActionGroup
  /** The context menus it stands in. */
  readonly places: readonly ActionPlace[]
  readonly danger?: boolean
  /** Held keys run it again; not so for what creates or deletes. */
  readonly repeats?: boolean
  /** False keeps it out of the command menu (walking and the like). */
  readonly inCommandMenu?: boolean
  /** True where it can run now, else why not. */
  readonly enabled: (editor: Editor, ui: EditorUi) => true | string
  /** `key` is the key that was pressed, where it was run by a shortcut. */
  readonly run: (editor: Editor, ui: EditorUi, key?: string) => void | Promise<void>
}

export function defineAction<const Id extends string>(action: EditorAction<Id>): EditorAction<Id> {
  return action
}
