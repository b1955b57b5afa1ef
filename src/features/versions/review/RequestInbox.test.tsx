import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import axe from 'axe-core'
import { describe, expect, it, vi } from 'vitest'
import { AtAddress } from '../../../../tests/kit/AtAddress.tsx'
import { publishRequest } from '../../../../tests/kit/publishRequest.ts'
import type { PublishRequestSummary } from '../../../contract/publishRequests.ts'
import { success } from '../../../data/api/failure.ts'
import type { PublishRequests } from '../../../data/api/publishRequests.ts'
import { HouseTheme } from '../../../ui/theme/index.ts'
import { RequestInbox } from './RequestInbox.tsx'

const request = (process: string, number: number): PublishRequestSummary =>
  publishRequest({ process_id: process.toLowerCase(), process_name: process, number })

function open(given: { rows?: readonly PublishRequestSummary[]; opened?: string } = {}) {
  const { rows = [request('Enterprise', 2), request('Renewal', 1)], opened = null } = given
  const all = vi.fn<PublishRequests['all']>(async () => success({ count: rows.length, rows }))
  const onShow = vi.fn()
  render(
    <HouseTheme>
      <QueryClientProvider client={new QueryClient({ defaultOptions: { queries: { retry: false } } })}>
        <AtAddress>
          <RequestInbox
            requests={{ all }}
            addressOf={(processId, number) => `/${processId}/${number}`}
            shown="waiting"
            onShow={onShow}
            opened={opened}
          />
        </AtAddress>
      </QueryClientProvider>
    </HouseTheme>,
  )
  return { all, onShow, user: userEvent.setup() }
}

describe('requests of all processes', () => {
  it('lead to each, by the name of its process', async () => {
    const { all } = open()
    expect(
      await screen.findByRole('link', { name: /^Request 2: Enterprise.*Waits for review/ }),
    ).toHaveAttribute('href', '/enterprise/2')
    expect(screen.getByRole('link', { name: /^Request 1: Renewal/ })).toHaveAttribute('href', '/renewal/1')
    expect(all).toHaveBeenCalledWith({ only: 'waiting' }, 1)
  })

  it('can be all, or the own ones', async () => {
    const { user, onShow } = open()
    expect(await screen.findByRole('radio', { name: 'Waits for me' })).toBeChecked()
    await user.click(screen.getByRole('radio', { name: 'Asked by me' }))
    expect(onShow).toHaveBeenCalledWith('mine')
  })

  it('say where none waits', async () => {
    open({ rows: [] })
    expect(await screen.findByRole('heading', { name: 'Nothing waits for you' })).toBeVisible()
  })

  it('have focus where one comes back from a request', async () => {
    open({ opened: 'renewal/1' })
    await waitFor(() => expect(screen.getByRole('link', { name: /^Request 1: Renewal/ })).toHaveFocus())
  })

  it('have no accessibility fault', async () => {
    open()
    await screen.findByRole('link', { name: /^Request 2/ })
    const rules = { region: { enabled: false }, 'color-contrast': { enabled: false } }
    expect((await axe.run(document.body, { rules })).violations.map(({ id }) => id)).toEqual([])
  })
})
