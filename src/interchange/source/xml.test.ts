import { expect, it } from 'vitest'
import { Unreadable } from '../reading.ts'
import { parseXml, type XmlElement } from './xml.ts'

const parse = (text: string): XmlElement => parseXml({ name: 'a.xml', text, losses: [] })
const refusal = (text: string): string => {
  try {
    parse(text)
    return 'It was parsed.'
  } catch (error) {
    if (error instanceof Unreadable) return error.problem.sentence
    throw error
  }
}

it('resolves the five entities and character references once, and leaves CDATA as it is', () => {
  const root = parse(
    '<a><b>R&amp;D &lt;x&gt; &#233;&#x20AC; &amp;lt; &nbsp; &#xD800;</b><c><![CDATA[<i>&amp;</i>]]></c></a>',
  )
  expect(root.children.map((child) => child.text)).toEqual([
    'R&D <x> é€ &lt; &nbsp; &#xD800;',
    '<i>&amp;</i>',
  ])
})

it('joins the text around comments', () => {
  expect(parse('<a>one <!-- two -->three</a>').text).toBe('one three')
})

it('accepts blank lines before the prolog and counts them', () => {
  expect(
    parse('\n\n<?xml version="1.0"?>\n<a>\n  <b/>\r\n  <c/>\n</a>').children.map(({ line }) => line),
  ).toEqual([5, 6])
})

it('forgets namespace prefixes', () => {
  expect(parse('<x:a xmlns:x="urn:x"><x:b>1</x:b></x:a>').children[0]?.name).toBe('b')
})

it('refuses document types before anything is expanded', () => {
  const levels = Array.from({ length: 30 }, (_, at) => `<!ENTITY l${at + 1} "&l${at};&l${at};&l${at};">`)
  const laughs = `<?xml version="1.0"?><!-- <a> -->\n<!DOCTYPE a [<!ENTITY l0 "ha">${levels.join('')}]><a>&l30;</a>`
  expect(refusal(laughs)).toContain('document type definition')
  expect(refusal('<!DOCTYPE a SYSTEM "file:///etc/passwd"><a/>')).toContain('document type definition')
})

it('does not mind the word further down', () => {
  expect(parse('<a><![CDATA[<!DOCTYPE a>]]></a>').text).toBe('<!DOCTYPE a>')
})

it('refuses endless nesting', () => {
  expect(refusal('<a>'.repeat(500_000))).toContain('nested more than 64 levels deep')
})

it('refuses millions of tags by counting them', () => {
  expect(refusal(`<a>${'<b/>'.repeat(600_000)}</a>`)).toContain(
    'The file has 600002 tags; at most 600000 can be read.',
  )
})

it.each([
  ['<a><!-- open', 'a.xml'],
  ['<a b="<', 'a.xml'],
  ['<a>\n<b>\n</a>', 'a.xml:3: The XML is broken:'],
  ['\n\n<a>\n<b>\n</a>', 'a.xml:5: The XML is broken:'],
  ['<a></a><b></b>', 'Multiple possible root nodes'],
  ['<?xml version="1.0"?>', 'The XML is broken'],
])('names the place of what is broken in %j', (text, expected) => {
  expect(refusal(text)).toContain(expected)
})
