import { createMemoryHistory } from '@tanstack/history'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, it } from 'vitest'
import { AtAddress } from '../../../tests/kit/AtAddress.tsx'
import { HouseTheme } from '../../ui/theme/index.ts'
import { type FieldPlaces, WhereUsedButton } from './FieldUses.tsx'

const nothing: FieldPlaces = { processes: [], company: [], failure: null }

function field(found: FieldPlaces) {
  const history = createMemoryHistory({ initialEntries: ['/settings/fields'] })
  render(
    <HouseTheme>
      <QueryClientProvider client={new QueryClient()}>
        <AtAddress history={history}>
          <WhereUsedButton name="Amount" fieldKey="amount" find={async () => found} />
        </AtAddress>
      </QueryClientProvider>
    </HouseTheme>,
  )
  return { history, user: userEvent.setup() }
}

it('lists where a field is used, process by process, and leads there', async () => {
  const place = {
    key: '1',
    name: 'Offer',
    note: 'Required field',
    href: '/processes/sales/design?select=stage:Offer',
  }
  const { history, user } = field({
    ...nothing,
    processes: [{ id: 'sales', name: 'Sales', draft: true, places: [place] }],
  })
  await user.click(screen.getByRole('button', { name: 'Where used: Amount' }))
  const list = within(await screen.findByRole('list', { name: 'Sales (your draft)' }))
  await user.click(list.getByRole('link', { name: 'Offer' }))
  expect(history.location.href).toBe(place.href)
})

it('says that nothing names it, unless not all could be looked at', async () => {
  const { user } = field({ ...nothing, failure: 'The server did not answer.' })
  await user.click(screen.getByRole('button', { name: 'Where used: Amount' }))
  expect(await screen.findByText(/The server did not answer\./)).toBeVisible()
  expect(screen.queryByText(/No process, action or approval/)).toBeNull()
})
