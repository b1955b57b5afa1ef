import { createBrowserHistory, createMemoryHistory, type RouterHistory } from '@tanstack/history'
import { render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, expect, it } from 'vitest'
import { AtAddress } from '../../../tests/kit/AtAddress.tsx'
import { Link } from './Link.tsx'
import { NavLink } from './NavLink.tsx'
import { useLocation } from './place.ts'
import { useLeaving } from './useLeaving.ts'
import { useSearchParams } from './useSearchParams.ts'

let browser: RouterHistory | null = null
afterEach(() => {
  browser?.destroy()
  browser = null
})

/** A page with the browser's own history, its question before leaving, and two ways out. */
function Form({ changed = true }: { readonly changed?: boolean }) {
  const { pathname } = useLocation()
  const leaving = useLeaving(changed, (next) => !next.pathname.startsWith('/form'))
  return (
    <>
      <h1>{pathname}</h1>
      <Link to="/other">Elsewhere</Link>
      <Link to="/form/more">Further down</Link>
      {leaving ? (
        <div role="alertdialog" aria-label="Leave?">
          <button type="button" onClick={leaving.stay}>
            Stay
          </button>
          <button type="button" onClick={leaving.leave}>
            Leave
          </button>
        </div>
      ) : null}
    </>
  )
}

/** One entry before the form, so that there is a way back. */
function openForm(changed?: boolean) {
  window.history.replaceState(null, '', '/start')
  const history = createBrowserHistory()
  browser = history
  history.push('/form')
  history.flush()
  render(
    <AtAddress history={history}>
      <Form {...(changed === undefined ? {} : { changed })} />
    </AtAddress>,
  )
  return { history, user: userEvent.setup() }
}
const question = () => screen.queryByRole('alertdialog', { name: 'Leave?' })
const shown = () => screen.getByRole('heading').textContent

it('asks whoever follows a link away, and goes there once that is confirmed', async () => {
  const { user } = openForm()
  await user.click(screen.getByRole('link', { name: 'Elsewhere' }))
  expect(question()).toBeVisible()
  expect([shown(), location.pathname]).toEqual(['/form', '/form'])

  await user.click(screen.getByRole('button', { name: 'Stay' }))
  expect([question(), shown()]).toEqual([null, '/form'])

  await user.click(screen.getByRole('link', { name: 'Elsewhere' }))
  await user.click(screen.getByRole('button', { name: 'Leave' }))
  await waitFor(() => expect(shown()).toBe('/other'))
  expect([question(), location.pathname]).toEqual([null, '/other'])
})

it('asks whoever goes back in the browser, whose address stays until that is confirmed', async () => {
  const { user } = openForm()
  window.history.back()
  await waitFor(() => expect(question()).toBeVisible())
  await waitFor(() => expect(location.pathname).toBe('/form'))
  expect(shown()).toBe('/form')

  await user.click(screen.getByRole('button', { name: 'Stay' }))
  expect(question()).toBeNull()
  window.history.back()
  await waitFor(() => expect(question()).toBeVisible())
  await waitFor(() => expect(location.pathname).toBe('/form'))
  await user.click(screen.getByRole('button', { name: 'Leave' }))
  await waitFor(() => expect([shown(), location.pathname]).toEqual(['/start', '/start']))

  window.history.forward()
  await waitFor(() => expect(shown()).toBe('/form'))
})

it('lets go who does not leave, or has nothing to lose', async () => {
  const { user } = openForm()
  await user.click(screen.getByRole('link', { name: 'Further down' }))
  await waitFor(() => expect(shown()).toBe('/form/more'))
  expect(question()).toBeNull()
})

it('asks nobody where nothing would be lost', async () => {
  const { user } = openForm(false)
  await user.click(screen.getByRole('link', { name: 'Elsewhere' }))
  expect([question(), shown()]).toEqual([null, '/other'])
})

it('leaves a click that wants another tab to the browser', async () => {
  const history = createMemoryHistory()
  render(
    <AtAddress history={history}>
      <Link to="/other">Elsewhere</Link>
    </AtAddress>,
  )
  const user = userEvent.setup()
  const link = screen.getByRole('link', { name: 'Elsewhere' })
  expect(link).toHaveAttribute('href', '/other')
  await user.keyboard('{Control>}')
  await user.click(link)
  await user.keyboard('{/Control}')
  expect(history.location.pathname).toBe('/')
  await user.click(link)
  expect(history.location.pathname).toBe('/other')
})

it('goes to the present address without a second entry', async () => {
  const history = createMemoryHistory({ initialEntries: ['/other'] })
  render(
    <AtAddress history={history}>
      <Link to="/other">Elsewhere</Link>
    </AtAddress>,
  )
  await userEvent.click(screen.getByRole('link', { name: 'Elsewhere' }))
  expect(history.length).toBe(1)
})

it('says which link leads to where one is', () => {
  const history = createMemoryHistory({ initialEntries: ['/processes/1/versions/requests/3'] })
  render(
    <AtAddress history={history}>
      <NavLink to="/" end>
        Library
      </NavLink>
      <NavLink to="/processes/1/versions">Versions</NavLink>
      <NavLink to="/processes/1/version">Version</NavLink>
    </AtAddress>,
  )
  expect(screen.getAllByRole('link', { current: 'page' }).map((link) => link.textContent)).toEqual([
    'Versions',
  ])
})

function Search() {
  const [params, change] = useSearchParams()
  return (
    <input
      aria-label="Search"
      value={params.get('search') ?? ''}
      onChange={({ target }) => change(target.value === '' ? {} : { search: target.value })}
    />
  )
}

it('keeps what is looked for in the address, without an entry for each letter', async () => {
  const history = createMemoryHistory({ initialEntries: ['/'] })
  render(
    <AtAddress history={history}>
      <Search />
    </AtAddress>,
  )
  const field = screen.getByRole('textbox', { name: 'Search' })
  await userEvent.type(field, '100%41 & +')
  expect(field).toHaveValue('100%41 & +')
  expect([history.location.search, history.length]).toEqual(['?search=100%2541+%26+%2B', 1])
  await userEvent.clear(field)
  expect(history.location.href).toBe('/')
})
