/**
 * The handbook as one HTML document that needs nothing else: landmarks, headings in order, real tables, the picture
 * with its words, print rules. Everything that people wrote is escaped; nothing in it runs.
 */
import { escaped } from '../../interchange/picture/svgText.ts'
import { directionOf } from '../../text/direction.ts'
import type { Block, Handbook } from './blocks.ts'
import { handbookStyle } from './htmlStyle.ts'

export function handbookHtml(handbook: Handbook): string {
  const { language, title, kind, about, contentsTitle } = handbook
  const chapters = chaptersOf(handbook.blocks)
  const contents = chapters.map(({ id, text, parts }) => {
    const inner = parts.map((part) => `<li><a href="#${part.id}">${escaped(part.text)}</a></li>`).join('')
    return `<li><a href="#${id}">${escaped(text)}</a>${inner ? `<ol>${inner}</ol>` : ''}</li>`
  })
  return `<!doctype html>
<html lang="${escaped(language)}" dir="${directionOf(language)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">
<title>${escaped(title)} – ${escaped(kind)}</title>
<style>${handbookStyle}</style>
</head>
<body>
<header class="cover">
<p class="kind">${escaped(kind)}</p>
<h1>${escaped(title)}</h1>
${about.map((line) => `<p>${escaped(line)}</p>`).join('\n')}
</header>
<nav aria-labelledby="contents">
<h2 id="contents">${escaped(contentsTitle)}</h2>
<ol>
${contents.join('\n')}
</ol>
</nav>
<main>
${chapters.map(sectionOf).join('\n')}
</main>
</body>
</html>
`
}

interface Part {
  readonly id: string
  readonly text: string
  readonly blocks: Block[]
}
interface Chapter extends Part {
  readonly page: boolean
  readonly parts: Part[]
}

function chaptersOf(blocks: readonly Block[]): Chapter[] {
  const chapters: Chapter[] = []
  for (const block of blocks) {
    const chapter = chapters.at(-1)
    if (block.kind === 'heading' && block.level === 2)
      chapters.push({ id: block.id, text: block.text, page: block.page === true, blocks: [], parts: [] })
    else if (block.kind === 'heading' && block.level === 3)
      chapter?.parts.push({ id: block.id, text: block.text, blocks: [] })
    else (chapter?.parts.at(-1) ?? chapter)?.blocks.push(block)
  }
  return chapters
}

function sectionOf({ id, text, page, blocks, parts }: Chapter): string {
  const inner = parts.map(
    (part) => `<section aria-labelledby="${part.id}">
<h3 id="${part.id}">${escaped(part.text)}</h3>
${part.blocks.map(htmlOf).join('\n')}
</section>`,
  )
  return `<section aria-labelledby="${id}"${page ? ' class="page"' : ''}>
<h2 id="${id}">${escaped(text)}</h2>
${[...blocks.map(htmlOf), ...inner].join('\n')}
</section>`
}

function htmlOf(block: Block): string {
  switch (block.kind) {
    case 'heading':
      return `<h${block.level}>${escaped(block.text)}</h${block.level}>`
    case 'text':
      return `<p class="words">${escaped(block.text)}</p>`
    case 'list': {
      const tag = block.ordered ? 'ol' : 'ul'
      return `<${tag}>${block.items.map((item) => `<li>${escaped(item)}</li>`).join('')}</${tag}>`
    }
    case 'checklist':
      return `<ul class="checks">${block.items.map((item) => `<li>${escaped(item)}</li>`).join('')}</ul>`
    case 'facts':
      return `<dl>${block.facts.map(([name, value]) => `<div><dt>${escaped(name)}</dt><dd>${escaped(value)}</dd></div>`).join('')}</dl>`
    case 'table':
      return `<div class="wide" role="region" tabindex="0" aria-label="${escaped(block.caption)}"><table>
<caption>${escaped(block.caption)}</caption>
<thead><tr>${block.head.map((name) => `<th scope="col">${escaped(name)}</th>`).join('')}</tr></thead>
<tbody>${block.rows
        .map(
          ([first = '', ...rest]) =>
            `<tr><th scope="row">${escaped(first)}</th>${rest.map((cell) => `<td>${escaped(cell)}</td>`).join('')}</tr>`,
        )
        .join('\n')}</tbody>
</table></div>`
    case 'picture':
      return `<figure>${block.picture.svg}<figcaption>${escaped(block.words)}</figcaption></figure>`
  }
}
