import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it, onTestFinished } from 'vitest'
import type { User } from '../../../contract/auth.ts'
import { permissions } from '../../../contract/endpoint.ts'
import type { DeliveryRow, WebhookRow } from '../../../contract/webhooks.ts'
import { createClient } from '../../../data/api/client.ts'
import { showLanguage } from '../../../text/language.ts'
import { HouseTheme } from '../../../ui/theme/index.ts'
import { IntegrationsSection } from './IntegrationsSection.tsx'

const at = '2026-11-20T08:00:00.000Z'
const warehouse: WebhookRow = {
  id: 'h1',
  name: 'Warehouse',
  url: 'https://hooks.example/in',
  events: ['stage.created'],
  is_active: true,
  revision: 1,
  created_at: at,
  updated_at: at,
  last_delivery: { state: 'parked', at },
}
const refusedDelivery: DeliveryRow = {
  id: 'd1',
  kind: 'stage.created',
  state: 'parked',
  attempts: 12,
  created_at: at,
  tried_at: at,
  next_at: null,
  status: 500,
  milliseconds: 41,
  excerpt: 'Something broke',
  failure: 'It answered 500.',
  body: { type: 'stage.created' },
  tries: [
    { at: '2026-11-19T09:00:00.000Z', status: null, milliseconds: null, failure: 'It did not answer.' },
    { at, status: 500, milliseconds: 41, failure: 'It answered 500.' },
  ],
}

/** A backend that keeps webhooks and what was sent to them, as far as this test goes. */
function open(given: { hooks?: WebhookRow[]; sent?: DeliveryRow[]; may?: boolean; broken?: boolean } = {}) {
  const hooks = given.hooks ?? [warehouse]
  const sent = given.sent ?? [refusedDelivery]
  const calls: string[] = []
  const client = createClient({
    baseUrl: 'http://stagecraft.test',
    fetch: async (request) => {
      const { pathname } = new URL(request.url)
      calls.push(`${request.method} ${pathname}`)
      if (given.broken)
        return Response.json({ error_code: 'INTERNAL', message: 'It broke.', details: {} }, { status: 500 })
      if (pathname === '/api/mail/')
        return Response.json({
          way: 'file',
          results: [
            {
              id: 'm1',
              to: 'rosa@example.com',
              subject: 'Harbor rollout',
              state: 'delivered',
              attempts: 1,
              created_at: at,
              tried_at: at,
              next_at: null,
              failure: null,
            },
          ],
        })
      if (pathname.endsWith('/deliveries/'))
        return Response.json({
          count: sent.length,
          page: 1,
          page_size: 25,
          total_pages: 1,
          next: null,
          previous: null,
          filters: {},
          results: sent,
        })
      if (pathname.endsWith('/test/') || pathname.endsWith('/redeliver/')) {
        const delivery = { ...refusedDelivery, id: `d${sent.length + 1}`, kind: 'webhook.test' }
        sent.unshift({
          ...delivery,
          state: 'delivered',
          status: 204,
          attempts: 1,
          failure: null,
          excerpt: '',
        })
        return Response.json(delivery, { status: 202 })
      }
      if (pathname.endsWith('/secret/'))
        return Response.json({ ...warehouse, revision: 2, secret: 'whsec_new' })
      if (request.method === 'POST') {
        const body = await request.json()
        const made = { ...warehouse, ...body, id: 'h2', last_delivery: null }
        hooks.push(made)
        return Response.json({ ...made, secret: 'whsec_once' }, { status: 201 })
      }
      return Response.json({ results: hooks })
    },
  })
  const user: User = {
    id: 'u1',
    email: 'ada@example.com',
    display_name: 'Ada',
    role: 'administrator',
    company: { id: 'c1', name: 'Acme' },
    permissions: given.may === false ? [] : [...permissions],
  }
  const cache = new QueryClient({ defaultOptions: { queries: { retry: false, networkMode: 'always' } } })
  render(
    <HouseTheme>
      <QueryClientProvider client={cache}>
        <IntegrationsSection client={client} user={user} />
      </QueryClientProvider>
    </HouseTheme>,
  )
  return { user: userEvent.setup(), calls }
}

const dialog = async (name: string) => within(await screen.findByRole('dialog', { name }))

describe('webhooks', () => {
  it('are made after saying what is missing, and show their secret once', async () => {
    const { user } = open({ hooks: [] })
    expect(await screen.findByText('No webhook yet')).toBeInTheDocument()
    const [add] = screen.getAllByRole('button', { name: 'New webhook' })
    await user.click(add ?? document.body)
    const form = await dialog('New webhook')
    await user.click(form.getByRole('switch', { name: 'All events' }))
    await user.click(form.getByRole('button', { name: 'Save' }))
    const summary = await form.findByRole('alert')
    expect(summary).toHaveTextContent('Give the webhook a name.')
    expect(summary).toHaveTextContent('Choose at least one kind of event, or all of them.')

    await user.type(form.getByRole('textbox', { name: /^Name/ }), 'Billing')
    await user.type(form.getByRole('textbox', { name: /^Address/ }), 'billing.example/in')
    const stages = within(form.getByRole('group', { name: 'Stages' }))
    await user.click(stages.getByRole('checkbox', { name: 'stage.deleted' }))
    await user.click(form.getByRole('button', { name: 'Save' }))

    const secret = await dialog('The secret of Billing')
    expect(secret.getByRole('textbox', { name: /^Secret/ })).toHaveValue('whsec_once')
    await user.click(secret.getByRole('button', { name: 'I have kept it' }))
    expect(await screen.findByRole('rowheader', { name: 'Billing' })).toBeInTheDocument()
    expect(screen.getByText('1 kind of event')).toBeInTheDocument()
    expect(screen.queryByDisplayValue('whsec_once')).not.toBeInTheDocument()
  })

  it('show what was sent, why it did not arrive, and send it or a test again', async () => {
    const { user, calls } = open()
    await user.click(await screen.findByRole('button', { name: 'Deliveries of Warehouse' }))
    expect(screen.getByRole('button', { name: 'Back to the webhooks' })).toHaveFocus()
    await user.click(await screen.findByRole('button', { name: 'Look at stage.created' }))
    const details = await dialog('stage.created')
    expect(details.getAllByText('It answered 500.')).toHaveLength(2)
    const tries = within(details.getByRole('table', { name: 'Each try, 2' }))
    expect(tries.getByRole('row', { name: /No answer It did not answer\.$/ })).toBeInTheDocument()
    expect(details.getByText('Something broke')).toBeInTheDocument()
    await user.click(details.getByRole('button', { name: 'Close' }))

    await user.click(screen.getByRole('button', { name: 'Send stage.created again' }))
    await user.click(screen.getByRole('button', { name: 'Send test' }))
    await waitFor(() => expect(screen.getAllByText('Delivered')).toHaveLength(2))
    expect(calls).toContain('POST /api/webhooks/h1/deliveries/d1/redeliver/')

    await user.click(screen.getByRole('button', { name: 'Back to the webhooks' }))
    await waitFor(() => expect(screen.getByRole('button', { name: 'Deliveries of Warehouse' })).toHaveFocus())
  })

  it('get a new secret after a question', async () => {
    const { user } = open()
    await user.click(await screen.findByRole('button', { name: 'Deliveries of Warehouse' }))
    await user.click(screen.getByRole('button', { name: 'New secret' }))
    const question = within(await screen.findByRole('alertdialog', { name: 'A new secret for Warehouse?' }))
    await user.click(question.getByRole('button', { name: 'Make a new secret' }))
    expect(await screen.findByDisplayValue('whsec_new')).toBeInTheDocument()
  })

  it('say what is missing in the language of the interface', async () => {
    onTestFinished(() => showLanguage('en'))
    await showLanguage('de')
    const { user } = open({ hooks: [] })
    expect(await screen.findByText('Noch kein Webhook')).toBeInTheDocument()
    const [add] = screen.getAllByRole('button', { name: 'Neuer Webhook' })
    await user.click(add ?? document.body)
    const form = await dialog('Neuer Webhook')
    await user.click(form.getByRole('button', { name: 'Speichern' }))
    expect(await form.findByRole('alert')).toHaveTextContent('Geben Sie dem Webhook einen Namen.')
    expect(form.getByRole('textbox', { name: /^Name/ })).toHaveAccessibleDescription(
      /Geben Sie dem Webhook einen Namen\./,
    )
  })

  it('are not for everybody, and say when they cannot be loaded', async () => {
    open({ may: false })
    expect(await screen.findByText('Only administrators connect other systems.')).toBeInTheDocument()
    open({ broken: true })
    expect(await screen.findAllByText('This could not be loaded.')).not.toHaveLength(0)
  })
})

describe('mails', () => {
  it('are listed with the way they leave by', async () => {
    open()
    expect(await screen.findByRole('rowheader', { name: 'Harbor rollout' })).toBeInTheDocument()
    expect(screen.getByText(/kept as files in the folder “mail”/)).toBeInTheDocument()
  })
})
