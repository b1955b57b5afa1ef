import { configure, render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, expect, it, vi } from 'vitest'
import { newProcess, withRows } from '../../domain/process/process.ts'
import { emptyReferenceData } from '../../domain/process/reference.ts'
import { newStage } from '../../domain/process/stage.ts'
import { readProcessFiles } from '../../interchange/index.ts'
import { HouseTheme } from '../../ui/theme/index.ts'
import { ExportMenu } from './ExportMenu.tsx'
import { fileNameOf } from './exportFile.ts'
import { scaleFor } from './pngOf.ts'

// What is loaded when first used (the form, the formats) takes its time on a busy machine.
configure({ asyncUtilTimeout: 10_000 })

const process = withRows(newProcess({ id: 'p', processName: 'Direct sales (EU)' }), {
  stages: [newStage({ id: 'a', stageName: 'Qualify' })],
})

let saved: { name: string; blob: Blob }[] = []
beforeEach(() => {
  saved = []
  const blobs = new Map<string, Blob>()
  URL.createObjectURL = (blob) => {
    const url = `blob:${blobs.size}`
    if (blob instanceof Blob) blobs.set(url, blob)
    return url
  }
  URL.revokeObjectURL = () => {}
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function click(this: HTMLAnchorElement) {
    const blob = blobs.get(this.href)
    if (blob) saved.push({ name: this.download, blob })
  })
})

async function choose(item: string, exported = process) {
  const user = userEvent.setup()
  render(
    <HouseTheme>
      <ExportMenu process={() => exported} reference={() => emptyReferenceData} name="Direct sales (EU)" />
    </HouseTheme>,
  )
  await user.click(screen.getByRole('button', { name: 'Export' }))
  await user.click(await screen.findByRole('menuitem', { name: item }))
}

it('saves our own file, which can be imported again', async () => {
  await choose('Stagecraft process (JSON)')
  await waitFor(() => expect(saved).toHaveLength(1))
  expect(saved[0]?.name).toBe('direct-sales-eu.stagecraft.json')
  const bytes = new Uint8Array(await (saved[0]?.blob ?? new Blob()).arrayBuffer())
  const back = await readProcessFiles([{ name: 'p.json', bytes }], { newId: () => 'new' })
  expect(back.ok && back.document).toEqual(process)
})

it('says what is not in the file, because it is hidden', async () => {
  const stages = [newStage({ id: 'a', stageName: 'Qualify', hidden: ['guidance', 'notes'] })]
  await choose('Stagecraft process (JSON)', withRows(process, { stages }))
  const dialog = await screen.findByRole('dialog', { name: 'Saved, without what is hidden' })
  expect(dialog).toHaveTextContent('Your company hides these fields from you: Guidance and Notes.')
  expect(saved).toHaveLength(1)
})

it('saves a picture as SVG', async () => {
  await choose('Picture (SVG)')
  await waitFor(() => expect(saved).toHaveLength(1))
  expect(saved[0]?.name).toBe('direct-sales-eu.svg')
  expect(await saved[0]?.blob.text()).toContain('Qualify')
})

it('says why where no picture can be drawn', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => {})
  await choose('Picture (PNG)')
  const dialog = await screen.findByRole('dialog', { name: 'The export did not work' })
  expect(dialog).toHaveTextContent(
    'The browser could not draw the picture. Export it as SVG. The process is unchanged.',
  )
  expect(saved).toEqual([])
})

it.each([
  ['Überprüfung & Angebot', 'überprüfung-angebot.svg'],
  ['../../etc/passwd', 'etc-passwd.svg'],
  ['협상', '협상.svg'],
  ['***', 'process.svg'],
])('calls the file of %s %s', (name, expected) => {
  expect(fileNameOf(name, 'svg')).toBe(expected)
})

it('draws pictures as fine as browsers can, and none that they cannot', () => {
  expect(scaleFor({ width: 1_000, height: 500 })).toBe(2)
  expect(scaleFor({ width: 16_000, height: 500 })).toBe(1)
  expect(scaleFor({ width: 100_000, height: 500 })).toBeNull()
})
