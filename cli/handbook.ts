/** `stagecraft handbook`: the printable handbook of a process, by the same code as in the app. */
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { lint } from '../src/domain/lint/lint.ts'
import { type Handbook, handbookFile, handbookHtml, handbookOf } from '../src/editor/handbook/index.ts'
import { addRoom } from '../src/text/entrance.ts'
import { type Language, languages, showLanguage } from '../src/text/language.ts'
import { defineCommand } from './command.ts'
import { BadInput, exitCode, save } from './io.ts'
import { openFile, readOptions, readProcess } from './readProcess.ts'
import { painter } from './text.ts'

export const handbook = defineCommand({
  name: 'handbook',
  usage: 'handbook FILE…',
  summary: 'Print a process as a handbook, HTML or PDF',
  details: [
    '--html, --pdf            the form; HTML where left out',
    '--out FILE               where to; left out, NAME-handbook.html or .pdf where you stand',
    '--language TAG           en (the default) or de',
    '--company NAME           for the title page',
    '--notes, --comments, --problems   put these in as well',
  ],
  options: {
    ...readOptions,
    html: { type: 'boolean' },
    pdf: { type: 'boolean' },
    out: { type: 'string' },
    language: { type: 'string' },
    company: { type: 'string' },
    notes: { type: 'boolean' },
    comments: { type: 'boolean' },
    problems: { type: 'boolean' },
  },
  files: [1, Infinity],
  run: async ({ files, values, json, io }) => {
    if (values.html && values.pdf) throw new BadInput('--html --pdf: Choose one of the two.')
    const language = languageFlag(values.language)
    const form = values.pdf ? 'pdf' : 'html'
    const sources = files.map((file) => openFile(file, io))
    const { document, reference } = await readProcess(sources, values)
    await speak(language)
    const now = new Date().toISOString()
    const book = handbookOf(document, reference, {
      companyName: values.company ?? '',
      now,
      found: lint({ document, reference, base: null, usage: null }),
      notes: values.notes === true,
      comments: values.comments === true,
      problems: values.problems === true,
    })
    const file = values.out ?? handbookFile(book, form)
    const { content, letters } =
      form === 'pdf' ? await asPdf(book, now) : { content: handbookHtml(book), letters: [] }
    save(file, content, io)
    if (json) io.out(`${JSON.stringify({ file, form, language, letters_missing: letters }, null, 2)}\n`)
    else io.out(`Wrote ${file}.\n`)
    if (letters.length > 0)
      io.err(
        `${painter(io)('yellow', 'The PDF has no letters for')} ${letters.slice(0, 12).join(' ')}. They are replaced by a box; --html shows them.\n`,
      )
    return exitCode.fine
  },
})

function languageFlag(given = 'en'): Language {
  const language = languages.find((one) => one === given)
  if (!language)
    throw new BadInput(`--language ${given}: There is no such language. Use one of: ${languages.join(', ')}.`)
  return language
}

/** In the app each room brings its English words along; here all are there at once. */
async function speak(language: Language): Promise<void> {
  const rooms = await import('../src/text/en/index.ts')
  for (const [room, words] of Object.entries(rooms)) addRoom('en', room, words)
  await showLanguage(language)
}

async function asPdf(book: Handbook, now: string) {
  const { handbookPdf, uncoveredLetters } = await import('../src/editor/handbook/pdf.ts')
  const fonts = { regular: font('400Regular/Inter_400Regular'), bold: font('600SemiBold/Inter_600SemiBold') }
  return { content: await handbookPdf(book, { fonts, now }), letters: uncoveredLetters(book) }
}

const font = (name: string): Uint8Array =>
  readFileSync(fileURLToPath(import.meta.resolve(`@expo-google-fonts/inter/${name}.ttf`)))
