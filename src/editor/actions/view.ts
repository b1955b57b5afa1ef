/** What is on screen: zoom, pan, views, menus, help. Nothing here changes the process. */

import { text } from '../../text/index.ts'
import { targetNameOf } from '../rowNames.ts'
import { touching } from '../spotlight.ts'
import {
  type CanvasPort,
  defineAction,
  type EditorAction,
  type EditorDialog,
  type EditorUi,
  type View,
} from './action.ts'
import { oneElement } from './target.ts'

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
    places: ['stage', 'transition', 'several'],
  },
  (canvas) => canvas.zoomToSelection(),
)
export const zoomHalf = zooming(
  'zoomHalf',
  { label: () => text('editor', 'zoomHalf'), icon: 'ZoomOut' },
  (canvas) => canvas.zoomTo(0.5),
)
export const zoomActual = zooming(
  'zoomActual',
  { label: () => text('editor', 'zoomActual'), icon: 'CropFree', places: ['canvas'] },
  (canvas) => canvas.zoomTo(1),
)
export const zoomDouble = zooming(
  'zoomDouble',
  { label: () => text('editor', 'zoomDouble'), icon: 'ZoomIn' },
  (canvas) => canvas.zoomTo(2),
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

export const spotlight = defineAction({
  id: 'spotlight',
  label: (editor) => text('editor', editor.store.getState().session.spotlight ? 'spotlightOff' : 'spotlight'),
  icon: 'Highlight',
  shortcuts: ['F'],
  scopes: ['canvas'],
  group: 'view',
  places: ['stage', 'transition'],
  enabled: (editor, ui) =>
    ui.canvas
      ? oneElement(editor) !== null || text('editor', 'selectSomethingFirst')
      : text('editor', 'onlyOnCanvas'),
  run: (editor, ui) => {
    const { document, session } = editor.store.getState()
    const element = oneElement(editor)
    if (session.spotlight || !element) {
      editor.setSpotlight(null)
      ui.announce(text('speech', 'spotlightOff'))
      return
    }
    editor.setSpotlight(element)
    const ids = [...touching(document, element)].filter((id) => id !== element.id)
    const stages = ids.filter((id) => document.stages[id]).length
    ui.announce(
      text('speech', 'spotlight', {
        name: targetNameOf(document, element.id),
        stages: text('speech', 'stages', { count: stages }),
        transitions: text('speech', 'transitions', {
          count: ids.filter((id) => document.transitions[id]).length,
        }),
      }),
    )
  },
})

export const drawGlobals = defineAction({
  id: 'drawGlobals',
  label: () => text('editor', 'drawGlobals'),
  icon: 'Hub',
  shortcuts: [],
  scopes: ['canvas'],
  group: 'view',
  places: ['canvas'],
  enabled: (editor, ui) =>
    ui.canvas
      ? Object.values(editor.store.getState().document.transitions).some(
          (transition) => transition.fromStageId === null,
        ) || text('editor', 'noGlobals')
      : text('editor', 'onlyOnCanvas'),
  run: (_, ui) => {
    if (!ui.canvas) return
    ui.announce(text('speech', ui.canvas.drawsGlobals ? 'globalsBadged' : 'globalsDrawn'))
    ui.canvas.toggleGlobals()
  },
})

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
  {
    label: () => text('editor', 'commandMenu'),
    icon: 'Terminal',
    shortcuts: ['Mod+K'],
    // Last in every menu: what has no place there is one step away.
    places: ['stage', 'transition', 'several', 'canvas'],
  },
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
