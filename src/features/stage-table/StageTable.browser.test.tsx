/** The stages table where rows have a size: what scrolls, what stays in view, where focus is among a thousand rows. */
import { cleanup, render } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { anEditor, aProcess } from '../../../tests/kit/builders.ts'
import { anEditorUi } from '../../../tests/kit/editorUi.ts'
import { EditorProvider } from '../../editor/react.ts'
import { showLanguage } from '../../text/language.ts'
import { HouseTheme } from '../../ui/theme/index.ts'
import { StageTable } from './index.ts'

beforeEach(() => localStorage.clear())
afterEach(cleanup)

const long = 'An unusually long name for a stage that says everything about what happens here'

function open(count: number, width = 1000) {
  let process = aProcess()
  for (let number = 1; number <= count; number += 1)
    process = process.stage(number === 2 ? long : `Stage ${number}`, 10)
  const editor = anEditor(process.document)
  render(
    <HouseTheme>
      <EditorProvider editor={editor}>
        <div style={{ display: 'flex', flexDirection: 'column', width, height: 600 }}>
          <StageTable ui={anEditorUi()} settings={{ mac: false, singleKeys: true }} />
        </div>
      </EditorProvider>
    </HouseTheme>,
  )
  return editor
}

const scroller = () => document.querySelector<HTMLElement>('[data-scroller]')
const field = (name: string) => page.getByRole('textbox', { name, exact: true })
const frames = async (count = 3) => {
  for (let index = 0; index < count; index += 1) await new Promise(requestAnimationFrame)
}
const inView = () => {
  const focused = document.activeElement?.getBoundingClientRect()
  const box = scroller()?.getBoundingClientRect()
  return focused && box && focused.top >= box.top + 30 && focused.bottom <= box.bottom
}

describe('a thousand stages', () => {
  it('keep only what is in view in the page, and come as one scrolls', async () => {
    open(1000)
    await frames()
    expect(document.querySelectorAll('tr[data-row]').length).toBeLessThan(80)
    scroller()?.scrollTo({ top: 20_000 })
    await expect.element(field('Stage of Stage 510')).toBeInTheDocument()
    expect(document.querySelectorAll('tr[data-row]').length).toBeLessThan(80)
  })

  it('never lose the focus by scrolling, and lead back to it', async () => {
    open(1000)
    await field('Code of Stage 5').click()
    scroller()?.scrollTo({ top: 30_000 })
    await expect.element(field('Stage of Stage 760')).toBeInTheDocument()
    expect(document.activeElement?.getAttribute('aria-label')).toBe('Code of Stage 5')
    await userEvent.keyboard('{ArrowDown}')
    expect(document.activeElement?.getAttribute('aria-label')).toBe('Code of Stage 6')
    await frames()
    expect(inView()).toBe(true)
  })

  it('are reached by the keys for the ends and the pages, always in sight below the names of the columns', async () => {
    open(1000)
    await field('Stage of Stage 1').click()
    await userEvent.keyboard('{Control>}{End}{/Control}')
    await frames()
    expect(document.activeElement?.getAttribute('aria-label')).toBe('Stage 1000 is active')
    expect(inView()).toBe(true)
    await userEvent.keyboard('{PageUp}{PageUp}{Home}')
    await frames()
    expect(document.activeElement?.getAttribute('aria-label')).toBe('Stage of Stage 976')
    expect(inView()).toBe(true)
  })
})

describe('columns', () => {
  it.each(['100%', '130%'])(
    'are as wide as their names and choices, in longer words and letters of %s',
    async (size) => {
      await showLanguage('de')
      document.documentElement.style.fontSize = size
      const shown = { category: true, forecast: true, deals: true }
      localStorage.setItem('stagecraft.columns.stages', JSON.stringify({ order: [], shown }))
      const editor = open(2)
      editor.dispatch('addStage', { kind: 'won' })
      await frames()
      const heads = [...document.querySelectorAll<HTMLElement>('thead [title]')]
      expect(heads.map(({ title }) => title)).toContain('Offene Deals')
      expect(heads.filter((head) => head.scrollWidth > head.clientWidth).map(({ title }) => title)).toEqual(
        [],
      )
      const kinds = [...document.querySelectorAll<HTMLSelectElement>('select[data-cell="kind"]')]
      const width = Math.max(...kinds.map(({ offsetWidth }) => offsetWidth))
      for (const kind of kinds) kind.style.width = 'max-content'
      expect(width).toBeGreaterThanOrEqual(Math.max(...kinds.map(({ offsetWidth }) => offsetWidth)))
      document.documentElement.style.fontSize = ''
      await showLanguage('en')
    },
  )
})

describe('a narrow place', () => {
  it('scrolls the table sideways and nothing else; names stay where they are', async () => {
    open(12)
    const box = scroller()
    expect(box && box.scrollWidth > box.clientWidth).toBe(true)
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(document.documentElement.clientWidth)
    box?.scrollTo({ left: 400 })
    await frames()
    const name = (await field(`Stage of ${long}`).findElement()).closest('th')
    expect(name?.getBoundingClientRect().left).toBeCloseTo(box?.getBoundingClientRect().left ?? -1, 0)
  })

  it('is a list of cards on a phone, where nothing is cut off', async () => {
    await page.viewport(360, 780)
    open(12, 360)
    await frames()
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(360)
    const code = (await field('Code of Stage 3').findElement()).getBoundingClientRect()
    expect(code.height).toBeGreaterThanOrEqual(40)
    expect(code.right).toBeLessThanOrEqual(360)
    await page.viewport(1280, 800)
  })
})
