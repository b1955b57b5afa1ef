/** From problem to problem, and in words what is where. */
import { say, text } from '../../text/index.ts'
import { describe as describeElement, processSummary } from '../describe.ts'
import type { Editor } from '../editor.ts'
import { arrivedAt, nextProblemAfter } from '../problemWalk.ts'
import { defineAction, type EditorUi } from './action.ts'
import { oneElement } from './target.ts'

function jump(editor: Editor, ui: EditorUi, by: -1 | 1): void {
  const found = nextProblemAfter(editor, by)
  if (!found) {
    ui.announce(text('speech', 'noProblems'))
    return
  }
  const { problem, number, count } = found
  const { kind, id } = problem.at
  if (kind === 'stage' || kind === 'transition') editor.reveal({ kind, id }, { focus: true })
  else ui.showDetails(null, problem.at.field)
  arrivedAt(editor, problem)
  const words = {
    number,
    count,
    severity: text('speech', `severity_${problem.severity}`),
    message: say(problem.message),
  }
  const key = problem.fixes && problem.fixes.length > 0 ? 'problemJumpFix' : 'problemJump'
  ui.announce(text('speech', key, words))
}

export const nextProblem = defineAction({
  id: 'nextProblem',
  label: () => text('editor', 'nextProblem'),
  icon: 'NavigateNext',
  shortcuts: ['F8'],
  scopes: ['global'],
  group: 'problems',
  places: [],
  repeats: true,
  enabled: () => true,
  run: (editor, ui) => jump(editor, ui, 1),
})

export const previousProblem = defineAction({
  id: 'previousProblem',
  label: () => text('editor', 'previousProblem'),
  icon: 'NavigateBefore',
  shortcuts: ['Shift+F8'],
  scopes: ['global'],
  group: 'problems',
  places: [],
  repeats: true,
  enabled: () => true,
  run: (editor, ui) => jump(editor, ui, -1),
})

export const describe = defineAction({
  id: 'describe',
  label: () => text('editor', 'describe'),
  icon: 'RecordVoiceOver',
  shortcuts: ['D'],
  scopes: ['canvas', 'list'],
  group: 'navigate',
  places: ['stage', 'transition'],
  enabled: (editor) => oneElement(editor) !== null || text('editor', 'selectSomethingFirst'),
  run: (editor, ui) => {
    const element = oneElement(editor)
    const { document } = editor.store.getState()
    if (element) ui.announce(describeElement({ document, problems: editor.problems() }, element))
  },
})

export const describeProcess = defineAction({
  id: 'describeProcess',
  label: () => text('editor', 'describeProcess'),
  icon: 'Summarize',
  shortcuts: [],
  scopes: ['global'],
  group: 'navigate',
  places: ['canvas'],
  enabled: () => true,
  run: (editor, ui) =>
    ui.announce(processSummary({ document: editor.store.getState().document, problems: editor.problems() })),
})
