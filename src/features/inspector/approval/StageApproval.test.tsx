import { act, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'
import { anEditor, aProcess } from '../../../../tests/kit/builders.ts'
import { anEditorUi } from '../../../../tests/kit/editorUi.ts'
import { opened, stage, stageOf } from '../../../../tests/kit/openInspector.tsx'
import { reference, step, workflow } from '../../../../tests/kit/referenceData.ts'
import { allRules } from '../../../domain/lint/registry.ts'
import type { SalesStage } from '../../../domain/process/stage.ts'
import { ApprovalDesignerContext, type ApprovalDesignerWish } from '../../../editor/approvalDesigner.ts'
import { EditorProvider } from '../../../editor/react.ts'
import { HouseTheme } from '../../../ui/theme/index.ts'
import { Inspector } from '../index.ts'

const company = reference({
  workflows: [
    workflow('discount', { steps: [step({ name: 'Manager', sla_hours: 24 })] }),
    workflow('asleep', { isActive: false }),
    workflow('empty', { steps: [] }),
  ],
})

async function open(given: Partial<SalesStage>, mayChange = true) {
  const { document } = aProcess()
    .stage('Lead', 10)
    .stage('Offer', 40, { requiresApproval: true, ...given })
    .stage('Won', { won: true })
    .stage('Lost', { lost: true })
    .connect('Lead', 'Offer')
    .connect('Offer', 'Won')
    .connect(null, 'Lost')
  const editor = anEditor(document, { reference: company, permissions: ['manage_reference_data'] })
  editor.select([stage('Offer')])
  const wishes: ApprovalDesignerWish[] = []
  render(
    <HouseTheme>
      <EditorProvider editor={editor}>
        <ApprovalDesignerContext value={{ mayChange, open: (wish) => wishes.push(wish) }}>
          <Inspector ui={anEditorUi()} headingId="heading" />
        </ApprovalDesignerContext>
      </EditorProvider>
    </HouseTheme>,
  )
  const user = userEvent.setup()
  await opened(user, /^Approval/)
  return { editor, user, wishes }
}

const choice = () => screen.getByRole('combobox', { name: /^Approval workflow/ })

describe('a stage that asks for approval', () => {
  it('chooses a workflow, sees its steps, opens its designer', async () => {
    const { editor, user, wishes } = await open({})
    await user.selectOptions(choice(), 'Discount')
    expect(stageOf(editor, 'Offer').approvalWorkflowId).toBe('discount')
    expect(screen.getByRole('list', { name: 'Steps of the approval' })).toHaveTextContent('Manager')
    await user.click(screen.getByRole('button', { name: 'Open the designer' }))
    expect(wishes).toEqual([{ workflowId: 'discount' }])
  })

  it('makes a new workflow and uses it once it is saved', async () => {
    const { editor, user, wishes } = await open({})
    await user.click(screen.getByRole('button', { name: 'New workflow…' }))
    expect(wishes[0]?.workflowId).toBeNull()
    act(() => wishes[0]?.onSaved?.('made'))
    expect(stageOf(editor, 'Offer').approvalWorkflowId).toBe('made')
  })

  it('lets those who may not change workflows look at them', async () => {
    await open({ approvalWorkflowId: 'discount' }, false)
    expect(screen.getByRole('button', { name: 'Look at the workflow' })).toBeVisible()
    expect(screen.queryByRole('button', { name: 'New workflow…' })).not.toBeInTheDocument()
  })

  /** Each rule of the linter about approvals: what is said, and the way out that is offered beside it. */
  const reachable: Readonly<
    Record<string, readonly [given: Partial<SalesStage>, says: RegExp, fix: string]>
  > = {
    'approval/workflow-missing': [{}, /names no workflow/, 'Use “Discount”'],
    'approval/workflow-unknown': [{ approvalWorkflowId: 'gone' }, /does not exist/, 'Use “Discount”'],
    'approval/workflow-inactive': [
      { approvalWorkflowId: 'asleep' },
      /is not active/,
      'Switch it on in the designer',
    ],
    'approval/no-approver': [
      { approvalWorkflowId: 'empty' },
      /Complete it or pick another one/,
      'Complete it in the designer',
    ],
  }

  it('knows every rule there is about approvals', () => {
    const all = allRules.map(({ id }) => id).filter((id) => id.startsWith('approval/'))
    expect(Object.keys(reachable).sort()).toEqual([...all].sort())
  })

  it.each(Object.entries(reachable))('is told of %s where it is mended', async (_, [given, says, fix]) => {
    const { editor, user, wishes } = await open(given)
    expect(choice()).toHaveAccessibleDescription(says)
    await user.click(screen.getByRole('button', { name: fix }))
    if (fix.startsWith('Use')) {
      expect(stageOf(editor, 'Offer').approvalWorkflowId).toBe('discount')
      expect(choice()).not.toHaveAccessibleDescription(says)
    } else expect(wishes).toEqual([{ workflowId: given.approvalWorkflowId }])
  })

  it('needs none any more by the fix that every one of them offers', async () => {
    const { editor, user } = await open({ approvalWorkflowId: 'gone' })
    await user.click(screen.getByRole('button', { name: 'Ask for no approval' }))
    expect(stageOf(editor, 'Offer')).toMatchObject({ requiresApproval: false, approvalWorkflowId: null })
  })
})
