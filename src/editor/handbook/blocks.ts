/** A handbook as what it says, before it is a page: headings, texts, lists, tables. Every writer draws the same blocks. */
import type { Problem } from '../../domain/lint/rule.ts'
import type { Picture } from '../../interchange/picture/processToSvg.ts'

export type Block =
  /** `page`: begins a page in print. */
  | {
      readonly kind: 'heading'
      readonly level: 2 | 3
      readonly text: string
      readonly id: string
      readonly page?: boolean
    }
  | { readonly kind: 'heading'; readonly level: 4; readonly text: string }
  | { readonly kind: 'text'; readonly text: string; readonly quiet?: boolean }
  | { readonly kind: 'list'; readonly ordered: boolean; readonly items: readonly string[] }
  | { readonly kind: 'checklist'; readonly items: readonly string[] }
  /** The first cell of each row names the row. */
  | {
      readonly kind: 'table'
      readonly caption: string
      readonly head: readonly string[]
      readonly rows: readonly (readonly string[])[]
    }
  | { readonly kind: 'facts'; readonly facts: readonly (readonly [name: string, value: string])[] }
  | { readonly kind: 'picture'; readonly picture: Picture; readonly words: string }

export interface Handbook {
  /** BCP 47. */
  readonly language: string
  readonly title: string
  /** What kind of document it is: above the title. */
  readonly kind: string
  /** On the title page: company, revision, date. */
  readonly about: readonly string[]
  readonly contentsTitle: string
  readonly blocks: readonly Block[]
}

export interface HandbookOptions {
  readonly companyName: string
  /** ISO 8601: when the handbook is made. */
  readonly now: string
  /** What the checks found. */
  readonly found: readonly Problem[]
  /** Notes that the team keeps at stages. */
  readonly notes: boolean
  /** Open comments. */
  readonly comments: boolean
  /** What was found, as a chapter. */
  readonly problems: boolean
}

export const chapter = (id: string, text: string, page = false): Block => ({
  kind: 'heading',
  level: 2,
  id,
  text,
  page,
})
