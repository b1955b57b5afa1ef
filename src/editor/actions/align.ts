/** Stages on one line, and equally far apart. Each is one step of undo and stands in the menu of several stages. */
import type { Alignment } from '../../domain/commands/alignStages.ts'
import { text } from '../../text/index.ts'
import { defineAction, type EditorAction } from './action.ts'
import { runOrSay } from './edit.ts'
import { editableIf, targetStageIds } from './target.ts'

const aligning = <const Id extends string>(
  id: Id,
  to: Alignment,
  icon: string,
  label: () => string,
): EditorAction<Id> =>
  defineAction({
    id,
    label,
    icon,
    shortcuts: [],
    scopes: ['canvas'],
    group: 'arrange',
    places: ['several'],
    enabled: (editor) =>
      editableIf(editor, targetStageIds(editor).length > 1, text('editor', 'selectTwoStages')),
    run: (editor, ui) =>
      void runOrSay(editor, ui, { id: 'alignStages', payload: { stageIds: targetStageIds(editor), to } }),
  })

const distributing = <const Id extends string>(
  id: Id,
  direction: 'horizontally' | 'vertically',
  icon: string,
  label: () => string,
): EditorAction<Id> =>
  defineAction({
    id,
    label,
    icon,
    shortcuts: [],
    scopes: ['canvas'],
    group: 'arrange',
    places: ['several'],
    enabled: (editor) =>
      editableIf(editor, targetStageIds(editor).length > 2, text('editor', 'selectThreeStages')),
    run: (editor, ui) =>
      void runOrSay(editor, ui, {
        id: 'distributeStages',
        payload: { stageIds: targetStageIds(editor), direction },
      }),
  })

export const alignLeft = aligning('alignLeft', 'left', 'AlignHorizontalLeft', () =>
  text('editor', 'alignLeft'),
)
export const alignCenter = aligning('alignCenter', 'center', 'AlignHorizontalCenter', () =>
  text('editor', 'alignCenter'),
)
export const alignRight = aligning('alignRight', 'right', 'AlignHorizontalRight', () =>
  text('editor', 'alignRight'),
)
export const alignTop = aligning('alignTop', 'top', 'AlignVerticalTop', () => text('editor', 'alignTop'))
export const alignMiddle = aligning('alignMiddle', 'middle', 'AlignVerticalCenter', () =>
  text('editor', 'alignMiddle'),
)
export const alignBottom = aligning('alignBottom', 'bottom', 'AlignVerticalBottom', () =>
  text('editor', 'alignBottom'),
)
export const distributeHorizontally = distributing('distributeHorizontally', 'horizontally', 'ViewWeek', () =>
  text('editor', 'distributeHorizontally'),
)
export const distributeVertically = distributing('distributeVertically', 'vertically', 'TableRows', () =>
  text('editor', 'distributeVertically'),
)
