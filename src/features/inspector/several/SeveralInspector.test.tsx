import { act, screen } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { aProcess, standard } from '../../../../tests/kit/builders.ts'
import {
  documentOf,
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
})
