import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it, vi } from 'vitest'
import { AtAddress } from '../../../tests/kit/AtAddress.tsx'
import type { User } from '../../contract/auth.ts'
import { outlineOf } from '../../contract/outlineOf.ts'
import type { ProcessSummary } from '../../contract/processes.ts'
import type { BackupHead } from '../../data/api/backend.ts'
import { type Failure, type Result, success } from '../../data/api/failure.ts'
import { DraftDatabase, type WishRow } from '../../data/drafts/database.ts'
import { createDraftIndex } from '../../data/drafts/draftIndex.ts'
import { createDrafts } from '../../data/drafts/drafts.ts'
import { notedDrafts } from '../../data/drafts/notedDrafts.ts'
import { newProcess, type ProcessDocument, withRows } from '../../domain/process/process.ts'
import { newStage } from '../../domain/process/stage.ts'
import { toWire } from '../../domain/process/wire.ts'
import { HouseTheme } from '../../ui/theme/index.ts'
import { Library, type LibraryProps } from './Library.tsx'
import type { Unfinished } from './UnfinishedNotice.tsx'
import type { LibraryDevice } from './useLibrary.ts'

const director: User = {
  id: 'u1',
  email: 'director@demo.example',
  display_name: 'Dana Director',
  role: 'sales_director',
  permissions: ['read_stage', 'configure_process'],
  company: { id: 'c1', name: 'Demo Company' },
}

const process = (id: string, processName: string, given: { revision?: number; isDefault?: boolean } = {}) =>
  withRows(newProcess({ id, processName, processCode: id.toUpperCase(), revision: 1, ...given }), {
    stages: [newStage({ id: `${id}-1`, stageName: 'Lead' }), newStage({ id: `${id}-2`, stageName: 'Offer' })],
  })
const summaryOf = (document: ProcessDocument, open_deals = 0): ProcessSummary => ({
  ...toWire(document.process),
  etag: '"v1"',
  stage_count: 2,
  transition_count: 0,
  open_deals,
  open_amount: 0,
  outline: outlineOf(document),
})
const enterprise = process('p1', 'Enterprise', { isDefault: true })
const renewal = process('p2', 'Renewal')

const left: BackupHead = {
  id: 'copy-1',
  processId: 'p2',
  processName: 'Renewal',
  baseRevision: 1,
  updatedAt: '2026-02-01T00:00:00Z',
}

let number = 0
const nextId = () => {
  number += 1
  return `new-${number}`
}

interface Setting {
  /** When the server answers, and when what this device has can be read. */
  readonly listed?: Promise<void>
  readonly opened?: Promise<void>
  readonly list?: Result<readonly ProcessSummary[]>
  readonly user?: User
  readonly drafts?: readonly { document: ProcessDocument; base: ProcessDocument | null }[]
  readonly copies?: readonly ProcessDocument[]
  readonly unfinished?: Unfinished
  readonly editors?: LibraryProps['editors']
  readonly elsewhere?: readonly BackupHead[]
  readonly archiving?: Awaited<ReturnType<LibraryDevice['want']>>
  readonly wishes?: readonly WishRow[]
}

async function open(setting: Setting = {}) {
  const kept = new Map<string, string>()
  const index = createDraftIndex(
    { getItem: (key) => kept.get(key) ?? null, setItem: (key, value) => void kept.set(key, value) },
    'c1:u1',
  )
  const now = () => '2026-02-01T00:00:00Z'
  const drafts = notedDrafts(createDrafts(new DraftDatabase('c1', nextId()), now), index, now)
  for (const { document, base } of setting.drafts ?? [])
    await drafts.begin(document.process.id, document, base)
  const all = success([summaryOf(enterprise, 4), summaryOf(renewal)])
  const archive = vi.fn<LibraryDevice['want']>(async () => setting.archiving ?? { kind: 'done' })
  let wishes = setting.wishes ?? []
  const outbox: LibraryDevice['outbox'] = {
    wishes: async () => wishes,
    withdraw: async (_, which = () => true) => {
      wishes = wishes.filter((row) => !which(row))
    },
  }
  const onOpen = vi.fn()
  let elsewhere = setting.elsewhere ?? []
  const forget = vi.fn(async ({ id }: BackupHead) => {
    elsewhere = elsewhere.filter((copy) => copy.id !== id)
    return success(null)
  })
  render(
    <HouseTheme>
      <AtAddress>
        <QueryClientProvider
          client={new QueryClient({ defaultOptions: { queries: { networkMode: 'always' } } })}
        >
          <Library
            backend={{
              list: async () => {
                await setting.listed
                return setting.list ?? all
              },
              load: async () => success({ document: renewal, revision: 1 }),
            }}
            device={async () => {
              await setting.opened
              return {
                drafts,
                backUps: {
                  elsewhere: async () => success(elsewhere),
                  bring: async ({ processId }) => success(processId),
                  forget,
                },
                copies: async () => setting.copies ?? [],
                outbox,
                want: archive,
              }
            }}
            draftIndex={index}
            editors={setting.editors ?? new Map()}
            user={setting.user ?? director}
            newId={nextId}
            addressOf={(id) => `/processes/${id}/design`}
            onOpen={onOpen}
            gallery={({ onUse }) => (
              <button type="button" onClick={() => onUse({ name: 'Renewal', document: renewal })}>
                Use Renewal
              </button>
            )}
            saveTemplate={({ document }) => <p>Saving {document.process.processName}</p>}
            unfinished={setting.unfinished ?? null}
            droppedFiles={null}
            onDroppedFilesTaken={() => {}}
          />
        </QueryClientProvider>
      </AtAddress>
    </HouseTheme>,
  )
  return { archive, onOpen, forget, drafts, user: userEvent.setup() }
}

const card = async (name: string) => {
  const heading = await screen.findByRole('heading', { level: 2, name })
  const item = heading.closest('li')
  if (!item) throw new Error(`“${name}” stands in no card.`)
  return within(item)
}
const names = () => screen.getAllByRole('heading', { level: 2 }).map((heading) => heading.textContent)
/** Comes when the test says so. */
function held(): readonly [Promise<void>, () => void] {
  let come = () => {}
  return [
    new Promise((resolve) => {
      come = resolve
    }),
    () => come(),
  ]
}
const choose = async (user: ReturnType<typeof userEvent.setup>, name: string, action: string | RegExp) => {
  await user.click((await card(name)).getByRole('button', { name: `Actions for ${name}` }))
  await user.click(await screen.findByRole('menuitem', { name: action }))
}

describe('the library', () => {
  it('shows each process with its state and leads to it', async () => {
    await open({ drafts: [{ document: { ...renewal, stages: {} }, base: renewal }] })
    const first = await card('Enterprise')
    expect(first.getByText('Default')).toBeInTheDocument()
    expect(first.getByText('Published r1')).toBeInTheDocument()
    expect(first.getByRole('link')).toHaveAttribute('href', '/processes/p1/design')
    expect((await card('Renewal')).getByText('2 unpublished changes')).toBeInTheDocument()
    expect(
      await (await card('Renewal')).findByText(/problem/, undefined, { timeout: 10_000 }),
    ).toBeInTheDocument()
  })

  const changedRenewal = { document: { ...renewal, stages: {} }, base: renewal }
  const begun = { document: process('p3', 'Begun here', { revision: 0 }), base: null }
  const cards = () =>
    [...document.querySelectorAll('li')].filter((item) => item.querySelector('h2') || item.ariaHidden)

  it('shows what the server lists before this device is read, with room for the drafts that come', async () => {
    const [opened, read] = held()
    await open({ drafts: [changedRenewal, begun], opened })
    await card('Enterprise')
    expect(names()).toEqual(['Enterprise'])
    const before = cards()
    const place = before.findIndex((item) => item.textContent?.includes('Enterprise'))
    expect(before).toHaveLength(3)

    read()
    expect((await card('Renewal')).getByText('2 unpublished changes')).toBeVisible()
    expect((await card('Begun here')).getByText('Not published')).toBeVisible()
    expect(cards()).toHaveLength(3)
    expect(cards()[place]).toBe(before[place])
  })

  it('shows nothing of this device before it is known what is published', async () => {
    const [listed, list] = held()
    const { drafts } = await open({ drafts: [changedRenewal, begun], listed })
    await drafts.list()
    expect(screen.queryByRole('heading', { level: 2 })).toBeNull()
    list()
    expect((await card('Renewal')).getByText('Published r1')).toBeVisible()
    await card('Begun here')
  })

  it('reads this device, and waits for it, where the server does not answer', async () => {
    const [opened, read] = held()
    const list = { ok: false, failure: { kind: 'network', message: 'Offline.' } } as const
    await open({ list, copies: [enterprise], drafts: [begun], opened })
    expect(await screen.findByText('You see what this device has.')).toBeVisible()
    expect(screen.queryByRole('heading', { level: 2 })).toBeNull()
    read()
    await card('Enterprise')
    await card('Begun here')
  })

  it('finds, filters and offers the way back where nothing fits', async () => {
    const { user } = await open()
    await user.type(await screen.findByRole('searchbox', { name: 'Search processes' }), 'renew')
    await waitFor(() => expect(names()).toEqual(['Renewal']))
    await user.selectOptions(screen.getByRole('combobox', { name: 'Show' }), 'Never published')
    expect(await screen.findByText('Nothing matches')).toBeInTheDocument()
    await user.click(screen.getByRole('button', { name: 'Clear search and filter' }))
    await waitFor(() => expect(names()).toHaveLength(2))
  })

  it('shows only drafts with problems, or what someone else is changing', async () => {
    const { user } = await open({
      drafts: [{ document: { ...renewal, stages: {} }, base: renewal }],
      editors: new Map([['p1', { count: 1, names: 'Olga Marin' }]]),
    })
    const show = screen.findByRole('combobox', { name: 'Show' })
    await user.selectOptions(await show, 'With problems')
    await waitFor(() => expect(names()).toEqual(['Renewal']))
    await user.selectOptions(await show, 'Others’ drafts')
    await waitFor(() => expect(names()).toEqual(['Enterprise']))
    expect(screen.getByText('Olga Marin is editing')).toBeInTheDocument()
  })

  it('begins a blank process on this device, and asks for its name', async () => {
    const { user, onOpen, drafts } = await open()
    await user.click(await screen.findByRole('button', { name: 'New process' }))
    await user.click(await screen.findByRole('menuitem', { name: 'Blank process…' }))
    const dialog = within(await screen.findByRole('dialog', { name: 'New process' }))
    await user.click(dialog.getByRole('button', { name: 'Create process' }))
    expect(await dialog.findByRole('alert')).toHaveTextContent('Give the process a name.')
    await user.type(dialog.getByLabelText(/^Name/), 'Inside sales')
    await user.click(dialog.getByRole('button', { name: 'Create process' }))
    await waitFor(() => expect(onOpen).toHaveBeenCalled())
    const [draft] = await drafts.list()
    expect(draft?.document.process).toMatchObject({
      processName: 'Inside sales',
      processCode: 'INSIDE_SALES',
    })
  })

  it('begins from a template under a name and a code that are free', async () => {
    const { user, onOpen, drafts } = await open()
    await card('Renewal')
    await user.click(screen.getByRole('button', { name: 'New process' }))
    await user.click(await screen.findByRole('menuitem', { name: 'From a template…' }))
    await user.click(await screen.findByRole('button', { name: 'Use Renewal' }))
    await waitFor(() => expect(onOpen).toHaveBeenCalled())
    const [draft] = await drafts.list()
    expect(draft?.document.process).toMatchObject({ processName: 'Renewal 2', processCode: 'RENEWAL_2' })
    expect(draft?.beginning).toMatchObject({ kind: 'template', name: 'Renewal' })
  })

  it('keeps a process as a template', async () => {
    const { user } = await open()
    await choose(user, 'Renewal', 'Save as template…')
    expect(await screen.findByText('Saving Renewal')).toBeInTheDocument()
  })

  it('leads back to what was begun step by step, and discards it only after a question', async () => {
    const onContinue = vi.fn()
    const onDiscard = vi.fn()
    const { user } = await open({
      unfinished: { name: 'Inside sales', step: 3, steps: 7, onContinue, onDiscard },
    })
    expect(await screen.findByText('Inside sales is not finished yet.')).toBeInTheDocument()
    expect(screen.getByText(/step 3 of 7/)).toBeInTheDocument()
    await user.click(screen.getByRole('button', { name: 'Continue' }))
    expect(onContinue).toHaveBeenCalled()
    await user.click(screen.getByRole('button', { name: 'Discard' }))
    const question = within(await screen.findByRole('alertdialog'))
    await user.click(question.getByRole('button', { name: 'Discard' }))
    expect(onDiscard).toHaveBeenCalledOnce()
  })

  it('duplicates a process under a name, a code and ids of its own', async () => {
    const { user, drafts } = await open()
    await choose(user, 'Renewal', 'Duplicate')
    await card('Renewal (copy)')
    const [copy] = await drafts.list()
    expect(copy?.document.process.processCode).not.toBe('P2')
    expect(copy?.document.stages['p2-1']).toBeUndefined()
    await choose(user, 'Renewal', 'Duplicate')
    await card('Renewal (copy) 2')
  })

  it('archives only after a question, and never the default process', async () => {
    const { user, archive } = await open()
    await choose(user, 'Renewal', 'Archive…')
    const question = within(await screen.findByRole('alertdialog', { name: 'Archive Renewal?' }))
    await user.click(question.getByRole('button', { name: 'Archive' }))
    await waitFor(() =>
      expect(archive).toHaveBeenCalledWith(
        expect.objectContaining({ processId: 'p2', baseRevision: 1, wish: { kind: 'archive' } }),
      ),
    )
    await user.click((await card('Enterprise')).getByRole('button', { name: 'Actions for Enterprise' }))
    const refused = await screen.findByRole('menuitem', { name: 'Archive… (the default process)' })
    expect(refused).toHaveAttribute('aria-disabled', 'true')
  })

  it('says why it was not archived', async () => {
    const { user } = await open({ archiving: { kind: 'refused', why: 'Open deals stand in “Offer”.' } })
    await choose(user, 'Renewal', 'Archive…')
    const question = within(await screen.findByRole('alertdialog', { name: 'Archive Renewal?' }))
    await user.click(question.getByRole('button', { name: 'Archive' }))
    expect(await screen.findByText(/Open deals stand in/)).toBeInTheDocument()
  })

  it('says what is archived when the network is back, and lets it stay', async () => {
    const wish: WishRow = {
      key: 'k',
      processId: 'p2',
      wish: { kind: 'archive' },
      baseRevision: 1,
      reason: '',
      queuedAt: '',
      attempts: 1,
      nextTryAt: '',
      held: false,
      state: 'waiting',
      why: null,
    }
    const { user } = await open({ wishes: [wish] })
    expect(await screen.findByText('Archived when online')).toBeInTheDocument()
    await choose(user, 'Renewal', 'Do not archive')
    await waitFor(() => expect(screen.queryByText('Archived when online')).not.toBeInTheDocument())
  })

  it('offers the next step where nothing is there', async () => {
    const { user } = await open({ list: success([]) })
    expect(await screen.findByText('No process yet')).toBeInTheDocument()
    await user.click(screen.getByRole('button', { name: 'From a template…' }))
    expect(await screen.findByRole('button', { name: 'Use Renewal' })).toBeInTheDocument()
  })

  it('offers a reader nothing that would be refused', async () => {
    await open({ user: { ...director, permissions: ['read_stage'] } })
    await card('Renewal')
    expect(screen.queryByRole('button', { name: 'New process' })).not.toBeInTheDocument()
  })

  it('shows what this device has while the server cannot be reached', async () => {
    const failure: Failure = { kind: 'network', message: 'The server cannot be reached.' }
    await open({ list: { ok: false, failure }, copies: [renewal] })
    expect(await screen.findByText('You see what this device has.')).toBeInTheDocument()
    await waitFor(() => expect(names()).toEqual(['Renewal']))
  })

  it('does not say that there is no process where it cannot know', async () => {
    const failure: Failure = { kind: 'network', message: 'The server cannot be reached.' }
    await open({ list: { ok: false, failure } })
    expect(await screen.findByText('No process on this device yet')).toBeInTheDocument()
    expect(screen.queryByText('No process yet')).not.toBeInTheDocument()
  })

  it('says what failed and lets it be tried again', async () => {
    const failure: Failure = { kind: 'contract', status: 502, message: 'The server answered 502.' }
    await open({ list: { ok: false, failure } })
    expect(await screen.findByText('The processes could not be loaded.')).toBeInTheDocument()
    expect(screen.getByText(/The server answered 502/)).toBeInTheDocument()
    expect(screen.getByRole('button', { name: 'Try again' })).toBeInTheDocument()
  })

  it('continues a draft of another device here', async () => {
    const { user, onOpen } = await open({ elsewhere: [left] })
    expect(await screen.findByText('Your draft of Renewal is not on this device.')).toBeInTheDocument()
    await user.click(screen.getByRole('button', { name: 'Continue here' }))
    await waitFor(() => expect(onOpen).toHaveBeenCalledWith('p2'))
  })

  it('keeps many drafts of other devices out of the way until they are asked for', async () => {
    const many = [1, 2, 3].map((index) => ({ ...left, id: `copy-${index}`, processName: `Draft ${index}` }))
    const { user } = await open({ elsewhere: many })
    const lid = await screen.findByRole('button', { name: /^3 drafts of yours are not on this device/ })
    expect(screen.queryByText(/Draft 2/)).not.toBeInTheDocument()
    await user.click(lid)
    expect(screen.getByText('Your draft of Draft 2 is not on this device.')).toBeInTheDocument()
  })

  it('deletes the copy of another device only after asking', async () => {
    const { user, forget } = await open({ elsewhere: [left] })
    await user.click(await screen.findByRole('button', { name: 'Delete copy…' }))
    expect(forget).not.toHaveBeenCalled()
    await user.click(await screen.findByRole('button', { name: 'Delete copy' }))
    await waitFor(() => expect(screen.queryByText(/is not on this device/)).not.toBeInTheDocument())
    expect(forget).toHaveBeenCalledWith(left)
  })

  it('says who else works on a process', async () => {
    await open({
      editors: new Map([
        ['p1', { count: 1, names: 'Anna' }],
        ['p2', { count: 2, names: 'Anna and Bert' }],
      ]),
    })
    expect((await card('Enterprise')).getByText('Anna is editing')).toBeInTheDocument()
    expect((await card('Renewal')).getByText('Anna and Bert are editing')).toBeInTheDocument()
  })
})
