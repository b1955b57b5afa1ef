import { act, render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import axe from 'axe-core'
import { describe, expect, it, vi } from 'vitest'
import { anEditor, aProcess, type ProcessBuilder } from '../../../tests/kit/builders.ts'
import type { Problem } from '../../domain/lint/rule.ts'
import type { EditorOptions } from '../../editor/createEditor.ts'
import { EditorProvider } from '../../editor/react.ts'
import { HouseTheme } from '../../ui/theme/index.ts'
import { ProblemsPanel } from './ProblemsPanel.tsx'

/** Probabilities fall twice, and Offer leads nowhere. */
const faulty = () =>
  aProcess()
    .stage('Lead', 30)
    .stage('Talk', 20)
    .stage('Offer', 10)
    .stage('Won', { won: true })
    .stage('Lost', { lost: true })
    .connect('Lead', 'Talk')
    .connect('Talk', 'Offer')
    .connect('Lead', 'Won')
    .connect(null, 'Lost')

const sound = () =>
  aProcess()
    .stage('Lead', 30, { description: 'A name.', averageDurationDays: 3, maxDurationDays: 9 })
    .stage('Won', { won: true, description: 'Signed.' })
    .stage('Lost', { lost: true, description: 'Gone.' })
    .connect('Lead', 'Won')
    .connect('Lead', 'Lost')

function open(process: ProcessBuilder, options: Partial<EditorOptions> = {}) {
  const editor = anEditor(process.document, { permissions: ['override_probability'], ...options })
  const onGoTo = vi.fn<(problem: Problem) => void>()
  const { container } = render(
    <HouseTheme>
      <EditorProvider editor={editor}>
        <ProblemsPanel onGoTo={onGoTo} />
      </EditorProvider>
    </HouseTheme>,
  )
  return { editor, onGoTo, container, user: userEvent.setup() }
}

const falling = (name: string) =>
  screen.getByRole('button', { name: new RegExp(`“${name}” has \\d+ %, less than`) })

async function more(user: ReturnType<typeof userEvent.setup>, name: string, choice: RegExp) {
  const item = falling(name).closest('li')
  if (!item) throw new Error('A problem stands in a list.')
  await user.click(within(item).getByRole('button', { name: /^More/ }))
  await user.click(await screen.findByRole('menuitem', { name: choice }))
}

describe('the problems panel', () => {
  it('says that nothing is wrong', () => {
    open(sound())
    expect(screen.getByRole('heading', { name: 'No problems.' })).toBeVisible()
  })

  it('lists errors before warnings before hints, in the same order after a change', () => {
    const { editor, container } = open(faulty())
    const order = () => [...container.querySelectorAll('li')].map((item) => item.dataset.severity)
    const rank = ['error', 'warning', 'info']
    const ranks = order().map((severity) => rank.indexOf(severity ?? ''))
    expect(ranks).toEqual(ranks.toSorted())
    const before = order()
    act(() => void editor.dispatch('updateStage', { stageId: 'Lead', changes: { guidance: 'Listen.' } }))
    expect(order()).toEqual(before)
  })

  it('follows every edit', () => {
    const { editor } = open(faulty())
    expect(falling('Talk')).toBeVisible()
    act(() => void editor.dispatch('updateStage', { stageId: 'Talk', changes: { defaultProbability: 30 } }))
    expect(screen.queryByRole('button', { name: /“Talk” has/ })).toBeNull()
  })

  it('shows one severity alone, with how many there are', async () => {
    const { editor, user, container } = open(faulty())
    const errors = editor.problems().filter(({ severity }) => severity === 'error').length
    await user.click(screen.getByRole('radio', { name: `Errors ${errors}` }))
    expect(container.querySelectorAll('li')).toHaveLength(errors)
  })

  it('leads to the place and hands on which field it is', async () => {
    const { editor, onGoTo, user } = open(faulty())
    await user.click(falling('Talk'))
    const { session } = editor.store.getState()
    expect(session.selection).toEqual([{ kind: 'stage', id: 'Talk' }])
    expect(session.reveal?.element).toEqual({ kind: 'stage', id: 'Talk' })
    expect(onGoTo.mock.calls[0]?.[0].at.field).toBe('defaultProbability')
  })

  it('repairs by the quick fix, as one step of undo', async () => {
    const { editor, user } = open(faulty())
    const item = falling('Talk').closest('li')
    if (!item) throw new Error('A problem stands in a list.')
    await user.click(within(item).getByRole('button', { name: 'Raise to 30 %' }))
    expect(editor.store.getState().document.stages.Talk?.defaultProbability).toBe(30)
    expect(editor.store.getState().undoStack).toHaveLength(1)
  })

  it('repairs all of a kind at once', async () => {
    const { editor, user } = open(faulty())
    await more(user, 'Talk', /^Fix all/)
    await waitFor(() => {
      const { Talk, Offer } = editor.store.getState().document.stages
      expect([Talk?.defaultProbability, Offer?.defaultProbability]).toEqual([30, 30])
    })
    expect(editor.store.getState().undoStack).toHaveLength(1)
  })

  it('waives with a reason, shows it among the waived, and takes it back', async () => {
    const { editor, user } = open(faulty())
    await more(user, 'Talk', /^Waive/)
    const reason = await screen.findByRole('textbox', { name: /Why is this right/ })
    await user.type(reason, 'Too short{Tab}')
    await user.click(screen.getByRole('button', { name: 'Waive' }))
    expect(await screen.findByRole('link', { name: /at least 10 characters/ })).toBeVisible()
    expect(editor.store.getState().document.waivers).toEqual({})
    await user.type(reason, ', but the director agreed')
    await user.click(screen.getByRole('button', { name: 'Waive' }))
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    expect(screen.queryByRole('button', { name: /“Talk” has/ })).toBeNull()
    await user.click(screen.getByRole('radio', { name: 'Waived 1' }))
    expect(screen.getByText('Waived: Too short, but the director agreed')).toBeVisible()
    await more(user, 'Talk', /^Withdraw/)
    await waitFor(() => expect(editor.store.getState().document.waivers).toEqual({}))
  })

  it('lets nobody waive who may not, and says who may', async () => {
    const { user } = open(faulty(), { permissions: [] })
    const item = falling('Talk').closest('li')
    if (!item) throw new Error('A problem stands in a list.')
    await user.click(within(item).getByRole('button', { name: /^More/ }))
    const waive = await screen.findByRole('menuitem', { name: /^Waive.*may override probabilities/ })
    expect(waive).toHaveAttribute('aria-disabled', 'true')
  })

  it('offers no repairs while reading only', () => {
    open(faulty(), { readOnly: 'Another tab has this draft.' })
    expect(falling('Talk')).toBeVisible()
    expect(screen.queryByRole('button', { name: 'Raise to 30 %' })).toBeNull()
  })

  it('breaks no rule of accessibility', async () => {
    const { container } = open(faulty())
    const found = await axe.run(container, {
      rules: { 'color-contrast': { enabled: false }, region: { enabled: false } },
    })
    expect(found.violations.map(({ id }) => id)).toEqual([])
  })
})
