import { act, render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import axe from 'axe-core'
import { describe, expect, it, onTestFinished } from 'vitest'
import { anEditor, aProcess, type ProcessBuilder, standard } from '../../../tests/kit/builders.ts'
import { EditorProvider } from '../../editor/react.ts'
import { showLanguage } from '../../text/language.ts'
import { HouseTheme } from '../../ui/theme/index.ts'
import { ExactStrip } from './ExactStrip.tsx'

function open(process: ProcessBuilder) {
  const editor = anEditor(process.document)
  const { container } = render(
    <HouseTheme>
      <EditorProvider editor={editor}>
        <ExactStrip />
      </EditorProvider>
    </HouseTheme>,
  )
  return { editor, container, user: userEvent.setup() }
}

/** The value that stands beside a name. */
const figure = (name: string) => {
  const [term] = screen.getAllByText(name)
  const value = term?.closest('div')?.querySelector('dd')
  if (!value) throw new Error(`There is no figure “${name}”.`)
  return value
}

const days = (count: number) => ({ averageDurationDays: count })

describe('the exact strip', () => {
  it('shows what the process yields', () => {
    open(
      aProcess()
        .stage('Lead', 40, days(10))
        .stage('Won', { won: true })
        .stage('Lost', { lost: true })
        .connect('Lead', 'Won', { weight: 2 })
        .connect('Lead', 'Lost', { weight: 3 }),
    )
    expect(figure('Win rate')).toHaveTextContent('40%')
    expect(figure('Sales cycle')).toHaveTextContent('10 days')
    expect(figure('Most lost at')).toHaveTextContent('Lead')
    expect(figure('Most lost at')).toHaveTextContent('60%')
  })

  it('writes days as the language does', async () => {
    await showLanguage('de')
    onTestFinished(() => showLanguage('en'))
    open(aProcess().stage('Lead', 100, days(8.3)).stage('Won', { won: true }).connect('Lead', 'Won'))
    expect(figure('Verkaufszyklus')).toHaveTextContent('8,3 Tage')
  })

  it('follows every edit, undo too', () => {
    const { editor } = open(standard())
    expect(figure('Win rate')).toHaveTextContent('20%')
    act(() => {
      editor.dispatch('updateStage', { stageId: 'Qualification', changes: { defaultProbability: 30 } })
    })
    expect(figure('Win rate')).toHaveTextContent('30%')
    act(() => void editor.undo())
    expect(figure('Win rate')).toHaveTextContent('20%')
  })

  it('leads to the weakest stage', async () => {
    const { editor, user } = open(
      aProcess()
        .stage('Lead', 40)
        .stage('Won', { won: true })
        .stage('Lost', { lost: true })
        .connect('Lead', 'Won')
        .connect('Lead', 'Lost'),
    )
    const [link] = screen.getAllByRole('button', { name: 'Lead, 60% Show on the canvas' })
    if (!link) throw new Error('The strip names the weakest stage.')
    await user.click(link)
    const { session } = editor.store.getState()
    expect(session.selection).toEqual([{ kind: 'stage', id: 'Lead' }])
    expect(session.reveal?.element).toEqual({ kind: 'stage', id: 'Lead' })
  })

  it('says in words that deals never close, and no number where there is none', () => {
    const { container } = open(
      aProcess()
        .stage('Lead', 10, days(1))
        .stage('Limbo', 20, days(1))
        .stage('Won', { won: true })
        .connect('Lead', 'Limbo', { weight: 1 })
        .connect('Lead', 'Won', { weight: 1 }),
    )
    expect(figure('Never close')).toHaveTextContent('50%')
    expect(container.textContent).not.toMatch(/NaN|Infinity|undefined|null/)
  })

  it.each<[string, ProcessBuilder]>([
    ['an empty process', aProcess()],
    ['a stage alone', aProcess().stage('Lead', 140)],
    ['closed stages only', aProcess().stage('Won', { won: true }).stage('Lost', { lost: true })],
    ['an endless circle', aProcess().stage('A', 10).stage('B', 20).connect('A', 'B').connect('B', 'A')],
  ])('shows no broken number for %s', (_, process) => {
    const { container } = open(process)
    expect(container.textContent).not.toMatch(/NaN|Infinity|undefined|null/)
    expect(figure('Sales cycle')).toHaveTextContent('Not known')
  })

  it('says what the figures rest on, and what each means', async () => {
    const { user } = open(standard())
    await user.click(screen.getByText('What these figures rest on'))
    const sheet = within(screen.getByRole('group'))
    expect(sheet.getAllByRole('listitem').length).toBeGreaterThan(0)
    expect(sheet.getAllByRole('term').map(({ textContent }) => textContent)).toContain('Win rate 20%')
    const [winRate] = screen.getAllByText('Win rate')
    if (!winRate) throw new Error('The strip shows a win rate.')
    await user.hover(winRate)
    expect(await screen.findByRole('tooltip')).toHaveTextContent('closed-won stage')
  })

  it('closes the explanation by Escape and by leaving it', async () => {
    const { user, container } = open(standard())
    const summary = screen.getByText('What these figures rest on')
    const details = container.querySelector('details')
    await user.click(summary)
    expect(details).toHaveAttribute('open')
    await user.keyboard('{Escape}')
    expect(details).not.toHaveAttribute('open')
    expect(summary.closest('summary')).toHaveFocus()
    await user.click(summary)
    await user.click(document.body)
    expect(details).not.toHaveAttribute('open')
  })

  it('breaks no rule of accessibility', async () => {
    const { container } = open(standard())
    const found = await axe.run(container, {
      rules: { 'color-contrast': { enabled: false }, region: { enabled: false } },
    })
    expect(found.violations.map(({ id }) => id)).toEqual([])
  })
})
