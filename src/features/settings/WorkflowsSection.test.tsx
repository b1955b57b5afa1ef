import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'
import { step } from '../../../tests/kit/referenceData.ts'
import { createClient } from '../../data/api/client.ts'
import type { WorkflowDesigner } from '../../editor/approvalDesigner.ts'
import { HouseTheme } from '../../ui/theme/index.ts'
import { WorkflowsSection } from './WorkflowsSection.tsx'

const row = {
  id: 'w1',
  company_id: 'c1',
  workflow_name: 'Discount',
  is_active: true,
  steps: [step({ name: 'Manager' }), step({ name: 'Director' })],
  created_at: '2026-01-01T00:00:00Z',
  updated_at: '2026-01-01T00:00:00Z',
  revision: 1,
}
const client = createClient({
  baseUrl: 'http://stagecraft.test',
  fetch: async () =>
    Response.json({
      count: 1,
      page: 1,
      page_size: 500,
      total_pages: 1,
      next: null,
      previous: null,
      filters: {},
      results: [row],
    }),
})

const Designer: WorkflowDesigner = ({ workflowId, copyOf, frame, onClose }) =>
  frame(<p>{`designs ${workflowId ?? 'a new one'}${copyOf ? ` from ${copyOf}` : ''}`}</p>, () => onClose())

function open(mayChange = true) {
  render(
    <HouseTheme>
      <QueryClientProvider client={new QueryClient({ defaultOptions: { queries: { retry: false } } })}>
        <WorkflowsSection client={client} mayChange={mayChange} Designer={Designer} />
      </QueryClientProvider>
    </HouseTheme>,
  )
  return userEvent.setup()
}

describe('approval workflows', () => {
  it('are listed with their steps, and designed in place of the list; focus comes back', async () => {
    const user = open()
    expect(await screen.findByText('2 steps: Manager → Director')).toBeVisible()
    await user.click(screen.getByRole('button', { name: 'Edit Discount' }))
    expect(screen.getByText('designs w1')).toBeVisible()
    expect(screen.queryByRole('table')).not.toBeInTheDocument()
    await user.click(screen.getByRole('button', { name: 'All approval workflows' }))
    await waitFor(() => expect(screen.getByRole('button', { name: 'Edit Discount' })).toHaveFocus())
  })

  it('begin anew or as a copy', async () => {
    const user = open()
    await user.click(await screen.findByRole('button', { name: 'Duplicate Discount' }))
    expect(screen.getByText('designs a new one from w1')).toBeVisible()
    await user.click(screen.getByRole('button', { name: 'All approval workflows' }))
    await user.click(screen.getByRole('button', { name: 'New approval workflow' }))
    expect(screen.getByText('designs a new one')).toBeVisible()
    await user.click(screen.getByRole('button', { name: 'All approval workflows' }))
    await waitFor(() => expect(screen.getByRole('button', { name: 'New approval workflow' })).toHaveFocus())
  })

  it('can be looked at by those who may not change them', async () => {
    const user = open(false)
    await user.click(await screen.findByRole('button', { name: 'Look at Discount' }))
    expect(screen.getByText('designs w1')).toBeVisible()
  })
})
