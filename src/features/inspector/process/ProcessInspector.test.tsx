import { screen } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { standard } from '../../../../tests/kit/builders.ts'
import { documentOf, opened, openInspector, retype, steps } from '../../../../tests/kit/openInspector.tsx'
import { check } from '../../../../tests/kit/referenceData.ts'

describe('the process', () => {
  it('takes its details and policies', async () => {
    const { editor, user } = openInspector(standard(), [])
    const name = screen.getByRole('textbox', { name: 'Name' })
    await user.clear(name)
    expect(name).toHaveAccessibleDescription('Error: A process needs a name.')
    await user.type(name, 'Partner sales')
    await user.click(screen.getByRole('switch', { name: 'Allow rework' }))
    await retype(user, screen.getByRole('textbox', { name: 'Close date of a new deal' }), '45')
    const { process } = documentOf(editor)
    expect(process.processName).toBe('Partner sales')
    expect(process.policies).toMatchObject({ allow_rework: true, default_close_offset_days: 45 })
    expect(steps(editor).at(-2)).toBe('Allow rework')
  })

  it('lists what was waived and takes it back', async () => {
    const { editor, user } = openInspector(standard().waive('probability/decreases', 'Proposal'), [])
    await opened(user, /Waived problems/)
    expect(screen.getByText('Agreed with the sales director.')).toBeVisible()
    await user.click(screen.getByRole('button', { name: 'Withdraw' }))
    expect(documentOf(editor).waivers).toEqual({})
  })

  it('lists the fields it names with every place, the way there', async () => {
    const process = standard().connect('Proposal', 'Won', {
      conditions: [check('Large', { '>': [{ var: 'amount' }, 5] })],
    })
    const { ui, user } = openInspector(process, [])
    await opened(user, /^Fields in use/)
    await user.click(screen.getByRole('button', { name: 'Amount: 1 place' }))
    await user.click(screen.getByRole('button', { name: 'Proposal → Won' }))
    expect(ui.details.at(-1)).toEqual({
      element: { kind: 'transition', id: 'Proposal → Won' },
      field: 'conditions',
    })
  })
})
