import { render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import { createClient } from '../../data/api/client.ts'
import { loadAllParts } from '../../ui/later.tsx'
import { HouseTheme } from '../../ui/theme/index.ts'
import { StepUpDialog } from './StepUpDialog.tsx'

function open(hasFactor = true) {
  const answer = vi.fn()
  const onSetUp = vi.fn()
  const client = createClient({
    baseUrl: 'http://stagecraft.test',
    fetch: async (request) => {
      const { code } = Object(await request.json())
      if (code === '123456') return new Response(null, { status: 204 })
      const message = 'This code is not right.'
      return Response.json(
        { error_code: 'VALIDATION_FAILED', message, details: { issues: [{ path: 'code', message }] } },
        { status: 422 },
      )
    },
  })
  render(
    <HouseTheme>
      <StepUpDialog client={client} question={{ hasFactor, answer }} onSetUp={onSetUp} />
    </HouseTheme>,
  )
  return { answer, onSetUp, user: userEvent.setup() }
}

beforeAll(loadAllParts)

describe('the question for a second factor', () => {
  it('goes on with a right code, and says what is wrong with another', async () => {
    const { answer, user } = open()
    const code = await screen.findByLabelText('Code')
    expect(code).toHaveFocus()
    await user.type(code, '000000{Enter}')
    await waitFor(() => expect(code).toHaveAccessibleDescription(/Error: This code is not right/))
    expect(answer).not.toHaveBeenCalled()
    await user.clear(code)
    await user.type(code, '123456{Enter}')
    await waitFor(() => expect(answer).toHaveBeenCalledWith(true))
  })

  it('gives the change up on Escape and on Cancel', async () => {
    const { answer, user } = open()
    await screen.findByRole('dialog', { name: 'Confirm that it is you' })
    await user.keyboard('{Escape}')
    await user.click(screen.getByRole('button', { name: 'Cancel' }))
    expect(answer.mock.calls).toEqual([[false], [false]])
  })

  it('leads who has no second factor to where one is set up', async () => {
    const { answer, onSetUp, user } = open(false)
    await user.click(await screen.findByRole('button', { name: 'Set one up' }))
    expect(answer).toHaveBeenCalledWith(false)
    expect(onSetUp).toHaveBeenCalled()
  })
})
