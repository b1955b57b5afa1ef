import { act, screen } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { aProcess, standard } from '../../../../tests/kit/builders.ts'
import {
  documentOf,
  opened,
  openInspector,
  stage,
  stageOf,
  steps,
  transition,
} from '../../../../tests/kit/openInspector.tsx'

describe('several at once', () => {
  it('change together, as one step of undo', async () => {
    const { editor, user } = openInspector(standard(), [
      stage('Qualification'),
      stage('Proposal'),
      stage('Negotiation'),
    ])
    expect(screen.getByRole('heading', { name: '3 selected' })).toBeVisible()
    const average = screen.getByRole('textbox', { name: 'Average' })
    await user.type(average, '14')
    await user.tab()
    expect(
      ['Qualification', 'Proposal', 'Negotiation'].map((id) => stageOf(editor, id).averageDurationDays),
    ).toEqual([14, 14, 14])
    expect(steps(editor)).toEqual(['Change average duration of 3 stages to 14 days'])
    act(() => void editor.undo())
    expect(stageOf(editor, 'Proposal').averageDurationDays).toBeNull()
  })

  it('say where they differ and change only when told to', async () => {
    const { editor, user } = openInspector(standard(), [stage('Qualification'), stage('Proposal')])
    const probability = screen.getByRole('textbox', { name: 'Probability' })
    expect(probability).toHaveValue('')
    expect(probability).toHaveAttribute('placeholder', 'Mixed')
    await user.click(probability)
    await user.tab()
    expect(steps(editor)).toEqual([])
  })

  it('share required fields without losing their own', async () => {
    const process = aProcess()
      .stage('Lead', 10, { requiredFields: ['amount', 'region'] })
      .stage('Offer', 20, { requiredFields: ['amount'] })
    const { editor, user } = openInspector(process, [stage('Lead'), stage('Offer')])
    await user.type(screen.getByRole('combobox', { name: 'Add a required field to all' }), 'seats{Enter}')
    await user.click(screen.getByRole('button', { name: 'Remove Amount' }))
    expect(stageOf(editor, 'Lead').requiredFields).toEqual(['region', 'seats'])
    expect(stageOf(editor, 'Offer').requiredFields).toEqual(['seats'])
  })

  it('works for transitions', async () => {
    const { editor, user } = openInspector(standard(), [
      transition('Qualification → Proposal'),
      transition('Proposal → Negotiation'),
    ])
    await user.selectOptions(screen.getByRole('combobox', { name: 'Trigger' }), 'Automatic')
    const { transitions } = documentOf(editor)
    expect(transitions['Proposal → Negotiation']?.isAutomatic).toBe(true)
    expect(transitions['Qualification → Proposal']?.isAutomatic).toBe(true)
    expect(steps(editor)).toEqual(['Change Trigger of 2 transitions'])
  })

  it('take texts and milestones without losing what only one has', async () => {
    const process = aProcess()
      .stage('Lead', 10, { exitChecklist: ['Called'], guidance: 'Call.' })
      .stage('Offer', 20)
    const { editor, user } = openInspector(process, [stage('Lead'), stage('Offer')])
    await opened(user, /^Texts of all stages/)
    const guidance = screen.getByRole('textbox', { name: 'What to do here' })
    expect(guidance).toHaveAttribute('placeholder', 'Mixed')
    await user.type(guidance, 'Meet')
    await user.tab()
    expect([stageOf(editor, 'Lead').guidance, stageOf(editor, 'Offer').guidance]).toEqual(['Meet', 'Meet'])
    expect(steps(editor)).toHaveLength(1)
    await user.click(screen.getByRole('button', { name: 'Add a milestone' }))
    await user.type(await screen.findByRole('textbox', { name: 'Milestone 1' }), 'Signed')
    expect(stageOf(editor, 'Lead').exitChecklist).toEqual(['Called', 'Signed'])
    expect(stageOf(editor, 'Offer').exitChecklist).toEqual(['Signed'])
  })

  it('of transitions can be led elsewhere together, or stay as they are where one may not', async () => {
    const process = standard().connect('Qualification', 'Negotiation')
    const ids = ['Qualification → Negotiation', 'Proposal → Negotiation']
    const { editor, user } = openInspector(process, ids.map(transition))
    await user.selectOptions(screen.getByRole('combobox', { name: 'To' }), 'Won')
    expect(ids.map((id) => documentOf(editor).transitions[id]?.toStageId)).toEqual(['Won', 'Won'])
    expect(steps(editor)).toHaveLength(1)
    await user.selectOptions(screen.getByRole('combobox', { name: 'To' }), 'Proposal')
    expect(screen.getByRole('combobox', { name: 'To' })).toBeInvalid()
    expect(ids.map((id) => documentOf(editor).transitions[id]?.toStageId)).toEqual(['Won', 'Won'])
    await user.selectOptions(screen.getByRole('combobox', { name: 'Trigger' }), 'Automatic')
    await user.type(screen.getByRole('textbox', { name: 'After' }), '14')
    await user.tab()
    expect(ids.map((id) => documentOf(editor).transitions[id]?.afterDays)).toEqual([14, 14])
    expect(steps(editor)).toHaveLength(3)
  })

  it('are listed by name, to leave one out or to delete all as one step', async () => {
    const { editor, user } = openInspector(standard(), [
      stage('Proposal'),
      stage('Negotiation'),
      transition('Qualification → Proposal'),
    ])
    await opened(user, /^Selected/)
    await user.click(screen.getByRole('button', { name: 'Leave out Proposal' }))
    expect(editor.store.getState().session.selection).toHaveLength(2)
    await user.click(screen.getByRole('button', { name: 'Delete 2 elements' }))
    expect(documentOf(editor).stages.Negotiation).toBeUndefined()
    expect(documentOf(editor).transitions['Qualification → Proposal']).toBeUndefined()
    expect(stageOf(editor, 'Proposal')).toBeDefined()
    expect(steps(editor)).toHaveLength(1)
  })
})
