/** The inspector on a process, with the verbs of someone who edits there. */
import { render, screen } from '@testing-library/react'
import userEvent, { type UserEvent } from '@testing-library/user-event'
import type { ComponentProps } from 'react'
import type { EditorOptions } from '../../src/editor/createEditor.ts'
import type { Editor, ElementRef } from '../../src/editor/editor.ts'
import { EditorProvider } from '../../src/editor/react.ts'
import { RuleBuilderContext } from '../../src/editor/ruleBuilder.ts'
import { Inspector } from '../../src/features/inspector/index.ts'
import { RuleField } from '../../src/features/rule-builder/index.ts'
import { HouseTheme } from '../../src/ui/theme/index.ts'
import { anEditor, type ProcessBuilder } from './builders.ts'
import { anEditorUi } from './editorUi.ts'
import { action, reference, workflow } from './referenceData.ts'

export const company = reference({
  actions: [
    action('mail', 'send_email', { parameters: { to: 'owner', subject: 'Moved' } }),
    action('task', 'create_task'),
  ],
  workflows: [workflow('discount')],
})

export const stage = (id: string): ElementRef => ({ kind: 'stage', id })
export const transition = (id: string): ElementRef => ({ kind: 'transition', id })

export function openInspector(
  process: ProcessBuilder,
  selection: readonly ElementRef[],
  options: Partial<EditorOptions> = {},
  given: Partial<ComponentProps<typeof Inspector>> = {},
) {
  const editor = anEditor(process.document, {
    reference: company,
    permissions: ['override_probability'],
    ...options,
  })
  editor.select(selection)
  const ui = anEditorUi()
  const { container } = render(
    <HouseTheme>
      <EditorProvider editor={editor}>
        <RuleBuilderContext value={RuleField}>
          <Inspector ui={ui} headingId="heading" {...given} />
        </RuleBuilderContext>
      </EditorProvider>
    </HouseTheme>,
  )
  return { editor, ui, container, user: userEvent.setup() }
}

export const documentOf = (editor: Editor) => editor.store.getState().document

export function stageOf(editor: Editor, id: string) {
  const found = documentOf(editor).stages[id]
  if (!found) throw new Error(`There is no stage ${id}.`)
  return found
}

/** What the undo menu would say, oldest first. */
export const steps = (editor: Editor) => editor.store.getState().undoStack.map(({ label }) => label)

/** Sections remember whether they are open, so a test opens what it needs. */
export async function opened(user: UserEvent, name: RegExp | string) {
  const button = screen.getByRole('button', { name })
  if (button.getAttribute('aria-expanded') === 'false') await user.click(button)
}

export async function retype(user: UserEvent, control: HTMLElement, text: string) {
  await user.clear(control)
  await user.type(control, text)
}
