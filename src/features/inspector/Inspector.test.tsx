import { render, screen, waitFor } from '@testing-library/react'
import axe from 'axe-core'
import { describe, expect, it, vi } from 'vitest'
import { anEditor, aProcess, standard } from '../../../tests/kit/builders.ts'
import { anEditorUi } from '../../../tests/kit/editorUi.ts'
import {
  company,
  opened,
  openInspector,
  stage,
  stageOf,
  transition,
} from '../../../tests/kit/openInspector.tsx'
import { check, field, reference } from '../../../tests/kit/referenceData.ts'
import type { ElementRef } from '../../editor/editor.ts'
import { EditorProvider } from '../../editor/react.ts'
import { HouseTheme } from '../../ui/theme/index.ts'
import { Inspector } from './Inspector.tsx'
import { setSectionOpen } from './sections.ts'

async function violations(container: HTMLElement) {
  // Colours need layout, which the tests of real pages have.
  const found = await axe.run(container, {
    rules: { 'color-contrast': { enabled: false }, region: { enabled: false } },
  })
  return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)
}

describe('the way in and out', () => {
  it('opens the section of the field that was asked for and focuses it, once', async () => {
    const editor = anEditor(standard().document, { reference: company })
    editor.select([stage('Proposal')])
    setSectionOpen('stage.durations', false)
    const granted = vi.fn()
    const panel = (wish: { field: string | null; at: number } | null) => (
      <HouseTheme>
        <EditorProvider editor={editor}>
          <Inspector ui={anEditorUi()} wish={wish} onWishGranted={granted} />
        </EditorProvider>
      </HouseTheme>
    )
    const { rerender } = render(panel({ field: 'maxDurationDays', at: 1 }))
    await waitFor(() => expect(screen.getByRole('textbox', { name: 'Maximum' })).toHaveFocus())
    expect(granted).toHaveBeenCalledOnce()
    rerender(panel({ field: null, at: 2 }))
    await waitFor(() => expect(screen.getByRole('heading', { name: 'Proposal' })).toHaveFocus())
  })

  it('leaves by Escape to where one came from', async () => {
    const { editor, user } = openInspector(standard(), [stage('Proposal')])
    await user.click(screen.getByRole('textbox', { name: 'Name' }))
    await user.keyboard('{Escape}')
    expect(editor.store.getState().session.reveal).toMatchObject({ element: stage('Proposal'), focus: true })
  })
})

describe('focus', () => {
  const falling = () =>
    aProcess().stage('Lead', 30).stage('Offer', 20).stage('Won', { won: true }).connect('Lead', 'Offer')

  it('goes on to the field when the fix that was chosen is gone', async () => {
    const { user } = openInspector(falling(), [stage('Offer')])
    await user.click(screen.getByRole('button', { name: 'Raise to 30 %' }))
    await waitFor(() => expect(screen.getByRole('slider')).toHaveFocus())
  })

  it('goes to the section asked for in the menu, which opens', async () => {
    const { user } = openInspector(falling(), [stage('Offer')])
    setSectionOpen('stage.guidance', false)
    await user.click(screen.getByRole('button', { name: 'Jump to a section' }))
    expect(screen.getByRole('menuitem', { name: 'Probability (1 problem)' })).toBeVisible()
    await user.click(screen.getByRole('menuitem', { name: 'Guidance' }))
    await waitFor(() => expect(screen.getByRole('button', { name: 'Guidance' })).toHaveFocus())
    expect(screen.getByRole('textbox', { name: 'What to do here' })).toBeVisible()
  })

  it('goes to the first problem from the count in the head', async () => {
    const { ui, user } = openInspector(falling(), [stage('Offer')])
    const [count] = screen.getAllByRole('button', { name: /^\d problems?$/ })
    if (!count) throw new Error('The head counts problems.')
    await user.click(count)
    expect(ui.details.at(-1)?.element).toEqual(stage('Offer'))
  })
})

describe('for everyone', () => {
  const rich = () =>
    aProcess()
      .stage('Lead', 10, {
        requiredFields: ['amount', 'shoe_size'],
        validationRules: [{ ...check('Large', { '>=': [{ var: 'amount' }, 5] }), severity: 'error' }],
        exitChecklist: ['Called'],
        requiresApproval: true,
        simulation: { duration: { kind: 'gamma', mean: 4, standard_deviation: 2 } },
      })
      .stage('Won', { won: true })
      .connect('Lead', 'Won', { actions: [{ action_code: 'MAIL', parameters: {} }] })

  it.each<[string, readonly ElementRef[]]>([
    ['a process', []],
    ['a stage', [stage('Lead')]],
    ['a transition', [transition('Lead → Won')]],
    ['several', [stage('Lead'), stage('Won'), transition('Lead → Won')]],
  ])('breaks no rule of accessibility with everything of %s open', async (_, selection) => {
    const { container, user } = openInspector(rich(), selection)
    for (let round = 0; round < 2; round += 1)
      for (const button of screen.queryAllByRole('button', { expanded: false }))
        if (button.textContent !== '') await user.click(button)
    expect(await violations(container)).toEqual([])
  })

  it('reads fields of other companies without losing them', async () => {
    const { editor, user } = openInspector(
      aProcess().stage('Lead', 10, {
        validationRules: [{ ...check('Odd', { '==': [{ var: 'moon_phase' }, 'full'] }), severity: 'error' }],
      }),
      [stage('Lead')],
      { reference: reference({ fields: [field('amount', 'currency')] }) },
    )
    await opened(user, /Validation rules/)
    await opened(user, /^Odd/)
    expect(screen.getAllByText(/moon_phase/).length).toBeGreaterThan(0)
    expect(stageOf(editor, 'Lead').validationRules[0]?.check).toEqual({
      '==': [{ var: 'moon_phase' }, 'full'],
    })
  })
})
