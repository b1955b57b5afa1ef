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
  workflows: [workflow('discount', { steps: [step({ name: 'Manager', sla_hours: 24 })] })],
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

  type Company = Partial<ReturnType<typeof workflow>> | null
  /** What becomes of the workflow that the stage chose by hand; none is chosen where nothing is said. */
  const reachable: Readonly<
    Record<string, readonly [becomes: Company | undefined, says: RegExp, fix: string]>
  > = {
    'approval/workflow-missing': [undefined, /names no workflow/, 'Use “Legal”'],
    'approval/workflow-unknown': [null, /does not exist/, 'Use “Legal”'],
    'approval/workflow-inactive': [{ isActive: false }, /is not active/, 'Switch it on in the designer'],
    'approval/no-approver': [{ steps: [] }, /Complete it or pick another one/, 'Complete it in the designer'],
  }

  it('knows every rule there is about approvals', () => {
    const all = allRules.map(({ id }) => id).filter((id) => id.startsWith('approval/'))
    expect(Object.keys(reachable).sort()).toEqual([...all].sort())
  })

  it.each(Object.entries(reachable))(
    'comes to %s by hand, and is told where it is mended',
    async (rule, [becomes, says, fix]) => {
      const { editor, user, wishes } = await open({ requiresApproval: false })
      await user.click(screen.getByRole('switch', { name: 'Needs approval' }))
      if (becomes !== undefined) {
        await user.selectOptions(choice(), 'Discount')
        // Saved or deleted in the settings, by whomever: the session hands the company's data on.
        const workflows = [workflow('legal'), ...(becomes ? [workflow('discount', becomes)] : [])]
        act(() => editor.setContext({ reference: reference({ workflows }) }))
      } else act(() => editor.setContext({ reference: reference({ workflows: [workflow('legal')] }) }))
      expect(choice()).toHaveAccessibleDescription(says)
      expect(editor.problems().map(({ ruleId }) => ruleId)).toContain(rule)
      await user.click(screen.getByRole('button', { name: fix }))
      if (fix.startsWith('Use')) {
        expect(stageOf(editor, 'Offer').approvalWorkflowId).toBe('legal')
        expect(choice()).not.toHaveAccessibleDescription(says)
      } else expect(wishes).toEqual([{ workflowId: 'discount' }])
    },
  )

  it('needs none any more by the fix that every one of them offers', async () => {
    const { editor, user } = await open({ approvalWorkflowId: 'gone' })
    await user.click(screen.getByRole('button', { name: 'Ask for no approval' }))
    expect(stageOf(editor, 'Offer')).toMatchObject({ requiresApproval: false, approvalWorkflowId: null })
  })
})
