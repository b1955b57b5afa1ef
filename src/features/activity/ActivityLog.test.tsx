import { render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, describe, expect, it } from 'vitest'
import { activity, announce, resetAnnouncer } from '../../ui/announcer/index.ts'
import { HouseTheme } from '../../ui/theme/index.ts'
import { ActivityDialog, ActivityLog } from './index.ts'

beforeEach(resetAnnouncer)

const lines = () => screen.getAllByRole('listitem').map((line) => line.lastChild?.textContent)

describe('the activity log', () => {
  it('says that nothing was announced yet', () => {
    render(<ActivityDialog onClose={() => {}} />, { wrapper: HouseTheme })
    expect(screen.getByRole('dialog', { name: 'Activity' })).toHaveTextContent('Nothing was announced yet.')
  })

  it('holds what was announced, newest first, while it is open too', async () => {
    render(<ActivityLog />, { wrapper: HouseTheme })
    announce('Stage Discovery added.')
    await screen.findByText('Stage Discovery added.')
    announce('2 problems in total.')
    await waitFor(() => expect(lines()).toEqual(['2 problems in total.', 'Stage Discovery added.']))
  })

  it('is copied as text, and says so', async () => {
    announce('Transition created from Lead in to Won.')
    let copied = ''
    render(
      <ActivityLog
        copy={async (words) => {
          copied = words
        }}
      />,
      { wrapper: HouseTheme },
    )
    await userEvent.setup().click(await screen.findByRole('button', { name: 'Copy all' }))
    expect(copied).toMatch(/^\d.*\d.* {2}Transition created from Lead in to Won\.$/)
    await waitFor(() => expect(activity().at(-1)?.text).toBe('Messages copied.'))
  })

  it('says what to do where the browser refuses to copy', async () => {
    announce('Saved.')
    render(<ActivityLog copy={() => Promise.reject(new Error('no'))} />, { wrapper: HouseTheme })
    await userEvent.setup().click(await screen.findByRole('button', { name: 'Copy all' }))
    await screen.findByText(/^Not copied\./)
  })
})
