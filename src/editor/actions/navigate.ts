/** Walking the process by keys. The canvas does the walking (../navigation.ts); here stands which key does what. */
import { text } from '../../text/index.ts'
import { type CanvasPort, defineAction, type EditorAction, type EditorUi } from './action.ts'

const onCanvas = (_: unknown, ui: EditorUi): true | string =>
  ui.canvas !== null || text('editor', 'onlyOnCanvas')

type Walk = Pick<EditorAction, 'label' | 'icon' | 'shortcuts'> & {
  readonly step: (canvas: CanvasPort, key: string) => void
}

const walking = <const Id extends string>(id: Id, { step, ...given }: Walk): EditorAction<Id> =>
  defineAction({
    id,
    ...given,
    scopes: ['canvas'],
    group: 'navigate',
    places: [],
    repeats: true,
    inCommandMenu: false,
    enabled: onCanvas,
    run: (_, ui, key = '') => {
      if (ui.canvas) step(ui.canvas, key)
    },
  })

export const nextElement = walking('nextElement', {
  label: () => text('editor', 'nextElement'),
  icon: 'East',
  shortcuts: ['ArrowRight'],
  step: (canvas) => canvas.walk('ArrowRight'),
})
export const previousElement = walking('previousElement', {
  label: () => text('editor', 'previousElement'),
  icon: 'West',
  shortcuts: ['ArrowLeft'],
  step: (canvas) => canvas.walk('ArrowLeft'),
})
export const elementAbove = walking('elementAbove', {
  label: () => text('editor', 'elementAbove'),
  icon: 'North',
  shortcuts: ['ArrowUp'],
  step: (canvas) => canvas.walk('ArrowUp'),
})
export const elementBelow = walking('elementBelow', {
  label: () => text('editor', 'elementBelow'),
  icon: 'South',
  shortcuts: ['ArrowDown'],
  step: (canvas) => canvas.walk('ArrowDown'),
})
export const nextStage = walking('nextStage', {
  label: () => text('editor', 'nextStage'),
  icon: 'SkipNext',
  shortcuts: ['PageDown'],
  step: (canvas) => canvas.goTo('next'),
})
export const previousStage = walking('previousStage', {
  label: () => text('editor', 'previousStage'),
  icon: 'SkipPrevious',
  shortcuts: ['PageUp'],
  step: (canvas) => canvas.goTo('previous'),
})
export const startStage = walking('startStage', {
  label: () => text('editor', 'startStage'),
  icon: 'FirstPage',
  shortcuts: ['Home'],
  step: (canvas) => canvas.goTo('start'),
})
export const lastStage = walking('lastStage', {
  label: () => text('editor', 'lastStage'),
  icon: 'LastPage',
  shortcuts: ['End'],
  step: (canvas) => canvas.goTo('last'),
})
export const followTransition = walking('followTransition', {
  label: () => text('editor', 'followTransition'),
  icon: 'CallSplit',
  shortcuts: ['1', '2', '3', '4', '5', '6', '7', '8', '9'],
  step: (canvas, key) => canvas.follow(Number(key)),
})
export const focusTransitions = walking('focusTransitions', {
  label: () => text('editor', 'focusTransitions'),
  icon: 'LinearScale',
  shortcuts: ['T'],
  step: (canvas) => canvas.focusTransitions(),
})
