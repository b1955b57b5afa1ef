import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { lazy } from 'react'
import { expect, it } from 'vitest'
import { LazyPart } from './LazyPart.tsx'

const OnItsWay = lazy(() => new Promise<{ default: () => React.ReactNode }>(() => {}))

it('leaves keys to the page where it comes beside it, unasked', async () => {
  const pressed: string[] = []
  render(
    // biome-ignore lint/a11y/noStaticElementInteractions: stands for the canvas, which hears all keys.
    <div onKeyDown={(event) => pressed.push(event.key)}>
      <button type="button">Card</button>
      <LazyPart beside onGone={() => {}}>
        <OnItsWay />
      </LazyPart>
    </div>,
  )
  screen.getByRole('button', { name: 'Card' }).focus()
  await userEvent.keyboard('n')
  expect(pressed).toEqual(['n'])
})

it('keeps keys from the page while the part is on its way, and gives them back when it is there', async () => {
  const pressed: string[] = []
  let arrive: (part: { default: () => React.ReactNode }) => void = () => {}
  const Part = lazy(() => new Promise<{ default: () => React.ReactNode }>((done) => (arrive = done)))
  render(
    // biome-ignore lint/a11y/noStaticElementInteractions: stands for the canvas, which hears all keys.
    <div onKeyDown={(event) => pressed.push(event.key)}>
      <button type="button">Card</button>
      <LazyPart onGone={() => {}}>
        <Part />
      </LazyPart>
    </div>,
  )
  screen.getByRole('button', { name: 'Card' }).focus()
  await userEvent.keyboard('nd')
  expect(pressed).toEqual([])
  arrive({ default: () => 'Here' })
  await screen.findByText(/Here/)
  await userEvent.keyboard('n')
  expect(pressed).toEqual(['n'])
})
