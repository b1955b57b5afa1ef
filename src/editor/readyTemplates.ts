/** The ready templates in the language of the interface, what is in them included; loaded when first asked for. */
import type { Template } from '../domain/templates/index.ts'
import { language } from '../text/index.ts'
import { templateWords } from '../text/templateWords.ts'

const asked = new Map<string, Promise<readonly Template[]>>()

/** The same promise while the language stays, so that React's `use` may read it. A failure is forgotten. */
export function readyTemplates(): Promise<readonly Template[]> {
  const tag = language()
  const had = asked.get(tag)
  if (had !== undefined) return had
  const loading = load()
  asked.set(tag, loading)
  loading.catch(() => asked.delete(tag))
  return loading
}

async function load(): Promise<readonly Template[]> {
  const [{ templates, templateInWords }, words] = await Promise.all([
    import('../domain/templates/index.ts'),
    templateWords(),
  ])
  return templates.map((template) => templateInWords(template, words))
}
