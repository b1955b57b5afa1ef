import { render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it, vi } from 'vitest'
import { HouseTheme } from '../../ui/theme/index.ts'
import type { FirstStep } from './Checklist.tsx'
import { Checklist, Tour, TourInvitation } from './index.ts'

describe('the tour', () => {
  const open = () => {
    const onClose = vi.fn()
    const page = (tour: boolean) => (
      <HouseTheme>
        <main id="main" tabIndex={-1}>
          <button type="button" data-tour="palette">
            Palette
          </button>
        </main>
        {tour ? <Tour onClose={onClose} /> : null}
      </HouseTheme>
    )
    const view = render(page(false))
    screen.getByRole('button', { name: 'Palette' }).focus()
    view.rerender(page(true))
    return { onClose, user: userEvent.setup() }
  }
  const title = () => screen.getByRole('heading', { level: 2 }).textContent

  it('takes focus when asked for, goes forth and back, and gives focus back at its end', async () => {
    const { user, onClose } = open()
    expect(screen.getByRole('heading', { name: 'Stages to take' })).toHaveFocus()
    expect(screen.getByText('Stop 1 of 6')).toBeInTheDocument()
    await user.click(screen.getByRole('button', { name: 'Next' }))
    expect(title()).toBe('Draw the way of a deal')
    await user.click(screen.getByRole('button', { name: 'Back' }))
    expect(title()).toBe('Stages to take')
    for (let stop = 1; stop < 6; stop += 1) await user.click(screen.getByRole('button', { name: 'Next' }))
    await user.click(screen.getByRole('button', { name: 'Finish' }))
    expect(onClose).toHaveBeenCalledOnce()
    expect(screen.getByRole('button', { name: 'Palette' })).toHaveFocus()
  })

  it('ends by Escape, and is no dialog that keeps anybody from working', async () => {
    const { user, onClose } = open()
    expect(screen.queryByRole('dialog')).toBeNull()
    expect(screen.getByRole('region', { name: 'Tour' })).toBeInTheDocument()
    await user.click(screen.getByRole('button', { name: 'Palette' }))
    expect(screen.getByRole('button', { name: 'Palette' })).toHaveFocus()
    await user.click(screen.getByRole('heading', { level: 2 }))
    await user.keyboard('{Escape}')
    expect(onClose).toHaveBeenCalledOnce()
  })

  it('is offered in a line, without taking focus', async () => {
    const onStart = vi.fn()
    const onLater = vi.fn()
    render(<TourInvitation onStart={onStart} onLater={onLater} />)
    expect(document.body).toHaveFocus()
    const user = userEvent.setup()
    await user.click(screen.getByRole('button', { name: 'Not now' }))
    expect(onLater).toHaveBeenCalledOnce()
    await user.click(screen.getByRole('button', { name: 'Take the tour' }))
    expect(onStart).toHaveBeenCalledOnce()
  })
})

describe('the checklist of the first process', () => {
  const open = (done: readonly FirstStep[]) => {
    const go = vi.fn()
    const onHide = vi.fn()
    render(
      <HouseTheme>
        <Checklist
          done={new Set(done)}
          onGo={(step) => (step === 'published' ? null : () => go(step))}
          onHide={onHide}
        />
      </HouseTheme>,
    )
    return { go, onHide, user: userEvent.setup() }
  }

  it('ticks what was done and leads to what was not', async () => {
    const { go, user } = open(['drawn'])
    const list = within(screen.getByRole('region', { name: 'Your first process' }))
    expect(list.getByText('1 of 4 done')).toBeInTheDocument()
    expect(list.getByText('Draw it')).toHaveTextContent('Draw it, done')
    expect(list.queryByRole('button', { name: /Draw it/ })).toBeNull()
    await user.click(list.getByRole('button', { name: /Check it/ }))
    expect(go).toHaveBeenCalledWith('checked')
    expect(list.queryByRole('button', { name: /Publish it/ })).toBeNull()
  })

  it('says when all is done, and can be hidden', async () => {
    const { onHide, user } = open(['drawn', 'checked', 'simulated', 'published'])
    expect(screen.getByText(/All done/)).toBeInTheDocument()
    await user.click(screen.getByRole('button', { name: 'Hide this list' }))
    expect(onHide).toHaveBeenCalledOnce()
  })
})
