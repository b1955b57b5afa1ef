import { createMemoryHistory } from '@tanstack/history'
import { act, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { type ComponentType, type ReactNode, useState } from 'react'
import { beforeEach, expect, it, vi } from 'vitest'
import { Link } from '../ui/routing/Link.tsx'
import { useLocation, useParams } from '../ui/routing/place.ts'
import { HouseTheme } from '../ui/theme/index.ts'
import { createArrivals } from './arrivals.ts'
import type { Route } from './routes.ts'
import { ShownPage } from './ShownPage.tsx'
import { usePage } from './usePage.ts'

beforeEach(() => {
  vi.spyOn(console, 'error').mockImplementation(() => {})
})

const links = ['/one', '/two', '/other', '/broken', '/away', '/nowhere']

/** What is drawn stays as long as one stays inside: it counts its clicks. */
function Frame({ children }: { readonly children: ReactNode }) {
  const [count, setCount] = useState(0)
  const { name = '' } = useParams()
  return (
    <>
      <button type="button" onClick={() => setCount(count + 1)}>
        Clicked {count}
      </button>
      <p>Name: {name}</p>
      {links.map((to) => (
        <Link key={to} to={to}>
          {to}
        </Link>
      ))}
      {children}
    </>
  )
}

const page =
  (title: string): ComponentType =>
  () => <h1>{title}</h1>

const Broken = () => {
  throw new Error('It broke.')
}

/** Named by its address. */
function Titled() {
  const { pathname } = useLocation()
  usePage(pathname, pathname)
  return <h1 tabIndex={-1}>{pathname}</h1>
}

/** Parts that come when the test says so. */
function held() {
  const asked: string[] = []
  const gates = new Map<string, { resolve: () => void; reject: (why: Error) => void }>()
  const part = <T,>(name: string, value: T) => {
    return () =>
      new Promise<T>((resolve, reject) => {
        asked.push(name)
        gates.set(name, { resolve: () => resolve(value), reject })
      })
  }
  const gateOf = (name: string) => {
    const gate = gates.get(name)
    if (!gate) throw new Error(`“${name}” was not asked for.`)
    return gate
  }
  return {
    asked,
    part,
    comes: (...names: string[]) =>
      act(async () => {
        for (const name of names) gateOf(name).resolve()
      }),
    fails: (name: string) =>
      act(async () => gateOf(name).reject(new Error('Failed to fetch dynamically imported module'))),
  }
}

async function open(path: string, routes: readonly Route[]) {
  const history = createMemoryHistory({ initialEntries: [path] })
  const arrivals = createArrivals(history, routes)
  await act(async () =>
    render(
      <HouseTheme>
        <ShownPage history={history} arrivals={arrivals} />
      </HouseTheme>,
    ),
  )
  return { history, user: userEvent.setup() }
}
const go = (name: string) => screen.getByRole('link', { name })
const title = () => screen.queryByRole('heading', { level: 1 })?.textContent

it('says that the next page is on its way until it is there', async () => {
  const { part, comes } = held()
  const { user } = await open('/one', [
    { path: '/one', frames: [], load: async () => () => <Frame>{null}</Frame> },
    { path: '/two', frames: [], load: part('Two', page('Two')) },
  ])
  expect(screen.queryByRole('progressbar')).not.toBeInTheDocument()
  await user.click(go('/two'))
  expect(screen.getByRole('progressbar', { name: 'Loading the page' })).toBeInTheDocument()
  await comes('Two')
  expect(title()).toBe('Two')
  expect(screen.queryByRole('progressbar')).not.toBeInTheDocument()
})

it('asks for all parts of a page at once, and keeps what is shown until the next page is there', async () => {
  const { asked, part, comes } = held()
  const { user } = await open('/one', [
    { path: '/one', frames: [part('frame', Frame)], load: part('one', page('One')) },
    { path: '/two', frames: [part('frame', Frame)], load: part('two', page('Two')) },
  ])
  expect(asked).toEqual(['frame', 'one'])
  expect(screen.getByRole('status', { name: 'Opening Stagecraft' })).toBeVisible()
  await comes('frame', 'one')
  expect(title()).toBe('One')

  await user.click(go('/two'))
  expect([asked.slice(2), title()]).toEqual([['frame', 'two'], 'One'])
  await comes('frame', 'two')
  expect(title()).toBe('Two')
})

it('shows where somebody went last, whichever page comes first', async () => {
  const { part, comes } = held()
  const inFrame = { frames: [async () => Frame] }
  const { user } = await open('/one', [
    { path: '/one', ...inFrame, load: async () => page('One') },
    { path: '/two', ...inFrame, load: part('two', page('Two')) },
    { path: '/other', ...inFrame, load: part('other', page('Other')) },
  ])
  await user.click(go('/two'))
  await user.click(go('/other'))
  await comes('other')
  await comes('two')
  expect(title()).toBe('Other')
})

it('calls nobody away from what they turned to while it was on its way', async () => {
  const { part, comes } = held()
  const inFrame = { frames: [async () => Frame] }
  const { user } = await open('/one', [
    { path: '/one', ...inFrame, load: async () => Titled },
    { path: '/two', ...inFrame, load: part('two', Titled) },
    { path: '/other', ...inFrame, load: part('other', Titled) },
  ])
  await user.click(go('/two'))
  await comes('two')
  expect(screen.getByRole('heading', { name: '/two' })).toHaveFocus()
  await user.click(go('/other'))
  await user.click(screen.getByRole('button', { name: 'Clicked 0' }))
  await comes('other')
  expect(title()).toBe('/other')
  expect(screen.getByRole('button', { name: 'Clicked 1' })).toHaveFocus()
})

const inFrame = { frames: [async () => Frame] }
const routes: readonly Route[] = [
  { path: '/away', leadsTo: () => '/two' },
  {
    path: '/broken',
    ...inFrame,
    load: async () => Broken,
  },
  { path: '/:name', ...inFrame, load: async () => page('Named') },
]

it('keeps a frame that two pages have in common, with what is done in it', async () => {
  const { user } = await open('/one', routes)
  await user.click(screen.getByRole('button', { name: 'Clicked 0' }))
  await user.click(go('/two'))
  expect(screen.getByText('Name: two')).toBeVisible()
  expect(screen.getByRole('button', { name: 'Clicked 1' })).toBeVisible()
})

it('shows what happened where a page breaks, and the next page when one goes on', async () => {
  const { user } = await open('/broken', routes)
  expect(title()).toBe('Something went wrong on this page')
  expect(screen.getByText('Error: It broke.')).toBeInTheDocument()
  await user.click(go('/one'))
  expect(title()).toBe('Named')
})

it('says that a part did not come, inside the frame that did, and asks for it again', async () => {
  const { asked, part, comes, fails } = held()
  const { user } = await open('/two', [{ path: '/two', ...inFrame, load: part('two', page('Two')) }])
  await fails('two')
  expect(title()).toBe('This page needs a part that could not be loaded')
  await user.click(go('/two'))
  await comes('two')
  expect([title(), asked]).toEqual(['Two', ['two', 'two']])
})

it('leads on from an address that only leads elsewhere, and says where there is nothing', async () => {
  const { history, user } = await open('/away', [
    ...routes.slice(0, 1),
    { path: '/two', ...inFrame, load: async () => page('Two') },
  ])
  expect([title(), history.location.href, history.length]).toEqual(['Two', '/two', 1])
  await user.click(go('/nowhere'))
  await vi.waitFor(() => expect(title()).toBe('There is no such page'))
})
