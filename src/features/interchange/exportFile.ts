/** What can be taken out of a process, as a file with a name. */
import { hiddenFieldsOf } from '../../domain/process/hiddenFields.ts'
import type { ProcessDocument } from '../../domain/process/process.ts'
import type { ReferenceData } from '../../domain/process/reference.ts'
import { pictureWords } from '../../editor/pictureWords.ts'
import { drawProcess, type PictureOptions, writeProcessFile } from '../../interchange/index.ts'
import { language, say, text } from '../../text/index.ts'
import { pngOf } from './pngOf.ts'

export type ExportKind = 'json' | 'svg' | 'png'

export interface ExportedFile {
  readonly name: string
  readonly blob: Blob
  /** What is not in it, for whoever exported it may not see it; in words, null where nothing is missing. */
  readonly without: string | null
}

const endings: Readonly<Record<ExportKind, string>> = { json: 'stagecraft.json', svg: 'svg', png: 'png' }

/** "Direct sales (EU)" → "direct-sales-eu.svg"; letters of every script stay. */
export function fileNameOf(processName: string, kind: ExportKind): string {
  const stem = processName
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60)
  return `${stem || 'process'}.${endings[kind]}`
}

/** @throws Error with a sentence for people where a picture cannot be made. */
export async function exportFile(
  document: ProcessDocument,
  reference: ReferenceData,
  kind: ExportKind,
  options: PictureOptions = {},
): Promise<ExportedFile> {
  const name = fileNameOf(document.process.processName, kind)
  if (kind === 'json')
    return {
      name,
      blob: new Blob([await writeProcessFile(document, reference, say)], { type: 'application/json' }),
      without: hiddenInWords(document, reference),
    }
  const picture = await drawProcess(document, { words: pictureWords(), ...options })
  return {
    name,
    blob: kind === 'svg' ? new Blob([picture.svg], { type: 'image/svg+xml' }) : await pngOf(picture),
    // A picture holds nothing that a company can hide.
    without: null,
  }
}

function hiddenInWords(document: ProcessDocument, reference: ReferenceData): string | null {
  const fields = hiddenFieldsOf(document, reference).map((field) => text('masking', `field_${field}`))
  return fields.length > 0 ? new Intl.ListFormat(language(), { type: 'conjunction' }).format(fields) : null
}

/** Hands the file to the browser's downloads. */
export function download({ name, blob }: Pick<ExportedFile, 'name' | 'blob'>): void {
  const url = URL.createObjectURL(blob)
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  // Some browsers start the download after the click has returned.
  setTimeout(() => URL.revokeObjectURL(url), 60_000)
}
