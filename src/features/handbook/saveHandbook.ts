/** Hands a handbook over: to the downloads as PDF or HTML, or to the printer. */

import regular from '@expo-google-fonts/inter/400Regular/Inter_400Regular.ttf?url'
import bold from '@expo-google-fonts/inter/600SemiBold/Inter_600SemiBold.ttf?url'
import { type Handbook, handbookFile, handbookHtml } from '../../editor/handbook/index.ts'
import { styleNonce } from '../../ui/theme/styleNonce.ts'

/**
 * `letters`: those that the PDF's font does not have. `file` is null for the printer.
 * @throws Error with a sentence for people where a part of it cannot be had.
 */
export async function saveHandbook(
  handbook: Handbook,
  form: 'pdf' | 'html' | 'print',
): Promise<{ readonly file: string | null; readonly letters: readonly string[] }> {
  if (form === 'print') {
    await print(handbookHtml(handbook))
    return { file: null, letters: [] }
  }
  const file = handbookFile(handbook, form)
  if (form === 'html') {
    download(file, new Blob([handbookHtml(handbook)], { type: 'text/html' }))
    return { file, letters: [] }
  }
  const { handbookPdf, uncoveredLetters } = await import('../../editor/handbook/pdf.ts')
  const [regularBytes, boldBytes] = await Promise.all([bytesOf(regular), bytesOf(bold)])
  const fonts = { regular: regularBytes, bold: boldBytes }
  const pdf = await handbookPdf(handbook, { fonts, now: new Date().toISOString() })
  download(file, new Blob([pdf], { type: 'application/pdf' }))
  return { file, letters: uncoveredLetters(handbook) }
}

async function bytesOf(address: string): Promise<Uint8Array> {
  const answer = await fetch(address)
  if (!answer.ok) throw new Error(`${address}: ${answer.status} ${answer.statusText}`)
  return new Uint8Array(await answer.arrayBuffer())
}

function download(name: string, blob: Blob): void {
  const url = URL.createObjectURL(blob)
  Object.assign(document.createElement('a'), { href: url, download: name }).click()
  // Some browsers start the download after the click has returned.
  setTimeout(() => URL.revokeObjectURL(url), 60_000)
}

/** In a frame of its own, so that nothing of the app is on the paper; gone once the printing is over. */
async function print(html: string): Promise<void> {
  const frame = document.createElement('iframe')
  frame.hidden = true
  // It is held to the page's content policy, which asks for the nonce of its styles.
  const styled = styleNonce ? html.replace('<style>', `<style nonce="${styleNonce}">`) : html
  const url = URL.createObjectURL(new Blob([styled], { type: 'text/html' }))
  frame.src = url
  const loaded = new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }))
  document.body.append(frame)
  await loaded
  URL.revokeObjectURL(url)
  frame.contentWindow?.addEventListener('afterprint', () => frame.remove(), { once: true })
  frame.contentWindow?.print()
}
