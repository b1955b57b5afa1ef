import { render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import axe from 'axe-core'
import { useState } from 'react'
import { describe, expect, it } from 'vitest'
import { anEditor, standard } from '../../../tests/kit/builders.ts'
import { anEditorUi } from '../../../tests/kit/editorUi.ts'
import type { EditorUi } from '../../editor/actions/index.ts'
import type { EditorOptions } from '../../editor/createEditor.ts'
import { EditorProvider } from '../../editor/react.ts'
import { HouseTheme } from '../../ui/theme/index.ts'
import { CommentsPanel } from './CommentsPanel.tsx'

const ada = { id: 'ada', name: 'Ada' }

function Panel({ ui, targetId }: { readonly ui: EditorUi; readonly targetId: string | null }) {
  const [about, setAbout] = useState<{ targetId: string | null; at: number }>({ targetId, at: 1 })
  return (
    <CommentsPanel
      ui={ui}
      me={ada}
      about={about}
      onAbout={(next) => setAbout(({ at }) => ({ targetId: next, at: at + 1 }))}
      onClose={() => undefined}
      headingId="comments"
    />
  )
}

function open({ targetId = null, ...options }: Partial<EditorOptions> & { targetId?: string | null } = {}) {
  const editor = anEditor(standard().document, options)
  const ui = anEditorUi()
  const { container } = render(
    <HouseTheme>
      <EditorProvider editor={editor}>
        <Panel ui={ui} targetId={targetId} />
      </EditorProvider>
    </HouseTheme>,
  )
  const said = (by: string, words: string, targetId = 'Proposal') =>
    editor.dispatch('addComment', { targetId, text: words, by, byName: by === 'ada' ? 'Ada' : 'Bob' })
  return { editor, ui, container, said, user: userEvent.setup() }
}

const threads = () => screen.queryAllByRole('article').map((thread) => thread.getAttribute('aria-label'))

describe('the comments', () => {
  it('take what somebody says about a stage, and focus waits where one writes', async () => {
    const { editor, user } = open({ targetId: 'Proposal' })
    const field = screen.getByRole('textbox', { name: 'Comment on Proposal' })
    expect(field).toHaveFocus()
    await user.type(field, 'Who signs this?{Control>}{Enter}{/Control}')
    expect(threads()).toEqual(['Comment on Proposal by Ada'])
    expect(field).toHaveValue('')
    expect(Object.values(editor.store.getState().document.comments)[0]).toMatchObject({
      text: 'Who signs this?',
      by: 'ada',
      targetId: 'Proposal',
    })
  })

  it('say why nothing can be sent', async () => {
    const { user } = open()
    await user.click(screen.getByRole('button', { name: 'Comment' }))
    expect(screen.getByRole('alert')).toHaveTextContent('Write a comment first.')
    expect(screen.getByRole('textbox')).toBeInvalid()
  })

  it('are answered, resolved, and found again among the resolved', async () => {
    const { said, user, container } = open()
    said('bob', 'Who signs this?')
    const thread = await screen.findByRole('article')
    await user.click(within(thread).getByRole('button', { name: 'Reply' }))
    await user.type(within(thread).getByRole('textbox', { name: 'Reply to Bob' }), 'The director.')
    await user.click(within(thread).getByRole('button', { name: 'Send reply' }))
    expect(within(thread).getAllByRole('listitem')).toHaveLength(2)
    expect(within(thread).getByRole('button', { name: 'Proposal' })).toHaveFocus()

    await user.click(within(thread).getByRole('button', { name: 'Resolve' }))
    expect(threads()).toEqual([])
    expect(screen.getByRole('heading', { name: 'Comments' })).toHaveFocus()
    await user.click(screen.getByRole('radio', { name: /Resolved/ }))
    expect(screen.getByText(/^Resolved by Ada/)).toBeVisible()
    const { violations } = await axe.run(container, { rules: { 'color-contrast': { enabled: false } } })
    expect(violations.map(({ id }) => id)).toEqual([])
    await user.click(screen.getByRole('button', { name: 'Reopen' }))
    await user.click(screen.getByRole('radio', { name: /Open/ }))
    expect(threads()).toEqual(['Comment on Proposal by Bob'])
  })

  it('let everybody edit and delete their own', async () => {
    const { said, user } = open()
    said('bob', 'Who signs this?')
    said('ada', 'I do.', 'Won')
    await screen.findAllByRole('article')
    expect(screen.queryByRole('button', { name: 'More for the comment by Bob' })).toBeNull()
    await user.click(screen.getByRole('button', { name: 'More for the comment by Ada' }))
    await user.click(screen.getByRole('menuitem', { name: 'Edit' }))
    const field = await screen.findByRole('textbox', { name: 'Edit comment' })
    await user.clear(field)
    await user.type(field, 'Ada does.')
    await user.click(screen.getByRole('button', { name: 'Save' }))
    expect(screen.getByText('Ada does.')).toBeVisible()
    expect(screen.getByText('edited')).toBeVisible()

    await user.click(screen.getByRole('button', { name: 'More for the comment by Ada' }))
    await user.click(screen.getByRole('menuitem', { name: 'Delete' }))
    expect(await screen.findAllByRole('article')).toHaveLength(1)
    expect(threads()).toEqual(['Comment on Proposal by Bob'])
  })

  it('show those of one stage, and lead to it', async () => {
    const { said, user, ui } = open({ targetId: 'Proposal' })
    said('bob', 'Who signs this?')
    said('bob', 'Why lost?', 'Lost')
    await screen.findByRole('article')
    expect(threads()).toEqual(['Comment on Proposal by Bob'])
    await user.click(screen.getByRole('button', { name: 'Show all' }))
    expect(threads()).toHaveLength(2)
    await user.click(screen.getByRole('button', { name: 'Lost' }))
    expect(ui.details).toEqual([{ element: { kind: 'stage', id: 'Lost' }, field: undefined }])
  })

  it('can be read where nothing can be changed', () => {
    open({ readOnly: 'Another tab is editing this process.' })
    expect(screen.getByText('Another tab is editing this process.')).toBeVisible()
    expect(screen.queryByRole('textbox')).toBeNull()
  })
})
