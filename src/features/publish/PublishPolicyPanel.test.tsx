import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it, vi } from 'vitest'
import { success } from '../../data/api/failure.ts'
import type { PublishRequests } from '../../data/api/publishRequests.ts'
import { HouseTheme } from '../../ui/theme/index.ts'
import { PublishPolicyPanel } from './PublishPolicyPanel.tsx'

const usual = { four_eyes: false, time_zone: 'UTC' }

function open(mayChange = true, given: Partial<PublishRequests> = {}) {
  const savePolicy = vi.fn<PublishRequests['savePolicy']>(async (change) => success({ ...usual, ...change }))
  render(
    <HouseTheme>
      <QueryClientProvider client={new QueryClient()}>
        <PublishPolicyPanel
          requests={{ policy: async () => success(usual), savePolicy, ...given }}
          mayChange={mayChange}
        />
      </QueryClientProvider>
    </HouseTheme>,
  )
  return { savePolicy, user: userEvent.setup() }
}

const fourEyes = () => screen.findByRole('switch', { name: 'Every change needs a second person' })

describe('how a company publishes', () => {
  it('is changed at once by administrators', async () => {
    const { savePolicy, user } = open()
    await user.click(await fourEyes())
    expect(savePolicy).toHaveBeenCalledWith({ four_eyes: true })
    expect(await fourEyes()).toBeChecked()
    await user.selectOptions(screen.getByLabelText('Time zone of the company'), 'Europe/Berlin')
    expect(savePolicy).toHaveBeenCalledWith({ time_zone: 'Europe/Berlin' })
  })

  it('says what could not be loaded, and asks again', async () => {
    const policy = vi.fn<PublishRequests['policy']>(async () => ({
      ok: false,
      failure: { kind: 'network', message: 'No answer.' },
    }))
    const { user } = open(true, { policy })
    expect(await screen.findByText('How the company publishes could not be loaded.')).toBeVisible()
    policy.mockImplementation(async () => success(usual))
    await user.click(screen.getByRole('button', { name: 'Try again' }))
    expect(await fourEyes()).not.toBeChecked()
  })

  it('is read by everybody else', async () => {
    open(false)
    expect(await fourEyes()).toBeDisabled()
    expect(screen.getByText('Only administrators change this.')).toBeVisible()
  })

  it('stays as it was where the server refused', async () => {
    const { user } = open(true, {
      savePolicy: async () => ({ ok: false, failure: { kind: 'network', message: 'No answer.' } }),
    })
    await user.click(await fourEyes())
    expect(await screen.findByText('No answer.')).toBeVisible()
    expect(await fourEyes()).not.toBeChecked()
  })
})
