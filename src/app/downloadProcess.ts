/** The process as a file of our own, into the person's downloads: works offline and when nothing can be saved. */
import type { ProcessDocument } from '../domain/process/process.ts'
import type { ReferenceData } from '../domain/process/reference.ts'
import { writeProcessFile } from '../interchange/index.ts'
import { fileName, saveFile } from './saveFile.ts'

/** `side` tells two files of one process apart: `enterprise-sales-mine`. */
export async function downloadProcess(
  process: ProcessDocument,
  { reference, side }: { readonly reference?: ReferenceData; readonly side?: string } = {},
): Promise<void> {
  const content = await writeProcessFile(process, reference)
  const name = fileName([process.process.processName, side ?? ''].join(' '))
  saveFile(`${name}.stagecraft.json`, content, 'application/json')
}
