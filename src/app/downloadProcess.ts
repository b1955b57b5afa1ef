/** The process as a file of our own, into the person's downloads: works offline and when nothing can be saved. */
import type { ProcessDocument } from '../domain/process/process.ts'
import type { ReferenceData } from '../domain/process/reference.ts'
import { writeProcessFile } from '../interchange/index.ts'

/** `Enterprise sales` → `enterprise-sales`. */
const fileName = (name: string): string =>
  name
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '') || 'process'

/** `side` tells two files of one process apart: `enterprise-sales-mine`. */
export async function downloadProcess(
  process: ProcessDocument,
  { reference, side }: { readonly reference?: ReferenceData; readonly side?: string } = {},
): Promise<void> {
  const content = await writeProcessFile(process, reference)
  const url = URL.createObjectURL(new Blob([content], { type: 'application/json' }))
  const link = Object.assign(document.createElement('a'), {
    href: url,
    download: `${fileName([process.process.processName, side ?? ''].join(' '))}.stagecraft.json`,
  })
  link.click()
  // The download has its own reference by the next turn.
  setTimeout(() => URL.revokeObjectURL(url), 0)
}
