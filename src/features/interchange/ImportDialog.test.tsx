import { configure, fireEvent, render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it, vi } from 'vitest'
import { type ProcessDocument, stagesInOrder } from '../../domain/process/process.ts'
import { HouseTheme } from '../../ui/theme/index.ts'
import { ImportDialog } from './ImportDialog.tsx'
import type { ImportFormProps, ImportReport } from './ImportForm.tsx'

// What is loaded when first used (the form, the formats) takes its time on a busy machine.
configure({ asyncUtilTimeout: 10_000 })

const value = (name: string, probability: number | null, closed = false, won = false) => `
  <standardValue>
    <fullName>${name}</fullName>
    <default>false</default>
    <label>${name}</label>
    <closed>${closed}</closed>
    <forecastCategory>Pipeline</forecastCategory>
    ${probability === null ? '' : `<probability>${probability}</probability>`}
    <won>${won}</won>
  </standardValue>`
const valueSet = new File(
  [
    `<?xml version="1.0" encoding="UTF-8"?>
<StandardValueSet xmlns="http://soap.sforce.com/2006/04/metadata">
  <sorted>false</sorted>${value('Qualify', 10)}${value('R&amp;D check', 60)}${value('Pledged', null)}
  ${value('Closed Won', 100, true, true)}${value('Closed Lost', 0, true)}
</StandardValueSet>`,
  ],
  'OpportunityStage.standardValueSet-meta.xml',
)
const businessProcess = (name: string, ...values: string[]) =>
  new File(
    [
      `<BusinessProcess><fullName>${name}</fullName><isActive>true</isActive>${values.map((one) => `<values><fullName>${one}</fullName></values>`).join('')}</BusinessProcess>`,
    ],
    `${name}.businessProcess-meta.xml`,
  )

function open(props: Partial<ImportFormProps> = {}) {
  const onImported = vi.fn(async (_document: ProcessDocument, _report: ImportReport) => {})
  const onClose = vi.fn()
  let count = 0
  const newId = () => {
    count += 1
    return `id-${count}`
  }
  render(
    <HouseTheme>
      <ImportDialog
        open
        newId={newId}
        companyId="company"
        onImported={onImported}
        onClose={onClose}
        {...props}
      />
    </HouseTheme>,
  )
  return { onImported, onClose, user: userEvent.setup({ applyAccept: false }) }
}

const dialog = () => screen.findByRole('dialog', { name: /Import/ })
const dropInto = async (...files: File[]) => {
  const target = within(await dialog()).getByText('Drop files here')
  fireEvent.drop(target, { dataTransfer: { types: ['Files'], files } })
}
const chooseFiles = async (...files: File[]) => {
  await dialog()
  fireEvent.change(screen.getByTestId('import-files'), { target: { files } })
}
const submit = () => screen.getByRole('button', { name: 'Import' })

describe('importing', () => {
  it('a dropped value set: shows what it will be, then hands it over', async () => {
    const { onImported, onClose, user } = open({ takenCodes: new Set(['SALESFORCE_OPPORTUNI']) })
    await dropInto(valueSet)
    const stages = await screen.findByRole('table', { name: '5 stages that will be imported' })
    expect(within(stages).getByRole('rowheader', { name: 'R&D check' })).toBeInTheDocument()
    expect(within(stages).getByRole('row', { name: '3 Pledged Open 60 %' })).toBeInTheDocument()

    const name = screen.getByRole('textbox', { name: /Name of the process/ })
    await user.clear(name)
    await user.type(name, 'Direct sales')
    await user.click(submit())

    await waitFor(() => expect(onClose).toHaveBeenCalled())
    const [document, report] = onImported.mock.calls[0] ?? []
    expect(document?.process).toMatchObject({
      processName: 'Direct sales',
      companyId: 'company',
      processCode: 'SALESFORCE_OPPORTU_2',
      revision: 0,
    })
    expect(document && stagesInOrder(document).map((stage) => stage.stageName)).toEqual([
      'Qualify',
      'R&D check',
      'Pledged',
      'Closed Won',
      'Closed Lost',
    ])
    expect(Object.values(document?.transitions ?? {}).every((one) => one.companyId === 'company')).toBe(true)
    expect(report).toMatchObject({
      format: 'salesforce',
      files: 'OpportunityStage.standardValueSet-meta.xml',
    })
  })

  it('tells what was guessed, left out and taken over, and what the linter will say', async () => {
    const { user } = open({ initialFiles: [valueSet] })
    const report = await screen.findByRole('table', { name: /lines of the report/ })
    expect(
      within(report).getByRole('row', { name: /Guessed Pledged The file gives no probability/ }),
    ).toBeInTheDocument()
    expect(within(report).getByRole('row', { name: /Taken over Stages 5 of 5 stages/ })).toBeInTheDocument()
    await user.click(screen.getByRole('button', { name: /^Problems found/ }))
    expect(screen.getAllByText(/^Hint: /).length).toBeGreaterThan(0)
  })

  it('asks which business process where there are several, and reads the chosen one', async () => {
    const { onImported, user } = open()
    await chooseFiles(
      valueSet,
      businessProcess('Direct', 'Qualify', 'Closed Won'),
      businessProcess('Partner', 'Pledged'),
    )
    const choice = await screen.findByRole('combobox', { name: /Business process/ })
    await user.click(submit())
    const summary = await screen.findByRole('alert')
    await user.click(within(summary).getByRole('link', { name: 'Choose which process to import.' }))
    expect(choice).toHaveFocus()
    expect(choice).toBeInvalid()

    await user.selectOptions(choice, 'Direct (2 stages)')
    await screen.findByRole('table', { name: '2 stages that will be imported' })
    expect(screen.queryByRole('alert')).not.toBeInTheDocument()
    await user.click(submit())
    await waitFor(() => expect(onImported).toHaveBeenCalled())
    expect(onImported.mock.calls[0]?.[0].process.processName).toBe('Direct')
  })

  it('can lead every stage to every other', async () => {
    const { user } = open({ initialFiles: [valueSet] })
    await user.selectOptions(
      await screen.findByRole('combobox', { name: 'Moves between stages' }),
      'Every stage leads to every other',
    )
    expect(await screen.findByText(/5 stages, 10 transitions/)).toBeInTheDocument()
  })

  it('takes files dropped beside the box, so that the page is never replaced by them', async () => {
    open()
    await dialog()
    const stays = fireEvent.drop(document.body, { dataTransfer: { types: ['Files'], files: [valueSet] } })
    expect(stays).toBe(false)
    expect(await screen.findByRole('table', { name: '5 stages that will be imported' })).toBeInTheDocument()
  })

  it('a HubSpot answer: offers its pipelines', async () => {
    const pipelines = ['Shop', 'Partners'].map((label) => ({
      id: label,
      label,
      stages: [
        { id: 'a', label: 'First', displayOrder: 0, metadata: { probability: '0.2', isClosed: 'false' } },
      ],
    }))
    const { user } = open()
    await dropInto(new File([JSON.stringify({ results: pipelines })], 'pipelines.json'))
    await user.selectOptions(await screen.findByRole('combobox', { name: /Pipeline/ }), 'Shop (1 stage)')
    expect(await screen.findByRole('rowheader', { name: 'First' })).toBeInTheDocument()
  })
})

describe('what goes wrong', () => {
  it('without a file the summary leads to the button', async () => {
    const { onImported, user } = open()
    await dialog()
    await user.click(submit())
    const summary = await screen.findByRole('alert')
    expect(summary.parentElement).toHaveFocus()
    await user.click(within(summary).getByRole('link', { name: 'Choose a file to import.' }))
    expect(screen.getByRole('button', { name: 'Choose files…' })).toHaveFocus()
    expect(onImported).not.toHaveBeenCalled()
  })

  it('a broken file is named with its line, and another can be chosen', async () => {
    open()
    await dropInto(new File(['<StandardValueSet>\n<standardValue>\n</StandardValueSet>'], 'broken.xml'))
    expect(await screen.findByRole('alert')).toHaveTextContent('broken.xml:3: The XML is broken')
    await chooseFiles(valueSet)
    expect(await screen.findByRole('table', { name: '5 stages that will be imported' })).toBeInTheDocument()
    expect(screen.queryByRole('alert')).not.toBeInTheDocument()
  })

  it('a file too large is refused without reading it', async () => {
    open()
    const huge = new File(['x'], 'huge.xml')
    Object.defineProperty(huge, 'size', { value: 50_000_000 })
    const read = vi.spyOn(huge, 'arrayBuffer')
    await dropInto(huge)
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'huge.xml: The file has 50 MB; at most 10 MB can be read.',
    )
    expect(read).not.toHaveBeenCalled()
  })

  it('where the process cannot be kept, it says why and stays open', async () => {
    const onImported = vi.fn(() => Promise.reject(new Error('The disk is full.')))
    const { onClose, user } = open({ initialFiles: [valueSet], onImported })
    await screen.findByRole('table', { name: '5 stages that will be imported' })
    await user.click(submit())
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'The process could not be kept. The disk is full.',
    )
    expect(onClose).not.toHaveBeenCalled()
  })
})
