import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { act, render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState } from 'react'
import { describe, expect, it, vi } from 'vitest'
import { standard } from '../../../tests/kit/builders.ts'
import { type Client, createClient } from '../../data/api/client.ts'
import { type Failure, type Result, success } from '../../data/api/failure.ts'
import type { ProcessTemplates } from '../../data/api/processTemplates.ts'
import { emptyReferenceData, type ReferenceData } from '../../domain/process/reference.ts'
import { type CompanyTemplate, contentForTemplate } from '../../domain/templates/companyTemplate.ts'
import { standardReference } from '../../domain/templates/standardReference.ts'
import { activity } from '../../ui/announcer/index.ts'
import { HouseTheme } from '../../ui/theme/index.ts'
import { type ChosenTemplate, SaveTemplateDialog, TemplateGallery } from './index.ts'
import type { TemplateGalleryProps } from './TemplateGallery.tsx'

const ours: CompanyTemplate = {
  id: 't1',
  companyId: 'c1',
  templateName: 'Field sales',
  description: 'For teams on the road',
  category: 'Medical devices',
  document: contentForTemplate(standard().document),
}
const stale: Failure = {
  kind: 'problem',
  status: 412,
  code: 'VERSION_CONFLICT',
  message: 'Somebody else has changed this.',
  details: {},
  retryAfterSeconds: null,
}
const taken: Failure = {
  kind: 'problem',
  status: 409,
  code: 'ALREADY_EXISTS',
  message: 'Taken.',
  details: {},
  retryAfterSeconds: null,
}

/** A shelf that keeps what it is given. */
function aShelf(given: readonly CompanyTemplate[] = [ours]) {
  let templates = given
  const shelf: ProcessTemplates = {
    list: async () => success({ templates, kept: false }),
    create: async (made): Promise<Result<CompanyTemplate>> => {
      if (templates.some(({ templateName }) => templateName === made.templateName))
        return { ok: false, failure: taken }
      const row = { ...made, companyId: 'c1' }
      templates = [...templates, row]
      return success(row)
    },
    change: async ({ id, revision }, words): Promise<Result<CompanyTemplate>> => {
      if (templates.some((row) => row.id === id && row.revision !== revision))
        return { ok: false, failure: stale }
      templates = templates.map((row) => (row.id === id ? { ...row, ...words } : row))
      return success(templates[0] ?? ours)
    },
    remove: async ({ id }) => {
      templates = templates.filter((row) => row.id !== id)
      return success(null)
    },
  }
  return {
    shelf,
    names: () => templates.map(({ templateName }) => templateName),
    kept: (at: number) => templates[at]?.document,
    /** Somebody else renames the first. */
    theyRename: (templateName: string) => {
      templates = templates.map((row, at) => (at === 0 ? { ...row, templateName, revision: 2 } : row))
    },
  }
}

let number = 0
const newId = () => `new-${++number}`
const client = () => new QueryClient({ defaultOptions: { queries: { networkMode: 'always', retry: false } } })

const nobody: Client = {
  call: async () => ({ ok: false, failure: { kind: 'network', message: 'The server cannot be reached.' } }),
}

/** A backend that takes each row that is created, up to so many. */
function aBackend(most = 1_000) {
  const created: string[] = []
  const stamps = { created_at: '', updated_at: '', revision: 1 }
  const client = createClient({
    baseUrl: 'http://crm.test',
    fetch: async (request) => {
      const row = await request.json()
      if (created.length === most) throw new TypeError('cut')
      created.push(`${new URL(request.url).pathname} ${row.key ?? row.action_name ?? row.workflow_name}`)
      return Response.json({ ...row, ...stamps }, { status: 201 })
    },
  })
  return { client, created }
}

type OfTheCompany = 'companyId' | 'reference' | 'onBrought' | 'newId' | 'onClose'

/** Has nothing of its own until somebody creates what is missing. */
function Company({
  afterwards,
  ...props
}: Omit<TemplateGalleryProps, OfTheCompany> & { readonly afterwards: ReferenceData }) {
  const [reference, setReference] = useState(emptyReferenceData)
  return (
    <TemplateGallery
      {...props}
      companyId="c1"
      reference={reference}
      onBrought={async () => setReference(afterwards)}
      newId={newId}
      onClose={() => {}}
    />
  )
}

interface Given {
  readonly purpose?: 'start' | 'apply'
  readonly client?: Client
  readonly mayManage?: boolean
  /** What the company has after something was created. */
  readonly afterwards?: ReferenceData
}

async function open(
  shelf: ProcessTemplates,
  {
    purpose = 'start',
    client: backend = nobody,
    mayManage = true,
    afterwards = standardReference('c1'),
  }: Given = {},
) {
  const onUse = vi.fn<(chosen: ChosenTemplate) => void>()
  // A component that waits by `use` goes on within act only.
  await act(async () => {
    render(
      <HouseTheme>
        <QueryClientProvider client={client()}>
          <Company {...{ purpose, shelf, client: backend, mayManage, onUse, afterwards }} />
        </QueryClientProvider>
      </HouseTheme>,
    )
  })
  await screen.findByRole('radio', { name: /Standard six/ }, { timeout: 5_000 })
  return { onUse, user: userEvent.setup() }
}
const shownName = () => screen.getByRole('heading', { level: 3 }).textContent

describe('the gallery of templates', () => {
  it('shows the company’s own first, and any with what is in it', async () => {
    const { user, onUse } = await open(aShelf().shelf)
    await waitFor(() => expect(shownName()).toBe('Field sales'))
    await user.click(screen.getByRole('radio', { name: /Enterprise MEDDICC/ }))
    const preview = within(screen.getByRole('region', { name: 'Preview of Enterprise MEDDICC' }))
    expect(preview.getByText('Required fields').nextElementSibling?.textContent).toMatch(/^\d+$/)
    expect(preview.getByText('Deals won').nextElementSibling?.textContent).toMatch(/%$/)
    expect(preview.getByText(/your company does not have/)).toBeInTheDocument()
    await user.click(screen.getByRole('button', { name: 'Use this template' }))
    expect(onUse.mock.calls[0]?.[0]).toMatchObject({ name: 'Enterprise MEDDICC' })
  })

  it('creates what a template needs and the company does not have, after saying what that is', async () => {
    const { client, created } = aBackend()
    const { user } = await open(aShelf().shelf, { client })
    await user.click(screen.getByRole('radio', { name: /Enterprise MEDDICC/ }))
    const section = screen.getByRole('region', { name: 'Preview of Enterprise MEDDICC' })
    const preview = within(section)
    expect(preview.getByText('Field “Champion”')).toBeInTheDocument()
    expect(preview.getByText(/^Approval workflow “/)).toBeInTheDocument()
    await user.click(preview.getByRole('button', { name: /^Create these \d+$/ }))
    expect(created).toContain('/api/opportunity-fields/ champion')
    expect(created.some((row) => row.startsWith('/api/approval-workflows/'))).toBe(true)
    await waitFor(() => expect(preview.queryByText(/your company does not have/)).not.toBeInTheDocument())
    await waitFor(() =>
      expect(activity().map(({ text }) => text)).toContain(
        `${created.length} things created for your company.`,
      ),
    )
    expect(section).toHaveFocus()
  })

  it('says why not everything was created', async () => {
    const { user } = await open(aShelf().shelf, {
      client: aBackend(2).client,
      afterwards: emptyReferenceData,
    })
    await user.click(screen.getByRole('radio', { name: /Enterprise MEDDICC/ }))
    await user.click(screen.getByRole('button', { name: /^Create these \d+$/ }))
    expect(await screen.findByRole('alert')).toHaveTextContent('Not everything was created.')
  })

  it('offers to create nothing to who may not', async () => {
    const { user } = await open(aShelf().shelf, { mayManage: false })
    await user.click(screen.getByRole('radio', { name: /Enterprise MEDDICC/ }))
    expect(screen.getByText(/your company does not have/)).toBeInTheDocument()
    expect(screen.queryByRole('button', { name: /^Create these/ })).not.toBeInTheDocument()
  })

  it('gives one of the company’s under new ids', async () => {
    const { user, onUse } = await open(aShelf().shelf, { purpose: 'apply' })
    await waitFor(() => expect(shownName()).toBe('Field sales'))
    await user.click(screen.getByRole('button', { name: 'Apply to this process' }))
    const chosen = onUse.mock.calls[0]?.[0]
    expect(Object.keys(chosen?.document.stages ?? {})).toHaveLength(5)
    expect(Object.keys(chosen?.document.stages ?? {})).not.toContain('stage-1')
    expect(chosen?.document.process.companyId).toBe('c1')
  })

  it('finds by words and by industry, and leads back where nothing fits', async () => {
    const { user, onUse } = await open(aShelf().shelf)
    await user.selectOptions(screen.getByRole('combobox', { name: 'Industry' }), 'Events and hospitality')
    await waitFor(() => expect(screen.getAllByRole('radio')).toHaveLength(1))
    expect(screen.queryByRole('group', { name: 'Your company' })).toBeNull()
    await user.type(screen.getByRole('searchbox', { name: 'Search templates' }), 'nothing like it')
    await screen.findByText(/^No template fits/)
    await user.click(screen.getByRole('button', { name: 'Use this template' }))
    await waitFor(() =>
      expect(activity().map(({ text }) => text)).toContainEqual(expect.stringMatching(/^No template fits/)),
    )
    expect(onUse).not.toHaveBeenCalled()
    await user.click(await screen.findByRole('button', { name: 'Show all templates' }))
    await waitFor(() => expect(screen.getAllByRole('radio')).toHaveLength(9))
    await user.selectOptions(screen.getByRole('combobox', { name: 'Industry' }), 'Your company')
    await waitFor(() => expect(shownName()).toBe('Field sales'))
  })

  it('goes through them by arrows, and takes the one that is looked at', async () => {
    const { user, onUse } = await open(aShelf([]).shelf)
    await user.click(screen.getByRole('radio', { name: /Standard six/ }))
    await user.keyboard('{ArrowDown}')
    await user.click(screen.getByRole('button', { name: 'Use this template' }))
    expect(onUse.mock.calls[0]?.[0].name).toBe('SaaS subscription')
  })

  it('renames and deletes the company’s own, deleting only after a question', async () => {
    const { shelf, names } = aShelf()
    const { user, onUse } = await open(shelf)
    const choose = async (action: string) => {
      await user.click(await screen.findByRole('button', { name: /^Actions for/ }))
      await user.click(await screen.findByRole('menuitem', { name: action }))
    }
    await choose('Rename or describe…')
    const form = within(await screen.findByRole('dialog', { name: 'Template details' }))
    await user.clear(form.getByRole('textbox', { name: /^Name/ }))
    await user.click(form.getByRole('button', { name: 'Save' }))
    expect(await form.findByRole('alert')).toHaveTextContent('Give the template a name.')
    await user.type(form.getByRole('textbox', { name: /^Name/ }), 'On the road')
    await user.click(form.getByRole('button', { name: 'Save' }))
    await waitFor(() => expect(names()).toEqual(['On the road']))
    // The form of the dialog stands inside the gallery's: sending it must take nothing.
    expect(onUse).not.toHaveBeenCalled()
    await waitFor(() => expect(shownName()).toBe('On the road'))
    await choose('Delete…')
    const question = within(
      await screen.findByRole('alertdialog', { name: 'Delete the template On the road?' }),
    )
    expect(names()).toHaveLength(1)
    await user.click(question.getByRole('button', { name: 'Delete template' }))
    await waitFor(() => expect(names()).toEqual([]))
    expect(await screen.findByText(/no template of its own yet/)).toBeInTheDocument()
  })

  it('writes nothing over what somebody else made of one meanwhile', async () => {
    const { shelf, names, theyRename } = aShelf()
    const { user } = await open(shelf)
    await user.click(await screen.findByRole('button', { name: /^Actions for/ }))
    await user.click(await screen.findByRole('menuitem', { name: 'Rename or describe…' }))
    const form = within(await screen.findByRole('dialog', { name: 'Template details' }))
    theyRename('Theirs')
    await user.type(form.getByRole('textbox', { name: /^Name/ }), ' and mine')
    await user.click(form.getByRole('button', { name: 'Save' }))
    expect(await form.findByRole('alert')).toHaveTextContent('Somebody else has changed this.')
    await user.click(form.getByRole('button', { name: 'Save' }))
    expect(form.getByRole('textbox', { name: /^Name/ })).toHaveValue('Field sales and mine')
    await user.click(form.getByRole('button', { name: 'Cancel' }))
    await waitFor(() => expect(shownName()).toBe('Theirs'))
    expect(names()).toEqual(['Theirs'])
  })

  it('shows the ready-made ones where the company’s cannot be loaded, and says why', async () => {
    const { shelf } = aShelf()
    const failure: Failure = { kind: 'network', message: 'The server cannot be reached.' }
    await open({ ...shelf, list: async () => ({ ok: false, failure }) })
    expect(await screen.findByText(/could not be loaded. The server cannot be reached/)).toBeInTheDocument()
    expect(screen.getAllByRole('radio')).toHaveLength(8)
  })
})

describe('keeping a process as a template', () => {
  const save = (shelf: ProcessTemplates) => {
    const onClose = vi.fn()
    render(
      <HouseTheme>
        <QueryClientProvider client={client()}>
          <SaveTemplateDialog
            document={standard().document}
            shelf={shelf}
            companyName="Demo Company"
            newId={newId}
            onClose={onClose}
          />
        </QueryClientProvider>
      </HouseTheme>,
    )
    return { onClose, user: userEvent.setup() }
  }

  it('offers the name of the process, and says where the name is taken', async () => {
    const { shelf, names, kept } = aShelf()
    const { user, onClose } = save(shelf)
    const name = screen.getByRole('textbox', { name: /^Name/ })
    expect(name).toHaveValue('Enterprise sales')
    await user.clear(name)
    await user.type(name, 'Field sales')
    await user.click(screen.getByRole('button', { name: 'Save template' }))
    expect(await screen.findByRole('alert')).toHaveTextContent('has a template called “Field sales” already')
    await user.type(name, ' 2')
    await user.type(screen.getByRole('combobox', { name: /^Industry/ }), 'Retail')
    await user.click(screen.getByRole('button', { name: 'Save template' }))
    await waitFor(() => expect(names()).toEqual(['Field sales', 'Field sales 2']))
    expect(onClose).toHaveBeenCalled()
    // Under its own ids: what is hidden from who saves it is known again by them.
    expect(kept(1)).toEqual(standard().document)
  })

  it('keeps what was typed where the server cannot be reached', async () => {
    const { shelf } = aShelf()
    const failure: Failure = { kind: 'network', message: 'The server cannot be reached.' }
    const { user, onClose } = save({ ...shelf, create: async () => ({ ok: false, failure }) })
    await user.click(screen.getByRole('button', { name: 'Save template' }))
    expect(await screen.findByRole('alert')).toHaveTextContent('The server cannot be reached.')
    expect(screen.getByRole('textbox', { name: /^Name/ })).toHaveValue('Enterprise sales')
    expect(onClose).not.toHaveBeenCalled()
  })
})
