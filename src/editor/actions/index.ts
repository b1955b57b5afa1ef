/** All editor actions by id, in the order in which menus show them. */
import type { ActionPlace, EditorAction } from './action.ts'
import * as align from './align.ts'
import * as arrange from './arrange.ts'
import * as clipboard from './clipboard.ts'
import { commentHere, showComments } from './comments.ts'
import * as create from './create.ts'
import * as edit from './edit.ts'
import * as guided from './guided.ts'
import { makeHandbook } from './handbook.ts'
import { activityLog } from './help.ts'
import * as history from './history.ts'
import * as navigate from './navigate.ts'
import * as problems from './problems.ts'
import { deleteSelection } from './remove.ts'
import { searchProcess } from './search.ts'
import * as select from './select.ts'
import * as view from './view.ts'

export type {
  ActionGroup,
  ActionPlace,
  CanvasPort,
  EditorAction,
  EditorDialog,
  EditorUi,
  NewStage,
  Scope,
  View,
} from './action.ts'

export { copiedText, cutText, pasteText } from './clipboard.ts'
export { addNewStage } from './create.ts'
export { deleteElements, removeElements } from './remove.ts'

/** In menu order. */
const inOrder = [
  create.addStage,
  create.connectTo,
  create.connectFrom,
  create.addStageAlone,
  create.addWonStage,
  create.addLostStage,
  guided.stageWizard,
  guided.applyTemplate,
  guided.saveAsTemplate,
  edit.openDetails,
  edit.rename,
  edit.duplicate,
  clipboard.copy,
  clipboard.cut,
  clipboard.paste,
  arrange.moveMode,
  arrange.moveEarlier,
  arrange.moveLater,
  arrange.moveToPosition,
  align.alignLeft,
  align.alignCenter,
  align.alignRight,
  align.alignTop,
  align.alignMiddle,
  align.alignBottom,
  align.distributeHorizontally,
  align.distributeVertically,
  edit.markAsEntry,
  edit.toggleActive,
  deleteSelection,
  history.undo,
  history.redo,
  select.toggleSelection,
  select.selectAll,
  select.selectNone,
  arrange.layout,
  arrange.layoutRest,
  select.goToStage,
  searchProcess,
  commentHere,
  showComments,
  makeHandbook,
  problems.describe,
  problems.describeProcess,
  problems.nextProblem,
  problems.previousProblem,
  select.openMenu,
  navigate.nextElement,
  navigate.previousElement,
  navigate.elementAbove,
  navigate.elementBelow,
  navigate.nextStage,
  navigate.previousStage,
  navigate.startStage,
  navigate.lastStage,
  navigate.followTransition,
  navigate.focusTransitions,
  view.zoomIn,
  view.zoomOut,
  view.fit,
  view.zoomHalf,
  view.zoomActual,
  view.zoomDouble,
  view.zoomToSelection,
  view.spotlight,
  view.drawGlobals,
  view.panLeft,
  view.panRight,
  view.panUp,
  view.panDown,
  view.switchView,
  view.showDesign,
  view.showStages,
  view.showTransitions,
  view.simulate,
  view.showVersions,
  view.commandMenu,
  view.shortcutHelp,
  guided.tour,
  activityLog,
] as const

type Action = (typeof inOrder)[number]
export type ActionId = Action['id']

export const actions = Object.fromEntries(inOrder.map((action) => [action.id, action])) as {
  readonly [Id in ActionId]: EditorAction<Id>
}

/** In menu order. */
export const allActions: readonly EditorAction[] = inOrder

/** What a context menu on the place holds. */
export const actionsFor = (place: ActionPlace): readonly EditorAction[] =>
  allActions.filter((action) => action.places.includes(place))
