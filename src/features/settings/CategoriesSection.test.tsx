import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'
import { createClient } from '../../data/api/client.ts'
import { HouseTheme } from '../../ui/theme/index.ts'
import { CategoriesSection } from './CategoriesSection.tsx'

const times = { created_at: '2026-01-01T00:00:00Z', updated_at: '2026-01-01T00:00:00Z', revision: 1 }
const prospecting = {
  id: 'k1',
  company_id: 'c1',
  category_name: 'Prospecting',
  category_code: 'PROSPECTING',
  description: null,
  category_type: 'prospecting',
  is_active: true,
  sort_order: 1,
  ...times,
}
type Category = Omit<typeof prospecting, 'description'> & { description: string | null }

/** A backend that keeps categories, as far as this test goes: a code once, nothing in use deleted. */
function backend(rows: Category[]) {
  const answer = (status: number, body: unknown) => Response.json(body, { status })
  const refuse = (status: number, error_code: string, message: string) =>
    answer(status, { error_code, message, details: {} })
  return createClient({
    baseUrl: 'http://stagecraft.test',
    fetch: async (request) => {
      const id = new URL(request.url).pathname.split('/')[3] ?? ''
      if (request.method === 'GET')
        return answer(200, {
          count: rows.length,
          page: 1,
          page_size: 500,
          total_pages: 1,
          next: null,
          previous: null,
          filters: {},
          results: rows,
        })
      if (request.method === 'DELETE')
        return refuse(409, 'REFERENCE_IN_USE', 'The stage “Lead” is in this category. Take it out first.')
      const held = rows.find((row) => row.id === id)
      if (held && request.headers.get('If-Match') !== `"c-${id}-${held.revision}"`)
        return refuse(412, 'VERSION_CONFLICT', 'Somebody else has changed this since you read it.')
      const body = (await request.json()) as Category
      if (rows.some((row) => row.id !== id && row.category_code === body.category_code))
        return refuse(
          409,
          'ALREADY_EXISTS',
          `There is a category with the code ${body.category_code} already.`,
        )
      if (request.method === 'POST') {
        rows.push({ ...body, id: `k${rows.length + 1}`, company_id: 'c1', ...times })
        return answer(201, rows.at(-1))
      }
      const at = rows.findIndex((row) => row.id === id)
      const had = rows[at] ?? prospecting
      rows[at] = { ...had, ...body, revision: had.revision + 1 }
      return answer(200, rows[at])
    },
  })
}

function open(given: { rows?: Category[]; mayChange?: boolean } = {}) {
  const cache = new QueryClient({ defaultOptions: { queries: { retry: false, networkMode: 'always' } } })
  render(
    <HouseTheme>
      <QueryClientProvider client={cache}>
        <CategoriesSection
          client={backend(given.rows ?? [{ ...prospecting }])}
          mayChange={given.mayChange ?? true}
        />
      </QueryClientProvider>
    </HouseTheme>,
  )
  return userEvent.setup()
}

const dialog = async (name: string) => within(await screen.findByRole('dialog', { name }))

describe('categories', () => {
  it('are searched by name once there are too many to see at a glance', async () => {
    const names = Array.from({ length: 13 }, (_, index) => `Category ${index + 1}`)
    const user = open({
      rows: names.map((category_name, index) => ({ ...prospecting, id: `k${index}`, category_name })),
    })
    await user.type(await screen.findByRole('searchbox', { name: 'Search by name' }), 'category 12')
    expect(screen.getAllByRole('rowheader').map((cell) => cell.textContent)).toEqual(['Category 12'])
    await user.type(screen.getByRole('searchbox'), '345')
    await user.click(screen.getByRole('button', { name: 'Clear search' }))
    expect(screen.getAllByRole('rowheader')).toHaveLength(13)
  })

  it('adds one, after saying what is missing and what is taken', async () => {
    const user = open()
    await user.click(await screen.findByRole('button', { name: 'New category' }))
    const form = await dialog('New category')
    await user.click(form.getByRole('button', { name: 'Save' }))
    const summary = await form.findByRole('alert')
    expect(summary).toHaveTextContent('Give the category a name.')
    expect(summary).toHaveTextContent('Give the category a code.')

    await user.type(form.getByRole('textbox', { name: /^Name/ }), 'Renewals')
    await user.type(form.getByRole('textbox', { name: /^Code/ }), 'PROSPECTING')
    await user.click(form.getByRole('button', { name: 'Save' }))
    await waitFor(() =>
      expect(form.getByRole('alert')).toHaveTextContent('There is a category with the code'),
    )

    await user.clear(form.getByRole('textbox', { name: /^Code/ }))
    await user.type(form.getByRole('textbox', { name: /^Code/ }), 'RENEWALS')
    await user.click(form.getByRole('button', { name: 'Save' }))
    expect(await screen.findByRole('rowheader', { name: 'Renewals' })).toBeInTheDocument()
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument()
  })

  it('changes one', async () => {
    const user = open()
    await user.click(await screen.findByRole('button', { name: 'Edit Prospecting' }))
    const form = await dialog('Edit Prospecting')
    await user.clear(form.getByRole('textbox', { name: /^Name/ }))
    await user.type(form.getByRole('textbox', { name: /^Name/ }), 'Finding')
    await user.click(form.getByRole('switch', { name: 'Active' }))
    await user.click(form.getByRole('button', { name: 'Save' }))
    expect(await screen.findByRole('rowheader', { name: 'Finding' })).toBeInTheDocument()
    expect(screen.getByText('Inactive')).toBeInTheDocument()
  })

  it('does not overwrite what somebody else changed meanwhile; opened again, it shows their change', async () => {
    const rows = [{ ...prospecting }]
    const user = open({ rows })
    await user.click(await screen.findByRole('button', { name: 'Edit Prospecting' }))
    rows[0] = { ...prospecting, category_name: 'Theirs', revision: 2 }
    const form = await dialog('Edit Prospecting')
    await user.type(form.getByRole('textbox', { name: /^Name/ }), ' mine')
    await user.click(form.getByRole('button', { name: 'Save' }))
    await waitFor(() => expect(form.getByRole('alert')).toHaveTextContent('Somebody else has changed this'))
    await user.click(form.getByRole('button', { name: 'Cancel' }))
    await user.click(await screen.findByRole('button', { name: 'Edit Theirs' }))
    const again = await dialog('Edit Theirs')
    await user.type(again.getByRole('textbox', { name: /^Name/ }), ' and mine')
    await user.click(again.getByRole('button', { name: 'Save' }))
    expect(await screen.findByRole('rowheader', { name: 'Theirs and mine' })).toBeInTheDocument()
  })

  it('says why one that is in use cannot be deleted', async () => {
    const user = open()
    await user.click(await screen.findByRole('button', { name: 'Delete Prospecting' }))
    const question = within(await screen.findByRole('alertdialog', { name: 'Delete Prospecting?' }))
    await user.click(question.getByRole('button', { name: 'Delete' }))
    expect(await screen.findByText(/The stage “Lead” is in this category/)).toBeInTheDocument()
    expect(screen.getByRole('rowheader', { name: 'Prospecting' })).toBeInTheDocument()
  })

  it('only shows to those who may not change', async () => {
    open({ mayChange: false })
    expect(await screen.findByRole('rowheader', { name: 'Prospecting' })).toBeInTheDocument()
    expect(screen.queryByRole('button', { name: /New|Edit|Delete/ })).not.toBeInTheDocument()
  })

  it('offers the first one where there is none', async () => {
    open({ rows: [] })
    expect(await screen.findByText('No category yet')).toBeInTheDocument()
  })
})
