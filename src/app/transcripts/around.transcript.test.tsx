/** What a screen reader says around the canvas: the list, help, menus, a walk through the process. */
import { afterEach, describe, expect, it } from 'vitest'
import { eight } from '../../../tests/kit/eightStages.ts'
import { type ProcessReading, reading } from '../../../tests/kit/reading.tsx'

let reader: ProcessReading
afterEach(() => reader.stop())

const row = (name: string) => `[data-element="${name}"]`

describe('the list', () => {
  it('reads as an ordered list of stages, each with where it goes', async () => {
    reader = await reading(eight, { view: 'list' })
    const phrases = await reader.readOn(60)
    expect(phrases).toContain('heading, Process outline, level 2')
    expect(phrases.filter((phrase) => phrase.startsWith('button, Qualification'))).toEqual([
      'button, Qualification, open stage, 40 percent, stage 2 of 8, From Lead in and Nurture. Goes to Proposal, 60 percent, and Nurture, 40 percent. Target 5 days.',
    ])
    expect(phrases).toContain('list, Qualification goes to')
    expect(phrases).toContain('link, Proposal')
  })

  it('reorders with the arrows, and says where a stage came to stand', async () => {
    reader = await reading(eight, { view: 'list' })
    reader.focus(row('Qualification'))
    expect(await reader.after('ArrowDown')).toEqual([expect.stringMatching(/^button, Proposal, open stage/)])
    expect((await reader.after('Alt+ArrowUp')).slice(1)).toEqual([
      'polite: Proposal moved to position 2 of 8, after Lead in.',
    ])
    expect((await reader.after('Alt+ArrowUp')).slice(1)).toEqual([
      'polite: Proposal moved to position 1 of 8.',
    ])
  })
})

describe('the stages as a table', () => {
  it('reads its head and each row by the name of its stage', async () => {
    reader = await reading(eight, { view: 'table' })
    const phrases = await reader.readOn(90)
    expect(phrases).toContain('table, Stages, 8 rows')
    expect(phrases).toContain('columnheader, Order, sorted in ascending order')
    const fields = phrases.filter((phrase) => /^(checkbox|textbox|combobox), .*Lead in/.test(phrase))
    expect(fields).toEqual([
      'checkbox, Select Lead in, not checked',
      'textbox, Stage of Lead in, Lead in',
      'textbox, Code of Lead in, LEAD_IN',
      'combobox, Type of Lead in, open, has popup listbox, not expanded',
      'textbox, Probability of Lead in, 10',
    ])
  })

  it('reorders with Alt and the arrows, and says where a stage came to stand', async () => {
    reader = await reading(eight, { view: 'table' })
    reader.focus('[aria-label="Stage of Proposal"]')
    expect(await reader.after('Alt+ArrowUp')).toEqual([
      'textbox, Stage of Proposal, Proposal',
      'polite: Proposal moved to position 2 of 8, after Lead in.',
    ])
    expect((await reader.after('Alt+ArrowUp')).slice(1)).toEqual([
      'polite: Proposal moved to position 1 of 8.',
    ])
    expect((await reader.after('Alt+ArrowUp')).slice(1)).toEqual([expect.stringMatching(/^polite: .*first/i)])
  })
})

describe('help and menus', () => {
  it('opens the shortcuts and comes back to the same stage', async () => {
    reader = await reading(eight)
    reader.focus('[data-stage-id="Won"]')
    expect(await reader.after('?')).toEqual([expect.stringMatching(/^searchbox, Search shortcuts/)])
    expect(await reader.after('Escape')).toEqual([expect.stringMatching(/^stage, Won, /)])
  })

  it('does nothing by a single key where those are off; the menu still does', async () => {
    reader = await reading(eight, { singleKeys: false })
    reader.focus('[data-stage-id="Proposal"]')
    expect(await reader.after('n')).toEqual([expect.stringMatching(/^stage, Proposal, /)])
    expect(await reader.after('Shift+F10')).toEqual([
      expect.stringMatching(/^menuitem, Add stage after “Proposal”…, key shortcuts Control\+Enter/),
    ])
    expect(await reader.after('Enter')).toEqual(['textbox, Name (required), not invalid, required'])
  })
})

describe('walking a deal', () => {
  it('tells each step with what followed from it', async () => {
    reader = await reading(eight, { view: 'simulate' })
    for (const button of document.querySelectorAll('button'))
      if (button.textContent === 'Start the walk') button.focus()
    await reader.after('Enter')
    expect(await reader.after('1')).toEqual([
      'heading, Now in Qualification, level 3',
      'polite: Step 1. From Lead in to Qualification. Probability 40 percent. 2 of 2 exits open.',
    ])
    expect(await reader.after('2')).toEqual([
      'heading, Now in Nurture, level 3',
      'polite: Step 2. From Qualification to Nurture via Not now. Probability 20 percent. 1 of 1 exits open.',
    ])
    await reader.after('1', '1', '1')
    expect(await reader.after('1')).toEqual([
      'heading, Now in Won, level 3',
      'polite: Step 6. From Negotiation to Won. Probability 100 percent.',
    ])
  })
})
