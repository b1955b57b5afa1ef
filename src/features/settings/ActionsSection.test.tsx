/** Actions of the company, for somebody who does not see their parameters: nothing is asked that would be refused. */
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, it } from 'vitest'
import type { MaskingPolicy } from '../../contract/masking.ts'
import { createClient } from '../../data/api/client.ts'
import { masked } from '../../domain/process/masking.ts'
import { HouseTheme } from '../../ui/theme/index.ts'
import { ActionsSection } from './ActionsSection.tsx'

const page = { count: 1, page: 1, page_size: 500, total_pages: 1, next: null, previous: null, filters: {} }
const times = { created_at: '2026-01-01T00:00:00Z', updated_at: '2026-01-01T00:00:00Z', revision: 1 }
const mail = {
  id: 'a0',
  company_id: 'c1',
  action_name: 'Mail',
  action_code: 'MAIL',
  description: null,
  action_type: 'send_email',
  execution_order: 1,
  is_active: true,
  parameters: masked,
}

function open(policy: MaskingPolicy) {
  const sent: unknown[] = []
  const client = createClient({
    baseUrl: 'http://stagecraft.test',
    fetch: async (request) => {
      if (request.url.includes('masking-policy')) return Response.json(policy)
      if (request.method === 'GET') return Response.json({ ...page, results: [{ ...mail, ...times }] })
      const body = Object(await request.json())
      sent.push(body)
      return Response.json({ ...body, id: 'a1', company_id: 'c1', ...times }, { status: 201 })
    },
  })
  const cache = new QueryClient({ defaultOptions: { queries: { retry: false, networkMode: 'always' } } })
  render(
    <HouseTheme>
      <QueryClientProvider client={cache}>
        <ActionsSection client={client} mayChange user={{ role: 'sales_director' }} />
      </QueryClientProvider>
    </HouseTheme>,
  )
  return { user: userEvent.setup(), sent }
}

async function newAction(user: ReturnType<typeof userEvent.setup>) {
  await screen.findByRole('rowheader', { name: 'Mail' })
  await user.click(screen.getByRole('button', { name: 'New action' }))
  return within(await screen.findByRole('dialog', { name: 'New action' }))
}

it('offers a new action only what needs no parameters, and says why', async () => {
  const { user, sent } = open({ fields: ['action.parameters'], sees: ['administrator'] })
  const form = await newAction(user)
  const types = within(form.getByRole('combobox', { name: /^Type/ }))
  expect(types.getAllByRole('option').map((option) => option.textContent)).toEqual(['Create an invoice'])
  const parameters = form.getByRole('textbox', { name: 'Parameters' })
  expect(parameters).toHaveValue('Hidden')
  expect(parameters).toHaveAccessibleDescription(
    'Your company shows this to these roles only: Administrator. A new action can have none, so it can only do this: Create an invoice.',
  )
  await user.type(form.getByRole('textbox', { name: /^Name/ }), 'Bill')
  await user.type(form.getByRole('textbox', { name: /^Code/ }), 'BILL')
  await user.click(form.getByRole('button', { name: 'Save' }))
  await waitFor(() =>
    expect(sent).toEqual([expect.objectContaining({ action_type: 'generate_invoice', parameters: {} })]),
  )
})

it('offers every type to those who see parameters', async () => {
  const { user } = open({ fields: ['action.parameters'], sees: ['sales_director'] })
  const form = await newAction(user)
  expect(within(form.getByRole('combobox', { name: /^Type/ })).getAllByRole('option')).toHaveLength(8)
  expect(form.getByRole('group', { name: 'Parameters' })).toBeVisible()
})
