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

const { addStage, connectTo, connectFrom, addStageAlone, addWonStage, addLostStage } = create
const { openDetails, rename, duplicate, toggleActive, markAsEntry } = edit
const { copy, cut, paste } = clipboard
const {
  alignLeft,
  alignCenter,
  alignRight,
  alignTop,
  alignMiddle,
  alignBottom,
  distributeHorizontally,
  distributeVertically,
} = align
const { moveMode, moveEarlier, moveLater, moveToPosition, layout } = arrange
const { toggleSelection, selectAll, selectNone, goToStage, openMenu } = select
const {
  nextElement,
  previousElement,
  elementAbove,
  elementBelow,
  nextStage,
  previousStage,
  startStage,
  lastStage,
  followTransition,
  focusTransitions,
} = navigate
const {
  zoomIn,
  zoomOut,
  fit,
  zoomHalf,
  zoomActual,
  zoomDouble,
  zoomToSelection,
  spotlight,
  drawGlobals,
  panLeft,
  panRight,
  panUp,
  panDown,
  switchView,
  showDesign,
  showStages,
  showTransitions,
  simulate,
  showVersions,
  commandMenu,
  shortcutHelp,
} = view
const { nextProblem, previousProblem, describe, describeProcess } = problems

export const actions = {
  addStage,
  connectTo,
  connectFrom,
  addStageAlone,
  addWonStage,
  addLostStage,
  stageWizard: guided.stageWizard,
  applyTemplate: guided.applyTemplate,
  saveAsTemplate: guided.saveAsTemplate,
  openDetails,
  rename,
  duplicate,
  copy,
  cut,
  paste,
  moveMode,
  moveEarlier,
  moveLater,
  moveToPosition,
  alignLeft,
  alignCenter,
  alignRight,
  alignTop,
  alignMiddle,
  alignBottom,
  distributeHorizontally,
  distributeVertically,
  markAsEntry,
  toggleActive,
  deleteSelection,
  undo: history.undo,
  redo: history.redo,
  toggleSelection,
  selectAll,
  selectNone,
  layout,
  goToStage,
  searchProcess,
  commentHere,
  showComments,
  makeHandbook,
  describe,
  describeProcess,
  nextProblem,
  previousProblem,
  openMenu,
  nextElement,
  previousElement,
  elementAbove,
  elementBelow,
  nextStage,
  previousStage,
  startStage,
  lastStage,
  followTransition,
  focusTransitions,
  zoomIn,
  zoomOut,
  fit,
  zoomHalf,
  zoomActual,
  zoomDouble,
  zoomToSelection,
  spotlight,
  drawGlobals,
  panLeft,
  panRight,
  panUp,
  panDown,
  switchView,
  showDesign,
  showStages,
  showTransitions,
  simulate,
  showVersions,
  commandMenu,
  shortcutHelp,
  tour: guided.tour,
  activityLog,
} as const satisfies Readonly<Record<string, EditorAction>>

export type ActionId = keyof typeof actions

/** In menu order. */
export const allActions: readonly EditorAction[] = Object.values(actions)

/** What a context menu on the place holds. */
export const actionsFor = (place: ActionPlace): readonly EditorAction[] =>
  allActions.filter((action) => action.places.includes(place))
