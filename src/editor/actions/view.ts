/** What is on screen: zoom, pan, views, menus, help. Nothing here changes the process. */
import { text } from '../../text/index.ts'
import {
  type CanvasPort,
  defineAction,
  type EditorAction,
  type EditorDialog,
  type EditorUi,
  type View,
} from './action.ts'

type Words = Pick<EditorAction, 'label' | 'icon'> &
  Partial<Pick<EditorAction, 'shortcuts' | 'places' | 'scopes'>>

const onCanvas = (_: unknown, ui: EditorUi): true | string =>
  ui.canvas !== null || text('editor', 'onlyOnCanvas')

const zooming = <const Id extends string>(
  id: Id,
  words: Words,
  act: (canvas: CanvasPort) => void,
): EditorAction<Id> =>
  defineAction({
    id,
    shortcuts: [],
    places: [],
    scopes: ['canvas'],
    ...words,
    group: 'view',
    repeats: true,
    enabled: onCanvas,
    run: (_, ui) => {
      if (ui.canvas) act(ui.canvas)
    },
  })

const showing = <const Id extends string>(id: Id, view: View, words: Words): EditorAction<Id> =>
  defineAction({
    id,
    shortcuts: [],
    places: [],
    scopes: ['global'],
    ...words,
    group: 'view',
    enabled: () => true,
    run: (_, ui) => ui.show(view),
  })

const opening = <const Id extends string>(id: Id, dialog: EditorDialog, words: Words): EditorAction<Id> =>
  defineAction({
    id,
    shortcuts: [],
    places: [],
    scopes: ['global'],
    ...words,
    group: 'help',
    enabled: () => true,
    run: (_, ui) => ui.open(dialog),
  })

export const zoomIn = zooming(
  'zoomIn',
  { label: () => text('editor', 'zoomIn'), icon: 'ZoomIn', shortcuts: ['+', '='] },
  (canvas) => canvas.zoomIn(),
)
export const zoomOut = zooming(
  'zoomOut',
  { label: () => text('editor', 'zoomOut'), icon: 'ZoomOut', shortcuts: ['-'] },
  (canvas) => canvas.zoomOut(),
)
export const fit = zooming(
  'fit',
  { label: () => text('editor', 'fit'), icon: 'FitScreen', shortcuts: ['0'], places: ['canvas'] },
  (canvas) => canvas.fit(),
)
export const zoomToSelection = zooming(
  'zoomToSelection',
  {
    label: () => text('editor', 'zoomToSelection'),
    icon: 'CenterFocusStrong',
    places: ['stage', 'transition'],
  },
  (canvas) => canvas.zoomToSelection(),
)
export const panLeft = zooming(
  'panLeft',
  { label: () => text('editor', 'panLeft'), icon: 'KeyboardArrowLeft', shortcuts: ['Shift+ArrowLeft'] },
  (canvas) => canvas.pan({ x: -1, y: 0 }),
)
export const panRight = zooming(
  'panRight',
  { label: () => text('editor', 'panRight'), icon: 'KeyboardArrowRight', shortcuts: ['Shift+ArrowRight'] },
  (canvas) => canvas.pan({ x: 1, y: 0 }),
)
export const panUp = zooming(
  'panUp',
  { label: () => text('editor', 'panUp'), icon: 'KeyboardArrowUp', shortcuts: ['Shift+ArrowUp'] },
  (canvas) => canvas.pan({ x: 0, y: -1 }),
)
export const panDown = zooming(
  'panDown',
  { label: () => text('editor', 'panDown'), icon: 'KeyboardArrowDown', shortcuts: ['Shift+ArrowDown'] },
  (canvas) => canvas.pan({ x: 0, y: 1 }),
)

export const switchView = defineAction({
  id: 'switchView',
  label: () => text('editor', 'switchView'),
  icon: 'SwapHoriz',
  shortcuts: ['V'],
  scopes: ['canvas', 'list'],
  group: 'view',
  places: [],
  enabled: () => true,
  run: (_, ui) => ui.show(ui.canvas ? 'stages' : 'design'),
})
export const showDesign = showing('showDesign', 'design', {
  label: () => text('editor', 'showDesign'),
  icon: 'Schema',
})
export const showStages = showing('showStages', 'stages', {
  label: () => text('editor', 'showStages'),
  icon: 'TableRows',
})
export const showTransitions = showing('showTransitions', 'transitions', {
  label: () => text('editor', 'showTransitions'),
  icon: 'GridOn',
})
export const simulate = showing('simulate', 'simulate', {
  label: () => text('editor', 'simulate'),
  icon: 'PlayArrow',
  shortcuts: ['S'],
  scopes: ['canvas'],
})
export const showVersions = showing('showVersions', 'versions', {
  label: () => text('editor', 'showVersions'),
  icon: 'History',
})
export const commandMenu = opening(
  'commandMenu',
  { name: 'commandMenu' },
  { label: () => text('editor', 'commandMenu'), icon: 'Terminal', shortcuts: ['Mod+K'] },
)
export const shortcutHelp = opening(
  'shortcutHelp',
  { name: 'shortcutHelp' },
  {
    label: () => text('editor', 'shortcutHelp'),
    icon: 'Keyboard',
    shortcuts: ['?', 'Mod+/'],
    places: ['canvas'],
  },
)
